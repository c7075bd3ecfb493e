import type { FlexiPage, FlexiPageItem, FlexiPageRegion } from '../../protocol.ts';

/** The page of objects that the project ships none for: highlights, details and related lists. */
export function defaultRecordPage(objectApiName: string): FlexiPage {
    return {
        developerName: 'Default',
        masterLabel: 'Default',
        type: 'RecordPage',
        sobjectType: objectApiName,
        template: 'flexipage:recordHomeTemplateDesktop',
        flexiPageRegions: [
            region('header', 'Region', [component('force:highlightsPanel')]),
            region('detailContent', 'Facet', [component('force:detailPanel')]),
            region('tabs', 'Facet', [
                component('flexipage:tab', { title: 'Standard.Tab.detail', body: 'detailContent', active: 'true' })
            ]),
            region('main', 'Region', [component('flexipage:tabset', { tabs: 'tabs' })]),
            region('sidebar', 'Region', [component('force:relatedListContainer')])
        ]
    };
}

function region(name: string, type: FlexiPageRegion['type'], itemInstances: FlexiPageItem[]): FlexiPageRegion {
    return { name, type, itemInstances };
}

function component(componentName: string, properties: Record<string, string> = {}): FlexiPageItem {
    const componentInstanceProperties = Object.entries(properties).map(([name, value]) => ({ name, value }));
    return { componentInstance: { componentName, identifier: componentName, componentInstanceProperties } };
}
