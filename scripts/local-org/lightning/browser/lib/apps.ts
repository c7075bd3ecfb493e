import type { AppMenuItem, AppNavItem } from '../../protocol.ts';
import { bootstrap } from 'lib/bootstrap';

const CHOSEN = 'chosen app';

const EVERYDAY_OBJECTS = [
    'Case',
    'Account',
    'Contact',
    'Lead',
    'Opportunity',
    'Asset',
    'WorkOrder',
    'ServiceAppointment',
    'Campaign'
];

/** The tabs of the everyday objects that the user may read, whether an app of the user's has them or not. */
export function everydayItems(): AppNavItem[] {
    const readable = EVERYDAY_OBJECTS.flatMap(
        (name) => bootstrap.objects.find(({ apiName }) => apiName === name) ?? []
    );
    return readable.map(({ apiName, labelPlural }) => ({
        developerName: `standard-${apiName}`,
        label: labelPlural,
        kind: 'object',
        objectApiName: apiName
    }));
}

/** For a user who may open none of the project's apps: home and the everyday objects. */
function plainApp(): AppMenuItem {
    return {
        developerName: 'Records',
        label: 'Records',
        description: 'All records that you may see. No app of Tandem is assigned to you.',
        navType: 'Standard',
        headerColor: null,
        items: [{ developerName: 'standard-home', label: 'Home', kind: 'home' }, ...everydayItems()],
        utilityItems: []
    };
}

/** The app that this user chose last, else the one for newcomers. */
export function currentApp(): AppMenuItem {
    return (
        find(localStorage.getItem(`${CHOSEN} ${bootstrap.user.id}`)) ??
        find(bootstrap.defaultApp) ??
        bootstrap.apps[0] ??
        plainApp()
    );
}

/** Remembers the choice; a name that the user has no app of leaves the current one. */
export function chooseApp(developerName: string | undefined): AppMenuItem {
    const app = find(developerName ?? null);
    if (app) {
        localStorage.setItem(`${CHOSEN} ${bootstrap.user.id}`, app.developerName);
    }
    return app ?? currentApp();
}

/** Address of an item of an app. */
export function itemUrl({ kind, objectApiName, developerName }: AppNavItem): string {
    if (kind === 'object') {
        return `/lightning/o/${objectApiName}/list`;
    }
    return kind === 'home' ? '/lightning/page/home' : `/lightning/n/${developerName}`;
}

/** Address to show when an app is opened. */
export function startPage(app: AppMenuItem): string {
    return app.items[0] ? itemUrl(app.items[0]) : '/lightning/page/home';
}

/** The item of an app that an address belongs to. */
export function itemOf(app: AppMenuItem, url: string): AppNavItem | undefined {
    const path = url.split('?')[0]!;
    const object = /^\/lightning\/[ro]\/(\w+)\//.exec(path)?.[1];
    return app.items.find((item) => (item.kind === 'object' ? item.objectApiName === object : itemUrl(item) === path));
}

function find(developerName: string | null): AppMenuItem | undefined {
    return bootstrap.apps.find((app) => app.developerName === developerName);
}
