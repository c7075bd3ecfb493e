import type { ListInfo, ListRecordsResponse, ListViewsResponse, ObjectInfo } from '../../protocol.ts';
import { uiApi } from 'lib/http';
import { objectInfo } from 'lib/objects';
import { columnFields } from 'lib/table';

/** A list view with what is needed to show its rows. */
export interface ListView {
    apiName: string;
    listInfo: ListInfo;
    info: ObjectInfo;
}

export interface ListQuery {
    pageSize?: number;
    pageToken?: string;
    sortBy?: string;
    searchTerm?: string;
}

/** The list views of an object; throws RequestError. */
export function listViews(objectApiName: string): Promise<ListViewsResponse> {
    return uiApi(`/list-ui/${objectApiName}`);
}

/** A list view by name, or the object's first one; throws RequestError. */
export async function listView(objectApiName: string, name: string | undefined): Promise<ListView> {
    const apiName = name ?? (await listViews(objectApiName)).lists[0]!.apiName;
    const [info, listInfo] = await Promise.all([
        objectInfo(objectApiName),
        uiApi<ListInfo>(`/list-info/${objectApiName}/${apiName}`)
    ]);
    return { apiName, listInfo, info };
}

/** One page of the rows of a list view; throws RequestError. */
export function listRecords(
    { apiName, info, listInfo }: ListView,
    query: ListQuery = {}
): Promise<ListRecordsResponse> {
    const fields = columnFields(listInfo.displayColumns, info).join(',');
    return uiApi(`/list-records/${info.apiName}/${apiName}`, { fields, pageSize: 50, ...query });
}
