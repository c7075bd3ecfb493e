import path from 'node:path';
import type { Plugin } from 'rollup';

const MADE_UP = '\0base-components:';

/** Modules that take the place of what the package brings, by name: source text. */
const REPLACED: Record<string, string> = {
    // The base components format in the user's time zone and currency, which the page knows before it loads them
    '@salesforce/i18n/timeZone': 'export default globalThis.localOrgBootstrap.user.timeZone;',
    '@salesforce/i18n/currency': 'export default globalThis.localOrgBootstrap.currency;',
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
