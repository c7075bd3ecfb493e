import { LightningElement, api } from 'lwc';
import HEADING from '@salesforce/label/c.AI_Changes_Heading';
import REFRESH from '@salesforce/label/c.AI_Refresh';
import UNKNOWN from '@salesforce/label/c.AI_Changes_Unknown';
import { exactTime, relativeTime } from 'c/aiPanelUtils';

interface Change {
    readonly key: string;
    readonly label: string;
    readonly exact: string;
    readonly age: string;
    readonly excerpt: string;
}

/** What is new since the answer was made. Sends `refresh` when the person asks for a fresh answer. */
export default class AiChanges extends LightningElement {
    @api changes: readonly ApexTypes.AIChangeView[] | null | undefined;

    readonly labels = { heading: HEADING, refresh: REFRESH };

    get entries(): Change[] {
        const entries = (this.changes ?? []).map(({ label, createdDate, excerpt }, index) => ({
            key: String(index),
            label: label ?? '',
            ...times(createdDate),
            excerpt: excerpt ?? ''
        }));
        return entries.length > 0 ? entries : [{ key: 'unknown', label: UNKNOWN, ...times(null), excerpt: '' }];
    }

    handleRefresh(): void {
        this.dispatchEvent(new CustomEvent('refresh'));
    }
}

/** How long ago a change was made, and when exactly. */
function times(createdDate: string | null | undefined): Pick<Change, 'exact' | 'age'> {
    return createdDate ? { exact: exactTime(createdDate), age: relativeTime(createdDate) } : { exact: '', age: '' };
}
