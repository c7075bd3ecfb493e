import { context } from '../context.ts';
import type { OrgUser } from '../context.ts';
import { definePlatformClass } from '../define.ts';
import { TimeZoneValue } from '../time/time-zone.ts';

const about =
    (fact: (user: OrgUser) => unknown): (() => unknown) =>
    () =>
        fact(context().user);

/**
 * No request can use it: it only has the shape of one. The platform's own user has none.
 * Source: Apex Reference Guide, UserInfo.getSessionId.
 */
function sessionIdOf(user: OrgUser): string | null {
    return user.userType === 'AutomatedProcess' ? null : `${context().org.id.slice(0, 15)}!LOCAL.ORG`;
}

definePlatformClass({
    name: 'UserInfo',
    statics: {
        'String getFirstName()': about((user) => user.firstName),
        'String getLastName()': about((user) => user.lastName),
        'String getName()': about((user) => user.name),
        'String getLanguage()': about((user) => user.language),
        'String getLocale()': about((user) => user.locale),
        'Id getOrganizationId()': () => context().org.id,
        'String getOrganizationName()': () => context().org.name,
        'Id getProfileId()': about((user) => user.profileId || null),
        'TimeZone getTimeZone()': about((user) => new TimeZoneValue(user.timeZone)),
        'String getUiThemeDisplayed()': () => 'Theme4d',
        'String getUiTheme()': () => 'Theme4d',
        'String getUserEmail()': about((user) => user.email),
        'Id getUserId()': about((user) => user.id),
        'String getUserName()': about((user) => user.username),
        'Id getUserRoleId()': about((user) => user.roleId),
        'String getUserType()': about((user) => user.userType ?? 'Standard'),
        'String getSessionId()': about(sessionIdOf),
        'String getDefaultCurrency()': () => 'USD',
        'Boolean isCurrentUserLicensed(String namespace)': () => false,
        'Boolean isCurrentUserLicensedForPackage(String packageId)': () => false,
        'Boolean hasPackageLicense(Id packageId)': () => false,
        'Boolean isMultiCurrencyOrganization()': () => false
    }
});
