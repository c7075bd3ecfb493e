import type { FlexiPage, FlexiPageItem, FlexiPageProperty } from '../../lightning/protocol.ts';
import type { FlexiPageMetadata, MetadataStore, RegionItem } from '../../metadata/types.ts';

/** Which page is asked for. */
export interface PageRequest {
    /** Developer name of the app that is open. */
    app?: string;
    /** Object of a record page. */
    object?: string;
    /** Whether the app's home page is meant. */
    home?: boolean;
    /** Name of an app page or of the page of a tab. */
    name?: string;
    /** The profile of the user, for assignments by profile. */
    profileName: string;
}

/** The page that applies as JSON; null when the project ships none. */
export function findFlexiPage(metadata: MetadataStore, request: PageRequest): FlexiPage | null {
    const page = request.name ? pageByName(metadata, request.name) : assignedPage(metadata, request);
    return page ? toFlexiPage(page) : null;
}

function pageByName(metadata: MetadataStore, name: string): FlexiPageMetadata | undefined {
    const target = metadata.tabs.find((tab) => tab.name === name && tab.kind === 'flexiPage')?.target ?? name;
    return metadata.flexiPages.find((page) => page.name === target);
}

/** What the app assigns (first for the profile, then for everybody), else the only page there is for it. */
function assignedPage(metadata: MetadataStore, request: PageRequest): FlexiPageMetadata | undefined {
    const app = metadata.applications.find(({ name }) => name === request.app);
    const forProfile = (app?.profileActionOverrides ?? []).filter(({ profile }) => profile === request.profileName);
    const overrides = [...forProfile, ...(app?.actionOverrides ?? [])].filter(
        ({ type, formFactor }) => type === 'Flexipage' && (formFactor ?? 'Large') === 'Large'
    );
    const wanted = request.home
        ? overrides.find(({ object }) => object === 'standard-home')
        : overrides.find(({ object, actionName }) => object === request.object && actionName === 'View');
    return metadata.flexiPages.find((page) => (wanted ? page.name === wanted.content : matches(page, request)));
}

function matches(page: FlexiPageMetadata, { object, home }: PageRequest): boolean {
    return home ? page.type === 'HomePage' : page.type === 'RecordPage' && page.sobjectType === object;
}

function toFlexiPage(page: FlexiPageMetadata): FlexiPage {
    return {
        developerName: page.name,
        masterLabel: page.label,
        type: page.type,
        sobjectType: page.sobjectType ?? null,
        template: page.template,
        flexiPageRegions: page.regions.map((region) => ({
            name: region.name,
            type: region.type === 'Facet' ? 'Facet' : 'Region',
            itemInstances: region.items.map(toItem)
        }))
    };
}

/** What a region holds, as the browser gets it. */
export function toItem(item: RegionItem, index: number): FlexiPageItem {
    if (item.kind === 'field') {
        const { fieldItem, identifier, visibilityRule } = item.field;
        return { fieldInstance: { fieldItem, identifier: identifier ?? `${fieldItem}${index}`, visibilityRule } };
    }
    const { name, identifier, properties, visibilityRule } = item.component;
    return {
        componentInstance: {
            componentName: name,
            identifier: identifier ?? `${name}${index}`,
            componentInstanceProperties: Object.entries(properties).map(toProperty),
            visibilityRule
        }
    };
}

function toProperty([name, value]: [string, string | string[]]): FlexiPageProperty {
    return Array.isArray(value) ? { name, valueList: value } : { name, value };
}
