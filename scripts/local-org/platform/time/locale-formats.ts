import { NotImplementedError } from '../not-implemented.ts';

/** How a locale writes dates and times, as SimpleDateFormat patterns; `firstDay` 7 is Sunday, 1 Monday. */
export interface LocaleFormat {
    date: string;
    time: string;
    /** Between date and time. */
    joint: string;
    long: string;
    firstDay: 1 | 7;
}

const EUROPEAN = { time: 'HH:mm', joint: ' ', firstDay: 1 } as const;
const FORMATS: Record<string, LocaleFormat> = {
    en_US: { date: 'M/d/yyyy', time: 'h:mm a', joint: ', ', long: 'M/d/yyyy, h:mm:ss a z', firstDay: 7 },
    en_GB: { ...EUROPEAN, date: 'dd/MM/yyyy', joint: ', ', long: 'dd/MM/yyyy, HH:mm:ss z' },
    de_DE: { ...EUROPEAN, date: 'dd.MM.yyyy', joint: ', ', long: 'dd.MM.yyyy, HH:mm:ss z' },
    de_AT: { ...EUROPEAN, date: 'dd.MM.yyyy', joint: ', ', long: 'dd.MM.yyyy, HH:mm:ss z' },
    fr_FR: { ...EUROPEAN, date: 'dd/MM/yyyy', long: 'dd/MM/yyyy HH:mm:ss z' }
};

/** The formats of a locale as 'en_US'. Throws NotImplementedError for locales that are not listed. */
export function localeFormat(locale: string): LocaleFormat {
    const format = FORMATS[locale];
    if (!format) throw new NotImplementedError(`Dates in the locale ${locale}`);
    return format;
}
