import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

interface RegistryType {
    readonly name: string;
    readonly directoryName: string;
    readonly suffix?: string;
    readonly folderType?: string;
    readonly inFolder?: boolean;
    readonly children?: { readonly types: Readonly<Record<string, RegistryType>> };
}

interface Registry {
    readonly bySuffix: ReadonlyMap<string, string>;
    readonly byFolder: ReadonlyMap<string, string>;
}

/** Suffixes whose file belongs to a bundle, or which the registry keeps elsewhere. */
const SPECIAL: readonly [string, string][] = [
    ['js', 'LightningComponentBundle'],
    ['labels', 'CustomLabels'],
    ['app', 'CustomApplication']
];
const AURA = ['cmp', 'evt', 'intf', 'tokens', 'design', 'auradoc'];

let loaded: Registry | undefined;

/**
 * The metadata type that a file `X.<suffix>-meta.xml` holds: by its suffix, or by its folder where the type has none.
 * Undefined when the platform knows neither.
 */
export function typeOfFile(path: string, suffix: string): string | undefined {
    const { bySuffix, byFolder } = (loaded ??= readRegistry());
    const folder = path.split('/').find((part) => byFolder.has(part));
    return bySuffix.get(suffix) ?? (folder && byFolder.get(folder));
}

function readRegistry(): Registry {
    const main = createRequire(import.meta.url).resolve('@salesforce/source-deploy-retrieve');
    const file = path.join(path.dirname(main), 'registry/metadataRegistry.json');
    const { types } = JSON.parse(readFileSync(file, 'utf8')) as { types: Record<string, RegistryType> };
    const suffixes = new Map<string, string>();
    collect(types, suffixes);
    for (const type of Object.values(types)) {
        const folder = type.folderType ? types[type.folderType] : undefined;
        if (type.inFolder && type.suffix && folder) suffixes.set(`${type.suffix}Folder`, folder.name);
    }
    for (const [suffix, name] of SPECIAL) suffixes.set(suffix, name);
    for (const suffix of AURA) suffixes.set(suffix, 'AuraDefinitionBundle');
    const unmarked = Object.values(types).filter((type) => !type.suffix);
    return { bySuffix: suffixes, byFolder: new Map(unmarked.map((type) => [type.directoryName, type.name])) };
}

function collect(types: Readonly<Record<string, RegistryType>>, suffixes: Map<string, string>): void {
    for (const type of Object.values(types)) {
        if (type.suffix && !suffixes.has(type.suffix)) suffixes.set(type.suffix, type.name);
        if (type.children) collect(type.children.types, suffixes);
    }
}
