/**
 * The JSON that the shell in the browser expects from the server.
 *
 * Where Salesforce has a public UI API the shapes are its own, cut down to what the shell reads; extra properties do
 * no harm; they are in ui-api-protocol.ts. Everything under `/local/` exists in the local org alone.
 */
export type * from './ui-api-protocol.ts';

/** GET /local/bootstrap */
export interface Bootstrap {
    user: {
        /** 18 characters. */
        id: string;
        name: string;
        username: string;
        email?: string;
        profileName: string;
        /** IANA, such as `Europe/Berlin`. */
        timeZone: string;
        /** Java style, such as `en_US`. */
        locale: string;
        /** Such as `en_US` or `de`; chooses the translation of custom labels. */
        language: string;
    };
    personas: { name: string; label: string; description?: string; current: boolean }[];
    orgId: string;
    /** ISO 4217, such as `USD`. */
    currency: string;
    apps: AppMenuItem[];
    /** developerName of the app to open when the user has not chosen one yet; null → the first of `apps`. */
    defaultApp: string | null;
    /** API names of the custom permissions that the user has. */
    customPermissions: string[];
    /** Names of user and system permissions that the user has, such as `ModifyAllData`. */
    userPermissions: string[];
    /** Objects that the user may read and that have a tab or can be opened as a record. */
    objects: ObjectSummary[];
    /** Which model answers, for people: `OpenAI gpt-5-mini` or `Model simulator`. */
    modelLabel: string;
    emulated: true;
}

export interface AppMenuItem {
    developerName: string;
    label: string;
    description: string;
    /** CustomApplication.navType */
    navType: 'Standard' | 'Console';
    /** `#rrggbb`; null → the shell's own. */
    headerColor: string | null;
    items: AppNavItem[];
    /** The utility bar at the foot of the window; empty when the app has none. */
    utilityItems: UtilityItem[];
}

/** A component of the utility bar, with what its button and its panel look like. */
export interface UtilityItem {
    /** Unique in the bar; `EnclosingUtilityId` of the component. */
    id: string;
    label: string;
    /** Such as `utility:notification`. */
    icon: string;
    /** Pixels, where the window has room for them. */
    width: number;
    height: number;
    isScrollable: boolean;
    /** Whether the component starts with the app rather than when its panel is first opened. */
    isEager: boolean;
    item: FlexiPageItem;
}

/** One tab of an app, already reduced to those the user may see. */
export interface AppNavItem {
    /** Name of the tab as the application lists it: `standard-Case`, `standard-home`, `AI_Overview`. */
    developerName: string;
    label: string;
    /** object → list view, home → home page, flexiPage and component → /lightning/n/<developerName>. */
    kind: 'object' | 'home' | 'flexiPage' | 'component';
    objectApiName?: string;
    /** developerName of the FlexiPage of an app page. */
    flexiPage?: string;
    /** Name of the LWC bundle of a component tab. */
    component?: string;
}

export interface ObjectSummary {
    apiName: string;
    label: string;
    labelPlural: string;
    keyPrefix: string;
    createable: boolean;
    /** Whether global search looks into it. */
    searchable: boolean;
}

/** POST /local/persona. Answer: 204 or any JSON; sets the cookie. */
export interface PersonaSwitch {
    name: string;
}

/**
 * GET /local/page
 *   ?object=Case&recordId=500…&app=Service_Console   the record page (app and profile assignments decide which)
 *   ?home=true&app=Service_Console                   the app's home page
 *   ?name=AI_Overview                                an app page or the page of a FlexiPage tab
 * `flexiPage` is null when the project ships none: the shell then shows its default page.
 */
export interface PageResponse {
    flexiPage: FlexiPage | null;
}

/** FlexiPage metadata as JSON. Names as in the metadata; single and repeated elements are both arrays. */
export interface FlexiPage {
    developerName: string;
    masterLabel: string;
    type: 'RecordPage' | 'HomePage' | 'AppPage' | string;
    sobjectType: string | null;
    /** template.name, such as `flexipage:recordHomeThreeColTemplateDesktop`. */
    template: string;
    flexiPageRegions: FlexiPageRegion[];
}

export interface FlexiPageRegion {
    name: string;
    /** A facet is the body of a tab, an accordion section or a field section; a component property names it. */
    type: 'Region' | 'Facet';
    itemInstances: FlexiPageItem[];
}

export interface FlexiPageItem {
    componentInstance?: {
        /** Such as `force:detailPanel`, `flexipage:tabset`, `c:caseSummaryPanel` or `caseSummaryPanel`. */
        componentName: string;
        identifier: string;
        componentInstanceProperties: FlexiPageProperty[];
        visibilityRule?: FlexiPageVisibilityRule;
    };
    fieldInstance?: {
        /** `Record.Subject` */
        fieldItem: string;
        identifier: string;
        visibilityRule?: FlexiPageVisibilityRule;
    };
}

export interface FlexiPageProperty {
    name: string;
    value?: string;
    /** valueList.valueListItems[].value */
    valueList?: string[];
}

/** Evaluated in the browser. */
export interface FlexiPageVisibilityRule {
    booleanFilter?: string;
    criteria: { leftValue: string; operator: string; rightValue: string }[];
}

/** GET /local/search?term=acme[&object=Account][&limit=5] — SOSL as the user; groups without a hit are left out. */
export interface SearchResponse {
    groups: SearchGroup[];
}

export interface SearchGroup {
    objectApiName: string;
    label: string;
    labelPlural: string;
    records: SearchHit[];
    /** More hits than `limit`. */
    hasMore: boolean;
}

export interface SearchHit {
    id: string;
    /** Value of the name field, such as the case number; for a case `00001026`. */
    title: string;
    /** Up to three more fields of the compact layout, ready to show. */
    fields: { label: string; value: string }[];
}

/** GET /local/events (server-sent events, `data:` lines hold this JSON). */
export type LocalEvent =
    { type: 'reload'; what: 'apex' | 'lwc' | 'metadata' } | { type: 'error'; message: string } | { type: 'fixed' };

/** Request header of a page: an Apex error comes with status 200 and the header below, so that no browser logs it. */
export const ERRORS_IN_BODY = 'X-Apex-Errors-In-Body';
/** Response header: the body is an {@link ApexErrorBody}. */
export const APEX_ERROR = 'X-Apex-Error';

/** POST /local/apex/{Class.method} with status 500, or with 200 as the headers above say. */
export interface ApexErrorBody {
    message: string;
    exceptionType?: string;
    stackTrace?: string;
    isUserDefinedException?: boolean;
}

/** Static resources: GET /resource/{name}[/path inside a zip] — `@salesforce/resourceUrl/{name}` gives `/resource/{name}`. */
