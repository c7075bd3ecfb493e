import type { LayoutResponse, ObjectInfo, PicklistValuesResponse, RelatedListsResponse } from '../../protocol.ts';
import { uiApi } from 'lib/http';

const MASTER_RECORD_TYPE = '012000000000000AAA';
const cache = new Map<string, Promise<unknown>>();

/** Asks once; a failed answer is forgotten, so that the next one asks again. */
function once<T>(path: string, parameters?: Record<string, string>): Promise<T> {
    const key = path + JSON.stringify(parameters ?? {});
    const known = cache.get(key) as Promise<T> | undefined;
    if (known) {
        return known;
    }
    const loading = uiApi<T>(path, parameters);
    cache.set(key, loading);
    loading.catch(() => cache.delete(key));
    return loading;
}

/** Fields and relationships of an object, as far as the user may see them. */
export function objectInfo(objectApiName: string): Promise<ObjectInfo> {
    return once(`/object-info/${objectApiName}`);
}

/** Values of all picklist fields of an object. */
export function picklistValues(objectApiName: string, recordTypeId?: string | null): Promise<PicklistValuesResponse> {
    return once(`/object-info/${objectApiName}/picklist-values/${recordTypeId ?? MASTER_RECORD_TYPE}`);
}

/** The page layout (Full) or the fields of the highlights panel (Compact). */
export function layout(objectApiName: string, layoutType: 'Full' | 'Compact', mode = 'View'): Promise<LayoutResponse> {
    return once(`/layout/${objectApiName}`, { layoutType, mode });
}

/** Related lists of an object's pages, in their order. */
export function relatedLists(objectApiName: string): Promise<RelatedListsResponse> {
    return once(`/related-list-info/${objectApiName}`);
}

/** Names of the fields in a layout, in their order, without empty spaces. */
export function layoutFields({ sections }: LayoutResponse): string[] {
    return sections
        .flatMap(({ layoutRows }) => layoutRows)
        .flatMap(({ layoutItems }) => layoutItems)
        .flatMap(({ layoutComponents }) => layoutComponents)
        .filter(({ componentType }) => componentType === 'Field')
        .map(({ apiName }) => apiName);
}
