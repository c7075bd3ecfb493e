import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

/** A child element of a metadata type. */
export interface ElementType {
    readonly name: string;
    readonly optional: boolean;
    readonly repeated: boolean;
    /** `string`, `number`, `boolean`, `Date`, `any`, an enumeration or another type. */
    readonly type: string;
}

/** The types of the Metadata API. */
export interface MetadataTypes {
    /** Child elements of a type, inherited ones first; undefined when there is no such type. */
    elements(type: string): ReadonlyMap<string, ElementType> | undefined;
    /** Values of an enumeration; undefined when it is none. */
    values(type: string): ReadonlySet<string> | undefined;
}

const DECLARATION = /^export type (\w+) = (?:(\w+) & )?(\{[\s\S]*?^\};|[^{][^;]*;)/gm;
const ELEMENT = /^ {4}(\w+)(\?)?: ([^;]+);/gm;

interface Declared {
    readonly base: string | undefined;
    readonly own: readonly ElementType[];
}

/** Two releases of the types: each lacks some that the other has. */
const PACKAGES = ['@salesforce/types-next', '@salesforce/types'];

/**
 * The types that Salesforce generates from the Metadata API's WSDL (`@salesforce/types`), of two releases: what either
 * knows is known, and what either leaves open is open. Parsed once.
 */
export function metadataTypes(): MetadataTypes {
    return (loaded ??= combine(PACKAGES.map(readTypes)));
}

let loaded: MetadataTypes | undefined;

function combine(releases: readonly MetadataTypes[]): MetadataTypes {
    const known = new Map<string, Map<string, ElementType> | undefined>();
    const elements = (type: string): Map<string, ElementType> | undefined => {
        if (!known.has(type))
            known.set(type, mergeElements(releases.flatMap((release) => release.elements(type) ?? [])));
        return known.get(type);
    };
    const values = (type: string): Set<string> | undefined => {
        const all = releases.flatMap((release) => [...(release.values(type) ?? [])]);
        return all.length > 0 ? new Set(all) : undefined;
    };
    return { elements, values };
}

/** An element that one of the releases lacks, or leaves out at will, is optional; text is what accepts most. */
function mergeElements(releases: readonly ReadonlyMap<string, ElementType>[]): Map<string, ElementType> | undefined {
    if (releases.length === 0) return undefined;
    const merged = new Map<string, ElementType>();
    for (const name of releases.flatMap((release) => [...release.keys()])) {
        const found = releases.flatMap((release) => release.get(name) ?? []);
        const open = found.find(({ type }) => type === 'string') ?? found[0];
        merged.set(name, {
            ...open,
            optional: found.length < releases.length || found.some(({ optional }) => optional),
            repeated: found.some(({ repeated }) => repeated)
        });
    }
    return merged;
}

function readTypes(release: string): MetadataTypes {
    const module = createRequire(import.meta.url).resolve(`${release}/metadata`);
    const source = readFileSync(path.join(path.dirname(module), 'metadata.d.ts'), 'utf8');
    const types = new Map<string, Declared>();
    const enumerations = new Map<string, Set<string>>();
    for (const [, name, base, body] of source.matchAll(DECLARATION)) {
        const values = body.startsWith('{') ? [] : [...body.matchAll(/'([^']*)'/g)].map((match) => match[1]);
        if (values.length > 0) enumerations.set(name, new Set(values));
        else types.set(name, { base: base ?? aliasOf(body), own: elementsOf(body) });
    }
    const cache = new Map<string, Map<string, ElementType>>();
    return { elements: (type) => flatten(type, types, cache), values: (type) => enumerations.get(type) };
}

function aliasOf(body: string): string | undefined {
    return body.startsWith('{') ? undefined : body.replace(/;$/, '').trim();
}

function elementsOf(body: string): ElementType[] {
    return [...body.matchAll(ELEMENT)].map(([, name, mark, written]) => {
        const repeated = written.endsWith('[]');
        return { name, optional: mark === '?' || repeated, repeated, type: written.replace(/\[\]$/, '') };
    });
}

function flatten(
    type: string,
    types: ReadonlyMap<string, Declared>,
    cache: Map<string, Map<string, ElementType>>
): Map<string, ElementType> | undefined {
    const known = cache.get(type);
    const declared = types.get(type);
    if (known || !declared) return known;
    const inherited = declared.base ? flatten(declared.base, types, cache) : undefined;
    const all = new Map(inherited ?? []);
    for (const element of declared.own) all.set(element.name, element);
    cache.set(type, all);
    return all;
}
