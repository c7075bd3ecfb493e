/** `lightning/uiRelatedListApi` on the local org's UI API. */
import type { RelatedListRecordsResponse } from '../../../../protocol.ts';
import { uiApi } from 'lib/http';
import { watchRecord } from 'lib/records';
import { wireAdapter } from 'lib/wire';

interface RelatedListConfig {
    parentRecordId?: string;
    relatedListId?: string;
    fields?: string[];
    optionalFields?: string[];
    pageSize?: number;
    pageToken?: string;
    sortBy?: string[];
}

/** Wire adapter: records of a related list, loaded anew when the parent or one of them was changed. */
export const getRelatedListRecords = wireAdapter<RelatedListConfig, RelatedListRecordsResponse>({
    load: ({ parentRecordId, relatedListId, fields, optionalFields, pageSize, pageToken, sortBy }) =>
        parentRecordId && relatedListId
            ? uiApi(`/related-list-records/${parentRecordId}/${relatedListId}`, {
                  fields: fields?.join(','),
                  optionalFields: optionalFields?.join(','),
                  pageSize,
                  pageToken,
                  sortBy: sortBy?.join(',')
              })
            : null,
    watch: ({ parentRecordId }, reload) => (parentRecordId ? watchRecord(parentRecordId, reload) : () => undefined)
});
