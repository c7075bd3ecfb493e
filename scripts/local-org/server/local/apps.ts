import type { AppMenuItem, AppNavItem } from '../../lightning/protocol.ts';
import type { CustomApplicationMetadata } from '../../metadata/types.ts';
import type { UserOrg } from '../records/user-org.ts';
import { utilityItems } from './utility-items.ts';

/** The apps that the user may open, each with the tabs that the user may see. */
export function visibleApps(userOrg: UserOrg): AppMenuItem[] {
    const { metadata, data } = userOrg.org;
    return metadata.applications
        .filter((app) => data.permissions.application(userOrg.user.id, app.name))
        .map((app) => appMenuItem(userOrg, app));
}

/** The app that opens first: the default of the user's profile or permission sets. Null when none of them says. */
export function defaultApp(userOrg: UserOrg): string | null {
    const { metadata, data } = userOrg.org;
    const assigned = new Set(data.permissions.permissionSets(userOrg.user.id));
    const profile = metadata.profiles.find(({ name }) => name === userOrg.user.profileName);
    const grants = [...metadata.permissionSets.filter(({ name }) => assigned.has(name)), ...(profile ? [profile] : [])];
    const visibilities = grants.flatMap((grant) => grant.applicationVisibilities);
    return visibilities.find((visibility) => visibility.default && visibility.visible)?.application ?? null;
}

function appMenuItem(userOrg: UserOrg, app: CustomApplicationMetadata): AppMenuItem {
    return {
        developerName: app.name,
        label: translated(userOrg, 'applications', app.name) ?? app.label,
        description: app.description ?? '',
        navType: app.navType === 'Console' ? 'Console' : 'Standard',
        headerColor: app.brand?.headerColor ?? null,
        items: app.tabs.map((tab) => navItem(userOrg, tab)).filter((item) => item !== null),
        utilityItems: utilityItems(userOrg.org.metadata, app.utilityBar)
    };
}

/** A tab as an entry of the navigation bar; null when it is not for this user. */
function navItem(userOrg: UserOrg, developerName: string): AppNavItem | null {
    if (developerName === 'standard-home') {
        return { developerName, label: 'Home', kind: 'home' };
    }
    const tab = userOrg.org.metadata.tabs.find(({ name }) => name === developerName);
    if (!tab || tab.kind === 'object') {
        return objectItem(userOrg, developerName);
    }
    if (userOrg.org.data.permissions.tab(userOrg.user.id, developerName) === 'Hidden') {
        return null;
    }
    const label = translated(userOrg, 'tabs', developerName) ?? tab.label ?? developerName;
    return tab.kind === 'lwc'
        ? { developerName, label, kind: 'component', component: tab.target }
        : { developerName, label, kind: 'flexiPage', flexiPage: tab.target };
}

function objectItem(userOrg: UserOrg, developerName: string): AppNavItem | null {
    const object = userOrg.org.schema.object(developerName.replace(/^standard-/, ''));
    return object && userOrg.canRead(object)
        ? { developerName, label: object.labelPlural, kind: 'object', objectApiName: object.name }
        : null;
}

function translated({ org, user }: UserOrg, kind: 'applications' | 'tabs', name: string): string | undefined {
    return org.metadata.translation(kind, name, user.language);
}
