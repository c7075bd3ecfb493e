import type { PageReference } from 'lightning/navigation';

/** The page of a record. */
export function recordPage(recordId: string | undefined): PageReference {
    return { type: 'standard__recordPage', attributes: { recordId, actionName: 'view' } };
}
