import path from 'node:path';
import type { Plugin } from 'rollup';

const MADE_UP = '\0base-components:';

/** What the base components know of the user's locale, worked out by the browser; the package has that of the USA. */
const LOCALE = `
export const locale = globalThis.localOrgBootstrap.user.locale.replaceAll('_', '-');
const symbols = { year: 'y', month: 'M', day: 'd', hour: 'h', minute: 'm', second: 's', dayPeriod: 'a' };
function letters({ type, value }, hour12) {
    if (!(type in symbols)) return value.replace(/\\s/g, ' ');
    const symbol = type === 'hour' && !hour12 ? 'H' : symbols[type];
    if (type === 'dayPeriod') return symbol;
    if (/^\\d+$/.test(value)) return symbol.repeat(type === 'year' ? 4 : value.length);
    return symbol.repeat(value.length > 3 && !value.endsWith('.') ? 4 : 3);
}
export function pattern(options) {
    const format = new Intl.DateTimeFormat(locale, { ...options, calendar: 'gregory', numberingSystem: 'latn' });
    const { hour12 } = format.resolvedOptions();
    return format.formatToParts(new Date(2031, 8, 5, 9, 5, 5)).map((part) => letters(part, hour12)).join('');
}
export function separator(type) {
    return new Intl.NumberFormat(locale).formatToParts(12345.6).find((part) => part.type === type)?.value ?? '';
}
export function firstDayOfWeek() {
    const known = new Intl.Locale(locale);
    return ((known.getWeekInfo?.() ?? known.weekInfo)?.firstDay ?? 7) % 7 + 1;
}`;

const LOCALE_MODULE = 'locale-of-user';
const NUMERIC = `{ year: 'numeric', month: 'numeric', day: 'numeric' }`;

const ofLocale = (name: string, expression: string): string =>
    `import { ${name} } from '${LOCALE_MODULE}';\nexport default ${expression};`;

/** Modules that take the place of what the package brings, by name: source text. */
const REPLACED: Record<string, string> = {
    [LOCALE_MODULE]: LOCALE,
    // The base components format as the user is used to, which the page knows before it loads them
    '@salesforce/i18n/timeZone': 'export default globalThis.localOrgBootstrap.user.timeZone;',
    '@salesforce/i18n/currency': 'export default globalThis.localOrgBootstrap.currency;',
    '@salesforce/i18n/lang': `export default globalThis.localOrgBootstrap.user.language.replace('_', '-');`,
    '@salesforce/i18n/locale': ofLocale('locale', 'locale'),
    '@salesforce/i18n/firstDayOfWeek': ofLocale('firstDayOfWeek', 'firstDayOfWeek()'),
    '@salesforce/i18n/number.decimalSeparator': ofLocale('separator', `separator('decimal')`),
    '@salesforce/i18n/number.groupingSeparator': ofLocale('separator', `separator('group')`),
    '@salesforce/i18n/dateTime.shortDateFormat': ofLocale('pattern', `pattern(${NUMERIC})`),
    '@salesforce/i18n/dateTime.mediumDateFormat': ofLocale('pattern', `pattern({ dateStyle: 'medium' })`),
    '@salesforce/i18n/dateTime.longDateFormat': ofLocale('pattern', `pattern({ dateStyle: 'long' })`),
    '@salesforce/i18n/dateTime.shortTimeFormat': ofLocale('pattern', `pattern({ timeStyle: 'short' })`),
    '@salesforce/i18n/dateTime.mediumTimeFormat': ofLocale('pattern', `pattern({ timeStyle: 'medium' })`),
    // Form-associated custom elements do not exist in synthetic shadow
    '@salesforce/gate/bc.260.enableComboboxElementInternals': 'export default { isOpen: () => false };'
};

/** Icons for right-to-left languages: 1,700 modules that no language of the local org shows. */
const RTL_ICONS = /^lightning\/iconSvgTemplates\w+Rtl$/;

const replaced: Plugin = {
    name: 'base-components-replaced',
    resolveId: (id) => (id in REPLACED || RTL_ICONS.test(id) ? MADE_UP + id : null),
    load(id) {
        if (!id.startsWith(MADE_UP)) {
            return null;
        }
        return REPLACED[id.slice(MADE_UP.length)] ?? 'export default {};';
    }
};

const FORMAT_UTILITIES = path.join('utilsPrivate', 'formatUtils.js');
const OWN_TIME_ZONE = 'timeZone: instance.timeZone';

/** A date without a time zone of its own is shown in the user's, as on the platform, not in the browser's. */
const datesInTimeZoneOfUser: Plugin = {
    name: 'dates-in-time-zone-of-user',
    transform(source, id) {
        if (!id.endsWith(FORMAT_UTILITIES)) {
            return null;
        }
        if (!source.includes(OWN_TIME_ZONE)) {
            this.error(`The base components have changed: ${id} has no ${OWN_TIME_ZONE}`);
        }
        const code = source.replace(OWN_TIME_ZONE, `${OWN_TIME_ZONE} ?? globalThis.localOrgBootstrap.user.timeZone`);
        return { code, map: null };
    }
};

/** What the base components expect of Salesforce's own runtime. */
export const baseComponents: Plugin[] = [replaced, datesInTimeZoneOfUser];
