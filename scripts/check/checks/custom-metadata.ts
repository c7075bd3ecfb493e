import type { Problem } from '../problem.ts';
import type { Project } from '../project/project.ts';
import type { SourceFile } from '../project/source-file.ts';
import { atPath, child, children, isTrue, textOf, type XmlElement } from '../project/xml.ts';
import type { Check } from './check.ts';

/** Type of a field → type that a value in a custom metadata file has. */
const VALUE_TYPES: Readonly<Record<string, readonly string[]>> = {
    Checkbox: ['xsd:boolean'],
    Number: ['xsd:double', 'xsd:int'],
    Percent: ['xsd:double', 'xsd:int'],
    Date: ['xsd:date'],
    DateTime: ['xsd:dateTime']
};
const FORMATS: Readonly<Record<string, RegExp>> = {
    'xsd:boolean': /^(true|false)$/,
    'xsd:double': /^-?\d+(\.\d+)?$/,
    'xsd:int': /^-?\d+$/,
    'xsd:date': /^\d{4}-\d{2}-\d{2}$/,
    'xsd:dateTime': /^\d{4}-\d{2}-\d{2}T/
};

/** Custom metadata records: every value fits its field. */
export const checkCustomMetadata: Check = (project) =>
    project
        .metadata('md')
        .flatMap((file) => [
            ...labelProblems(file),
            ...children(file.xml!, 'values').flatMap((values) => valueProblems(project, file, values)),
            ...missingValues(project, file)
        ]);

function typeOf(file: SourceFile): string {
    return `${file.name.split('.')[0]}__mdt`;
}

function labelProblems(file: SourceFile): Problem[] {
    const label = child(file.xml!, 'label');
    if (!label || label.text.trim().length <= 40) return [];
    return [file.problem(label.line, `The label has ${label.text.trim().length} characters`, 'Shorten it to 40')];
}

function valueProblems(project: Project, file: SourceFile, values: XmlElement): Problem[] {
    const field = project.inventory.find('field', `${typeOf(file)}.${textOf(values, 'field')}`)[0]?.file;
    const value = child(values, 'value');
    if (!field || !value) return [];
    if (value.attributes['xsi:nil'] === 'true') return nilProblems(file, field, value);
    const type = textOf(field.xml!, 'type') ?? '';
    const written = value.attributes['xsi:type'] ?? '';
    const expected = VALUE_TYPES[type] ?? ['xsd:string', 'xsd:picklist'];
    if (!expected.includes(written))
        return [
            file.problem(
                value.line,
                `The value of ${field.name} is ${written || 'of no type'}, its field is ${type}`,
                `Write xsi:type="${expected[0]}"`
            )
        ];
    return textProblems(project, file, field, value, type, written);
}

function nilProblems(file: SourceFile, field: SourceFile, value: XmlElement): Problem[] {
    if (!isTrue(field.xml!, 'required')) return [];
    return [file.problem(value.line, `${field.name} is required and has no value`, 'Give it a value')];
}

function textProblems(
    project: Project,
    file: SourceFile,
    field: SourceFile,
    value: XmlElement,
    type: string,
    written: string
): Problem[] {
    const text = value.text.trim();
    const format = FORMATS[written];
    if (format && !format.test(text))
        return [file.problem(value.line, `${text} is no ${written.slice(4)}`, 'Correct the value')];
    const length = Number(textOf(field.xml!, 'length') ?? 0);
    if (length > 0 && value.text.length > length)
        return [
            file.problem(
                value.line,
                `The value of ${field.name} has ${value.text.length} characters`,
                `Shorten it to ${length}, or lengthen the field`
            )
        ];
    if (type === 'Picklist') return picklistProblems(file, field, value);
    if (type === 'MetadataRelationship') return relationshipProblems(project, file, field, value);
    return [];
}

/** A picklist that is not restricted takes any value. */
function picklistProblems(file: SourceFile, field: SourceFile, value: XmlElement): Problem[] {
    const [restricted] = atPath(field.xml!, 'valueSet/restricted');
    if (restricted?.text.trim() === 'false') return [];
    const allowed = atPath(field.xml!, 'valueSet/valueSetDefinition/value/fullName').map(({ text }) => text.trim());
    if (allowed.length === 0 || allowed.includes(value.text.trim())) return [];
    return [
        file.problem(value.line, `${value.text.trim()} is no value of ${field.name}`, `Use ${allowed.join(' or ')}`)
    ];
}

function relationshipProblems(project: Project, file: SourceFile, field: SourceFile, value: XmlElement): Problem[] {
    const target = (textOf(field.xml!, 'referenceTo') ?? '').replace(/__mdt$/, '');
    const name = value.text.trim();
    if (
        /^(EntityDefinition|FieldDefinition|EntityParticle)$/.test(target) ||
        project.inventory.has('customMetadata', `${target}.${name}`)
    )
        return [];
    return [file.problem(value.line, `There is no record ${target}.${name}`, 'Correct the name, or add the record')];
}

function missingValues(project: Project, file: SourceFile): Problem[] {
    const given = new Set(atPath(file.xml!, 'values/field').map(({ text }) => text.trim()));
    return project.inventory
        .all('field')
        .filter(
            ({ file: field }) =>
                field.object === typeOf(file) && isTrue(field.xml!, 'required') && !given.has(field.name)
        )
        .map(({ file: field }) =>
            file.problem(file.xml!.line, `${field.name} is required and has no value`, 'Give it a value')
        );
}
