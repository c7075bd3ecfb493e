import type { Problem } from '../problem.ts';
import type { Project } from '../project/project.ts';
import type { SourceFile } from '../project/source-file.ts';
import { children, isTrue, textOf, type XmlElement } from '../project/xml.ts';
import type { Check } from './check.ts';
import { isUngrantable } from './permissions-complete.ts';

/** A right → the rights that it needs. */
const NEEDS: Readonly<Record<string, readonly string[]>> = {
    allowCreate: ['allowRead'],
    allowEdit: ['allowRead'],
    allowDelete: ['allowRead', 'allowEdit'],
    viewAllRecords: ['allowRead'],
    viewAllFields: ['allowRead'],
    modifyAllRecords: ['allowRead', 'allowEdit', 'allowDelete', 'viewAllRecords']
};
const COMPUTED = /^(AutoNumber|Summary)$/;

/** Rights that the platform refuses in a permission set. */
export const checkPermissionsLegal: Check = (project) =>
    project
        .metadata('permissionset', 'profile')
        .flatMap((file) => [
            ...children(file.xml!, 'objectPermissions').flatMap((element) => objectProblems(project, file, element)),
            ...children(file.xml!, 'fieldPermissions').flatMap((element) => fieldProblems(project, file, element)),
            ...duplicates(file, 'objectPermissions', 'object'),
            ...duplicates(file, 'fieldPermissions', 'field'),
            ...duplicates(file, 'classAccesses', 'apexClass')
        ]);

function objectProblems(project: Project, file: SourceFile, element: XmlElement): Problem[] {
    const object = textOf(element, 'object') ?? '';
    if (object.endsWith('__mdt'))
        return [file.problem(element.line, `${object} takes no object permissions`, 'Use customMetadataTypeAccesses')];
    if (isSetting(project, object))
        return [
            file.problem(
                element.line,
                `${object} is a custom setting and takes no object permissions`,
                'Use customSettingAccesses'
            )
        ];
    if (object.endsWith('__e')) return eventProblems(file, element, object);
    return [...dependencyProblems(file, element, object), ...parentProblems(project, file, element, object)];
}

function isSetting(project: Project, object: string): boolean {
    return project.inventory
        .find('object', object)
        .some(({ file }) => textOf(file.xml!, 'customSettingsType') !== undefined);
}

function eventProblems(file: SourceFile, element: XmlElement, object: string): Problem[] {
    const beyond = ['allowEdit', 'allowDelete', 'viewAllRecords', 'modifyAllRecords'].filter((right) =>
        isTrue(element, right)
    );
    return beyond.map((right) =>
        file.problem(element.line, `${object} is an event and takes no ${right}`, 'Grant Read and Create only')
    );
}

function dependencyProblems(file: SourceFile, element: XmlElement, object: string): Problem[] {
    return Object.entries(NEEDS)
        .filter(([right]) => isTrue(element, right))
        .flatMap(([right, needs]) => needs.filter((need) => !isTrue(element, need)).map((need) => [right, need]))
        .map(([right, need]) => file.problem(element.line, `${right} of ${object} needs ${need}`, `Grant ${need} too`));
}

/** Reading the detail of a master needs reading the master. */
function parentProblems(project: Project, file: SourceFile, element: XmlElement, object: string): Problem[] {
    if (!isTrue(element, 'allowRead')) return [];
    const masters = project
        .metadata('field')
        .filter((field) => field.object === object && textOf(field.xml!, 'type') === 'MasterDetail')
        .map((field) => textOf(field.xml!, 'referenceTo') ?? '');
    const readable = children(file.xml!, 'objectPermissions').filter((other) => isTrue(other, 'allowRead'));
    const names = new Set(readable.map((other) => textOf(other, 'object')));
    return masters
        .filter((master) => !names.has(master))
        .map((master) =>
            file.problem(
                element.line,
                `allowRead of ${object} needs allowRead of ${master}`,
                `Grant allowRead of ${master} too`
            )
        );
}

function fieldProblems(project: Project, file: SourceFile, element: XmlElement): Problem[] {
    const name = textOf(element, 'field') ?? '';
    if (/__mdt\./.test(name))
        return [file.problem(element.line, `${name} is custom metadata and takes no field permissions`, 'Remove it')];
    const editable = isTrue(element, 'editable');
    const dependency =
        editable && !isTrue(element, 'readable')
            ? [file.problem(element.line, `editable of ${name} needs readable`, 'Set readable to true')]
            : [];
    const field = project.inventory.find('field', name)[0]?.file;
    if (!field) return dependency;
    return [...dependency, ...ownFieldProblems(file, element, name, field, editable)];
}

function ownFieldProblems(
    file: SourceFile,
    element: XmlElement,
    name: string,
    field: SourceFile,
    editable: boolean
): Problem[] {
    if (isUngrantable(field))
        return [
            file.problem(
                element.line,
                `${name} is required, so that no permission can be set on it`,
                'Remove the fieldPermissions'
            )
        ];
    const computed = textOf(field.xml!, 'formula') !== undefined || COMPUTED.test(textOf(field.xml!, 'type') ?? '');
    if (!computed || !editable) return [];
    return [file.problem(element.line, `${name} is computed and cannot be editable`, 'Set editable to false')];
}

function duplicates(file: SourceFile, elements: string, nameOf: string): Problem[] {
    const seen = new Set<string>();
    return children(file.xml!, elements).flatMap((element) => {
        const name = textOf(element, nameOf) ?? '';
        const twice = seen.has(name);
        seen.add(name);
        return twice ? [file.problem(element.line, `${name} is granted twice`, 'Keep one of them')] : [];
    });
}
