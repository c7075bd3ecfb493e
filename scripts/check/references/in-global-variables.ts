import type { Kind } from '../project/inventory.ts';
import { perFile } from '../project/per-file.ts';
import type { Reference, ReferenceFinder } from './reference.ts';

/** `$Label.X`, `$Permission.X`, … in formulas, filters and visibility rules: pattern and kind. */
const VARIABLES: readonly [RegExp, Kind][] = [
    [/\$Label\.(?!Site\.)(?:c\.)?(\w+)/g, 'label'],
    [/\$Permission\.(?:CustomPermission\.)?(\w+)/g, 'customPermission'],
    [/\$CustomMetadata\.(\w+__mdt)\b/g, 'object'],
    [/\$Setup\.(\w+__c)\b/g, 'object'],
    [/\$Setup\.(\w+__c\.\w+__c)\b/g, 'field'],
    [/\$ObjectType\.(\w+)\b/g, 'object'],
    [/\$Resource\.(\w+)/g, 'staticResource']
];

/** Global variables in metadata files. */
export const findGlobalVariables: ReferenceFinder = (project) =>
    project.files.filter((file) => file.isMetadata).flatMap(inFile);

const inFile = perFile((file): Reference[] => {
    if (!/\$[A-Z]/.test(file.text)) return [];
    return VARIABLES.flatMap(([pattern, kind]) =>
        [...file.text.matchAll(pattern)].map((match): Reference => {
            return { kind, name: match[1], file, line: file.lineAt(match.index) };
        })
    );
});
