import { definePlatformClass } from '../define.ts';
import type { Implementation } from '../registry.ts';

const nothing = (): null => null;

/** Requests of the local org never come through a site or an Experience Cloud site: there is no network to name. */
definePlatformClass({
    name: 'Network',
    constructors: {},
    statics: { 'Id getNetworkId()': nothing }
});

/** What Site says where no site is: nothing. */
const TEXTS = [
    'getAdminEmail',
    'getAnalyticsTrackingCode',
    'getBaseCustomUrl',
    'getBaseInsecureUrl',
    'getBaseRequestUrl',
    'getBaseSecureUrl',
    'getBaseUrl',
    'getCurrentSiteUrl',
    'getCustomWebAddress',
    'getDomain',
    'getErrorDescription',
    'getErrorMessage',
    'getMasterLabel',
    'getName',
    'getOriginalUrl',
    'getPathPrefix',
    'getPrefix',
    'getSiteType',
    'getSiteTypeLabel'
];

const texts = TEXTS.map((name): [string, Implementation] => [`String ${name}()`, nothing]);

definePlatformClass({
    name: 'Site',
    statics: {
        ...Object.fromEntries(texts),
        'Id getSiteId()': nothing,
        'Id getAdminId()': nothing,
        'Boolean isLoginEnabled()': () => false,
        'Boolean isRegistrationEnabled()': () => false,
        'Boolean isValidUsername(String username)': (username: string | null) =>
            /^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(username ?? '')
    }
});
