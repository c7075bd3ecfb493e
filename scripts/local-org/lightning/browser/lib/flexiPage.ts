import type { FlexiPage, FlexiPageItem, FlexiPageRegion, PageResponse } from '../../protocol.ts';
import { local } from 'lib/http';

/** What every part of a page knows of it. */
export interface PageContext {
    page: FlexiPage;
    recordId?: string;
    objectApiName?: string;
}

export type ComponentInstance = NonNullable<FlexiPageItem['componentInstance']>;

/** Asks for the page that the project ships; null when it ships none for this. */
export async function flexiPage(parameters: Record<string, string | undefined>): Promise<FlexiPage | null> {
    return (await local<PageResponse>('page', parameters)).flexiPage;
}

/** The properties of a component as one object; lists stay lists of text. */
export function propertiesOf({ componentInstanceProperties }: ComponentInstance): Record<string, string> {
    const entries = (componentInstanceProperties ?? []).map(({ name, value, valueList }) => [
        name,
        value ?? valueList?.join(',') ?? ''
    ]);
    return Object.fromEntries(entries) as Record<string, string>;
}

/** Items of a facet that a property names. */
export function facetItems(page: FlexiPage, name: string | undefined): FlexiPageItem[] {
    return page.flexiPageRegions.find((region) => region.name === name)?.itemInstances ?? [];
}

/** Fields that a section shows, column by column: `Record.Subject` → `Subject`. */
export function sectionFields(page: FlexiPage, columnsFacet: string | undefined): string[][] {
    return facetItems(page, columnsFacet).map(({ componentInstance }) => {
        const body = componentInstance && propertiesOf(componentInstance).body;
        return facetItems(page, body).flatMap(({ fieldInstance }) =>
            fieldInstance ? [fieldInstance.fieldItem.replace(/^Record\./, '')] : []
        );
    });
}

/** A column of the page's grid. */
export interface GridColumn {
    name: string;
    items: FlexiPageItem[];
    columnClass: string;
}

const FULL_WIDTH = /^(header|subheader|top|footer|bottom)$/;
const NARROW = /^(sidebar|leftsidebar|rightsidebar|region_?[23]|right)$/i;

/** Regions as rows of columns: header regions have a row of their own, the others stand side by side. */
export function gridRows({ flexiPageRegions }: FlexiPage): { name: string; columns: GridColumn[] }[] {
    const regions = flexiPageRegions.filter(({ type, itemInstances }) => type === 'Region' && itemInstances.length > 0);
    const full = regions.filter(({ name }) => FULL_WIDTH.test(name));
    const others = regions.filter(({ name }) => !FULL_WIDTH.test(name));
    const rows = full.map((region) => ({ name: region.name, columns: [column(region)] }));
    return others.length > 0 ? [...rows, { name: 'body', columns: others.map(column) }] : rows;
}

function column({ name, itemInstances }: FlexiPageRegion): GridColumn {
    return { name, items: itemInstances, columnClass: NARROW.test(name) ? 'column narrow' : 'column wide' };
}
