import { bundleName, loadComponent, typedProperties, type ComponentConstructor } from 'lib/components';
import { propertiesOf, sectionFields, type ComponentInstance, type PageContext } from 'lib/flexiPage';

/** A component of a page, ready for `lwc:is` and `lwc:spread`. */
export interface Renderable {
    constructor: ComponentConstructor;
    properties: Record<string, unknown>;
}

type Properties = Record<string, string>;

interface StandardComponent {
    load(): Promise<{ default: ComponentConstructor }>;
    properties?(given: Properties, context: PageContext): Record<string, unknown>;
}

const detail: StandardComponent = { load: () => import('shell/detailPanel') };

const relatedList: StandardComponent = {
    load: () => import('shell/relatedList'),
    properties: ({ relatedListApiName, rowsToDisplay }) => ({
        relatedListId: relatedListApiName,
        ...(rowsToDisplay && { pageSize: Number(rowsToDisplay) })
    })
};

const tabset: StandardComponent = {
    load: () => import('shell/flexiTabset'),
    properties: ({ tabs }, context) => ({ context, tabsFacet: tabs })
};

const conversation: StandardComponent = { load: () => import('shell/thread') };

/** The platform's own page components that the shell has. */
const standard: Record<string, StandardComponent> = {
    'force:highlightsPanel': { load: () => import('shell/highlightsPanel') },
    'force:detailPanel': detail,
    'force:recordDetailPanelMobile': detail,
    'force:relatedListContainer': { load: () => import('shell/relatedLists') },
    'force:relatedListSingleContainer': relatedList,
    'lst:dynamicRelatedList': relatedList,
    'flexipage:tabset': tabset,
    'flexipage:tabset2': tabset,
    'flexipage:fieldSection': {
        load: () => import('shell/fieldSection'),
        properties: ({ label, columns }, { page }) => ({ label, columns: sectionFields(page, columns) })
    },
    'flexipage:richText': {
        load: () => import('shell/richText'),
        properties: ({ richTextValue }) => ({ value: richTextValue })
    },
    'flexipage:filterListCard': {
        load: () => import('shell/listCard'),
        properties: ({ entityName, filterName, pageSize }) => ({ objectApiName: entityName, filterName, pageSize })
    },
    'runtime_sales_activities:activityPanel': { load: () => import('shell/activityPanel') },
    'forceChatter:recordFeedContainer': conversation,
    'forceChatter:recordFeed': conversation
};

/** Finds what a page names: one of the platform's components, one of the project's, or a card that says what is missing. */
export async function renderable(instance: ComponentInstance, context: PageContext): Promise<Renderable> {
    const given = propertiesOf(instance);
    const record = context.recordId ? { recordId: context.recordId, objectApiName: context.objectApiName } : {};
    const known = standard[instance.componentName];
    if (known) {
        const properties = { ...record, ...known.properties?.(given, context) };
        return { constructor: (await known.load()).default, properties };
    }
    const own = await loadComponent(instance.componentName);
    if (own) {
        return { constructor: own, properties: { ...typedProperties(instance.componentName, given), ...record } };
    }
    const { default: constructor } = await import('shell/unsupported');
    return { constructor, properties: { name: bundleName(instance.componentName) } };
}
