/** What the `@salesforce/*` modules of components are made of; see build/plugins/salesforce-modules.ts. */
import { bootstrap } from 'lib/bootstrap';
import { localSend } from 'lib/http';
import { refreshWire, wireAdapter } from 'lib/wire';

type Parameters = Record<string, unknown>;

/** An Apex method as a component imports it: a function, and a wire adapter too. */
export function apexMethod(name: string) {
    const call = (parameters: Parameters = {}): Promise<unknown> => localSend(`apex/${name}`, parameters);
    const adapter = wireAdapter<Parameters, unknown>({
        load: (parameters) => (Object.values(parameters).includes(undefined) ? null : call(parameters))
    });
    return Object.assign((parameters?: Parameters) => call(parameters), { adapter });
}

/** `refreshApex` of @salesforce/apex. */
export const refreshApex = refreshWire;

/** `getSObjectValue` of @salesforce/apex: the value of a field, which may span relationships, in an Apex record. */
export function getSObjectValue(record: Parameters | undefined, field: string | { fieldApiName: string }): unknown {
    const path = typeof field === 'string' ? field.split('.').slice(1) : field.fieldApiName.split('.');
    return path.reduce<unknown>((value, key) => (value as Parameters | undefined)?.[key], record);
}

interface LabelText {
    value: string;
    translations: Record<string, string>;
}

/** Text of a label in the user's language: `de_AT`, then `de`, then the original. */
export function translatedLabel({ value, translations }: LabelText): string {
    const language = bootstrap.user.language;
    return translations[language] ?? translations[language.split('_')[0]!] ?? value;
}

/** `@salesforce/user/Id` and `@salesforce/user/isGuest`. */
export function userProperty(name: string): string | boolean {
    return name === 'Id' ? bootstrap.user.id : false;
}

/** True or, as on the platform, undefined. */
export function hasCustomPermission(name: string): true | undefined {
    return bootstrap.customPermissions.includes(name) || undefined;
}

/** True or, as on the platform, undefined. */
export function hasUserPermission(name: string): true | undefined {
    return bootstrap.userPermissions.includes(name) || undefined;
}

/** `@salesforce/i18n/*`; throws for a property that the local org does not know. */
export function internationalization(name: string): string | number {
    const locale = bootstrap.user.locale.replaceAll('_', '-');
    const known: Record<string, string | number> = {
        lang: bootstrap.user.language.replace('_', '-'),
        dir: 'ltr',
        locale,
        currency: bootstrap.currency,
        timeZone: bootstrap.user.timeZone,
        firstDayOfWeek: firstDayOfWeek(locale)
    };
    if (!(name in known)) {
        throw new Error(`Not implemented in the local org: @salesforce/i18n/${name}`);
    }
    return known[name]!;
}

/** 1 is Sunday. */
function firstDayOfWeek(locale: string): number {
    const known = new Intl.Locale(locale) as Intl.Locale & { getWeekInfo?(): { firstDay: number } };
    return ((known.getWeekInfo?.().firstDay ?? 7) % 7) + 1;
}

/** `@salesforce/client/formFactor`: Small, Medium or Large, from the width of the window. */
export function clientProperty(name: string): string {
    if (name !== 'formFactor') {
        throw new Error(`Not implemented in the local org: @salesforce/client/${name}`);
    }
    return window.innerWidth < 480 ? 'Small' : window.innerWidth < 768 ? 'Medium' : 'Large';
}
