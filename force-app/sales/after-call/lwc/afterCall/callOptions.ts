import LOGGED from '@salesforce/label/c.Call_Status_Logged';
import LOCALE from '@salesforce/i18n/locale';
import TIME_ZONE from '@salesforce/i18n/timeZone';
import { formatText } from 'c/aiPanelUtils';

/** A call in the list to choose from. */
export interface CallOption {
    readonly value: string;
    readonly label: string;
}

/** The calls as they are listed: title, day, and whether they are logged. */
export function callOptions(calls: readonly ApexTypes.CallView[]): CallOption[] {
    const days = new Intl.DateTimeFormat(LOCALE, { dateStyle: 'medium', timeZone: TIME_ZONE });
    return calls.map(({ id, title, began, status }) => {
        const label = [title, began ? days.format(new Date(began)) : ''].filter(Boolean).join(' · ');
        return { value: id ?? '', label: status === 'Logged' ? formatText(LOGGED, label) : label };
    });
}
