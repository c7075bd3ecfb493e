import { readApexSurface } from '../../build/apex-surface.ts';
import type { Problem } from '../problem.ts';
import type { Declaration } from '../project/inventory.ts';
import type { Project } from '../project/project.ts';
import type { SourceFile } from '../project/source-file.ts';
import { atPath, isTrue, textOf, type XmlElement } from '../project/xml.ts';
import { codeOnly } from '../references/in-apex.ts';
import type { Check } from './check.ts';

/** What a permission set gives → the elements, the child with the name, and the child that must be true. */
const GRANTS: readonly (readonly [string, string, string, string | null])[] = [
    ['object', 'objectPermissions', 'object', 'allowRead'],
    ['field', 'fieldPermissions', 'field', 'readable'],
    ['class', 'classAccesses', 'apexClass', 'enabled'],
    ['customPermission', 'customPermissions', 'name', 'enabled'],
    ['tab', 'tabSettings', 'tab', null],
    ['application', 'applicationVisibilities', 'application', 'visible'],
    ['principal', 'externalCredentialPrincipalAccesses', 'externalCredentialPrincipal', 'enabled']
];

/** Everything of ours that needs a permission is given by some permission set. */
export const checkPermissionsComplete: Check = (project) => {
    const granted = new Set(project.metadata('permissionset').flatMap(grantsOf));
    return needed(project).flatMap(([kind, { name, file, line }]) =>
        grantedAs(kind, name)
            .filter((needs) => !granted.has(`${kind} ${needs}`.toLowerCase()))
            .map((needs) =>
                file.problem(
                    line,
                    `No permission set grants ${needs}`,
                    'Grant it in the permission set of those who need it'
                )
            )
    );
};

/** A field of Activity is one of tasks and one of events, and granted as these. */
function grantedAs(kind: string, name: string): string[] {
    if (kind !== 'field' || !name.startsWith('Activity.')) return [name];
    return ['Task', 'Event'].map((object) => name.replace('Activity', object));
}

function grantsOf(file: SourceFile): string[] {
    return GRANTS.flatMap(([kind, elements, nameOf, flag]) =>
        atPath(file.xml!, elements)
            .filter((element) => flag === null || isTrue(element, flag))
            .map((element) => `${kind} ${textOf(element, nameOf) ?? ''}`.toLowerCase())
    );
}

function needed(project: Project): (readonly [string, Declaration])[] {
    const { inventory } = project;
    const of = (kind: 'customPermission' | 'tab' | 'application' | 'principal') =>
        inventory.all(kind).map((declaration) => [kind, declaration] as const);
    return [
        ...inventory
            .all('object')
            .filter(({ file }) => needsObjectPermission(file))
            .map((found) => ['object', found] as const),
        ...inventory
            .all('field')
            .filter(({ file }) => needsFieldPermission(project, file))
            .map((found) => ['field', found] as const),
        ...inventory
            .all('class')
            .filter(({ file }) => isEntryPoint(project, file))
            .map((found) => ['class', found] as const),
        ...of('customPermission'),
        ...of('tab'),
        ...of('application'),
        ...of('principal')
    ];
}

function needsObjectPermission(file: SourceFile): boolean {
    return /__(c|e)$/.test(file.name) && !isSetting(file.xml);
}

function isSetting(object: XmlElement | null | undefined): boolean {
    return !!object && textOf(object, 'customSettingsType') !== undefined;
}

/** Required and master-detail fields cannot be granted; those of settings, custom metadata and events need not be. */
function needsFieldPermission(project: Project, file: SourceFile): boolean {
    if (!file.name.endsWith('__c') || /__(mdt|e)$/.test(file.object)) return false;
    if (project.inventory.find('object', file.object).some((object) => isSetting(object.file.xml))) return false;
    return !isUngrantable(file);
}

/** Is this a field that everybody sees who sees the record? */
export function isUngrantable(field: SourceFile): boolean {
    return isTrue(field.xml!, 'required') || textOf(field.xml!, 'type') === 'MasterDetail';
}

const ENTRY = /@(AuraEnabled|InvocableMethod|RestResource)\b|\bwebservice\b/i;
const entries = new WeakMap<SourceFile, boolean>();

/** Can a user run the class without another one of ours in front of it? */
function isEntryPoint(project: Project, meta: SourceFile): boolean {
    const source = project.sourceOf(meta);
    if (!source) return false;
    const known = entries.get(source) ?? hasEntry(source);
    entries.set(source, known);
    return known;
}

/** `@AuraEnabled` on properties only makes them visible in results. */
function hasEntry(source: SourceFile): boolean {
    const code = codeOnly(source.text);
    if (!ENTRY.test(code) || /@IsTest\b/i.test(code)) return false;
    if (/@(InvocableMethod|RestResource)\b|\bwebservice\b/i.test(code)) return true;
    return parseable(source).some(({ methods }) => methods.length > 0);
}

function parseable(source: SourceFile): ReturnType<typeof readApexSurface> {
    try {
        return readApexSurface(source.text, source.path);
    } catch {
        return []; // The compiler says where the class does not parse.
    }
}

/** A user needs Read on the object that keeps credentials, wherever a principal is given. */
export const checkCredentialAccess: Check = (project) =>
    project.metadata('permissionset').flatMap((file): Problem[] => {
        const [principal] = atPath(file.xml!, 'externalCredentialPrincipalAccesses');
        const granted = grantsOf(file).includes('object userexternalcredential');
        if (!principal || granted) return [];
        const what = 'A principal is granted without Read on UserExternalCredential, so that callouts fail';
        return [file.problem(principal.line, what, 'Add objectPermissions with allowRead for UserExternalCredential')];
    });
