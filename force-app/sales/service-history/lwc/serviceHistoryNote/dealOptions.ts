import LOCALE from '@salesforce/i18n/locale';

/** An option of a combobox. */
export interface DealOption {
    readonly label: string;
    readonly value: string;
}

/** Opportunities by name, stage and close date, which tell two of the same name apart. */
export function dealOptions(deals: readonly ApexTypes.OpenDealView[]): DealOption[] {
    return deals.map(({ id, name, stageName, closeDate }) => ({
        label: [name, stageName, shownDay(closeDate)].filter(Boolean).join(' · '),
        value: id ?? ''
    }));
}

function shownDay(day: string | null | undefined): string | undefined {
    if (!day) return undefined;
    // A day has no time zone: read and shown in one, it stays the same day everywhere.
    return new Intl.DateTimeFormat(LOCALE, { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(day));
}
