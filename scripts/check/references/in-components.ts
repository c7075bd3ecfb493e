import type { Kind } from '../project/inventory.ts';
import type { SourceFile } from '../project/source-file.ts';
import type { Reference, ReferenceFinder } from './reference.ts';

/** Modules that a component can import → what they name. */
const MODULES: readonly [RegExp, Kind][] = [
    [/^@salesforce\/label\/c\.(\w+)$/, 'label'],
    [/^@salesforce\/apex(?:Continuation)?\/(\w+)\.\w+$/, 'class'],
    [/^@salesforce\/customPermission\/(\w+)$/, 'customPermission'],
    [/^@salesforce\/resourceUrl\/(\w+)$/, 'staticResource'],
    [/^@salesforce\/messageChannel\/(\w+)__c$/, 'messageChannel'],
    [/^@salesforce\/schema\/(\w+)$/, 'object'],
    [/^@salesforce\/schema\/(\w+\.[\w.]+)$/, 'field'],
    [/^c\/(\w+)$/, 'component']
];

/** Every module that the scripts of components import, with its line. */
export function importsOf(file: SourceFile): { module: string; line: number }[] {
    const found = file.text.matchAll(/^\s*(?:import|export)\b[^'";]*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/gm);
    return [...found].map((match) => {
        const end = match.index + match[0].length;
        return { module: match[1] ?? match[2], line: file.lineAt(end) };
    });
}

/** Imports of components, and `<c-name>` in their templates. */
export const findInComponents: ReferenceFinder = (project) => [
    ...project.ofSuffix('ts', 'js').filter(isScript).flatMap(inScript),
    ...project
        .ofSuffix('html')
        .filter((file) => file.bundle !== '')
        .flatMap(inTemplate)
];

/** A script of a component, other than types and tests. */
export function isScript(file: SourceFile): boolean {
    return file.bundle !== '' && !file.isMetadata && !file.path.endsWith('.d.ts');
}

function inScript(file: SourceFile): Reference[] {
    return importsOf(file).flatMap(({ module, line }) =>
        MODULES.flatMap(([pattern, kind]): Reference[] => {
            const name = pattern.exec(module)?.[1];
            return name ? [{ kind, name, file, line }] : [];
        })
    );
}

function inTemplate(file: SourceFile): Reference[] {
    return [...file.text.matchAll(/<c-([a-z0-9-]+)/g)].map((match) => ({
        kind: 'component',
        name: match[1].replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase()),
        file,
        line: file.lineAt(match.index)
    }));
}
