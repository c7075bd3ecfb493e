import type { LightningElement } from 'lwc';
import { components } from 'virtual:components';

/** Class of a component, as `lwc:is` takes it. */
export type ComponentConstructor = typeof LightningElement;

/** Name of a component of the project without its namespace: `c:caseSummaryPanel` → `caseSummaryPanel`. */
export function bundleName(componentName: string): string {
    return componentName.replace(/^c(:|__|\/)/, '');
}

/** Loads a component of the project by the name that a page gives it; null when the project has none of that name. */
export async function loadComponent(componentName: string): Promise<ComponentConstructor | null> {
    const entry = components[bundleName(componentName)];
    return entry ? (await entry.load()).default : null;
}

/** Page properties come as text: gives them the types that the component's js-meta.xml declares. */
export function typedProperties(componentName: string, properties: Record<string, string>): Record<string, unknown> {
    const types = components[bundleName(componentName)]?.properties ?? {};
    return Object.fromEntries(Object.entries(properties).map(([name, value]) => [name, typed(value, types[name])]));
}

function typed(value: string, type: string | undefined): unknown {
    if (type === 'Boolean') {
        return value === 'true';
    }
    return type === 'Integer' ? Number(value) : value;
}
