import type { Bootstrap } from '../../protocol.ts';

declare global {
    /** Set before any component is loaded, because some modules need it while they are evaluated. */
    var localOrgBootstrap: Bootstrap;
}

/** Who is logged in, which apps there are, which model answers. */
export const bootstrap: Bootstrap = globalThis.localOrgBootstrap;

/** Label of an object for one or many records; the API name when the user has no access to the object. */
export function objectLabel(objectApiName: string, plural = false): string {
    const summary = bootstrap.objects.find(({ apiName }) => apiName === objectApiName);
    return (plural ? summary?.labelPlural : summary?.label) ?? objectApiName;
}

/** The object that a record id belongs to, by its key prefix; undefined for an unknown prefix. */
export function objectOfId(recordId: string): string | undefined {
    return bootstrap.objects.find(({ keyPrefix }) => keyPrefix === recordId.slice(0, 3))?.apiName;
}
