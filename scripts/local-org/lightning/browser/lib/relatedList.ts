import type { ObjectInfo, RelatedListInfo, RelatedListRecordsResponse } from '../../protocol.ts';
import { uiApi } from 'lib/http';
import { objectInfo } from 'lib/objects';
import { columnFields } from 'lib/table';

/** A related list with what is needed to show its rows. */
export interface RelatedList {
    list: RelatedListInfo;
    info: ObjectInfo;
}

/** A related list of an object by name; throws RequestError when there is none that the user can see. */
export async function relatedList(objectApiName: string, relatedListId: string): Promise<RelatedList> {
    const list = await uiApi<RelatedListInfo>(`/related-list-info/${objectApiName}/${relatedListId}`);
    return { list, info: await objectInfo(list.objectApiName) };
}

/** Rows of a related list; throws RequestError. */
export function relatedRecords(
    { list, info }: RelatedList,
    recordId: string,
    options: { pageSize: number; pageToken?: string; sortBy?: string; optionalFields?: string }
): Promise<RelatedListRecordsResponse> {
    const fields = columnFields(list.displayColumns, info).join(',');
    return uiApi(`/related-list-records/${recordId}/${list.relatedListId}`, { fields, ...options });
}
