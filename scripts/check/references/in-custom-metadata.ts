import type { Kind } from '../project/inventory.ts';
import type { SourceFile } from '../project/source-file.ts';
import { child, children, textOf } from '../project/xml.ts';
import type { Reference, ReferenceFinder } from './reference.ts';

/** Fields of custom metadata whose value is a name, or names with commas between: by the end of their name. */
const NAMING: readonly [RegExp, Kind, prefix: string][] = [
    [/(^|_)Class__c$/, 'class', ''],
    [/(^|_)Custom_Permission__c$/, 'customPermission', ''],
    [/(^|_)Named_Credential__c$/, 'namedCredential', ''],
    [/(^|_)Queue__c$/, 'queue', ''],
    [/(^|_)Flow__c$/, 'flow', ''],
    [/^Prompt__c$/, 'customMetadata', 'AI_Prompt.'],
    [/^Model_Chain__c$/, 'customMetadata', 'AI_Model.']
];

/** What custom metadata records name: their type, their fields, and classes, permissions and credentials by convention. */
export const findInCustomMetadata: ReferenceFinder = (project) => project.metadata('md').flatMap(inRecord);

function inRecord(file: SourceFile): Reference[] {
    const type = `${file.name.split('.')[0]}__mdt`;
    const own: Reference = { kind: 'object', name: type, file, line: file.xml!.line };
    return [own, ...children(file.xml!, 'values').flatMap((values) => inValue(values, type, file))];
}

function inValue(values: ReturnType<typeof children>[number], type: string, file: SourceFile): Reference[] {
    const field = textOf(values, 'field') ?? '';
    const value = child(values, 'value');
    const declared: Reference = { kind: 'field', name: `${type}.${field}`, file, line: values.line };
    const naming = NAMING.find(([pattern]) => pattern.test(field));
    if (!naming || !value) return [declared];
    const [, kind, prefix] = naming;
    const names = value.text.split(',').map((name) => name.trim());
    const named = names
        .filter(Boolean)
        .map((name): Reference => ({ kind, name: prefix + name, file, line: value.line, byConvention: true }));
    return [declared, ...named];
}
