import type { Problem } from '../problem.ts';
import { perFile } from '../project/per-file.ts';
import type { SourceFile } from '../project/source-file.ts';
import type { XmlElement } from '../project/xml.ts';
import { typeOfFile } from '../schema/file-types.ts';
import { metadataTypes, type ElementType } from '../schema/metadata-types.ts';
import { nearest } from '../schema/near.ts';
import type { Check } from './check.ts';

const NAMESPACE = 'http://soap.sforce.com/2006/04/metadata';
/** Elements that the Metadata API types as text, but whose source holds elements. */
const NESTED = new Set(['LightningComponentBundle.targetConfigs', 'CustomMetadataValue.value']);
/** What the types demand and a deploy does not: numbers that came later. */
const OPTIONAL = new Set(['PlatformCachePartitionType.allocatedPartnerCapacity']);
/** Types whose files hold their name, which must be that of the file. */
const NAMED = new Set(
    'field listView validationRule recordType compactLayout webLink businessProcess fieldSet index sharingReason'.split(
        ' '
    )
);

/** Every metadata file against the Metadata API's own types. */
export const checkMetadataSchema: Check = (project) =>
    project.files.filter((file) => file.isMetadata && project.packageOf(file) !== '').flatMap(checkFile);

const checkFile = perFile((file): Problem[] => {
    if (file.xmlError) {
        return [
            file.problem(
                file.xmlError.line,
                `The XML is not well formed: ${trimDot(file.xmlError.message)}`,
                'Correct the XML'
            )
        ];
    }
    const root = file.xml!;
    const type = typeOfFile(file.path, file.suffix);
    if (!type) return [file.problem(1, `No metadata type has the suffix .${file.suffix}`, 'Rename the file')];
    return [...rootProblems(file, root, type), ...elementProblems(file, root, root.name), ...nameProblems(file, root)];
});

function rootProblems(file: SourceFile, root: XmlElement, type: string): Problem[] {
    const problems: Problem[] = [];
    if (root.attributes.xmlns !== NAMESPACE)
        problems.push(
            file.problem(
                root.line,
                'The root element has not the namespace of the Metadata API',
                `Write xmlns="${NAMESPACE}"`
            )
        );
    const accepted =
        root.name === type ||
        (type === 'Settings' && root.name.endsWith('Settings')) ||
        /Folder$/.test(type) ||
        root.name === 'AuraDefinitionBundle';
    if (!accepted)
        problems.push(
            file.problem(root.line, `The root element is ${root.name}`, `A .${file.suffix} file holds ${type}`)
        );
    return problems;
}

function nameProblems(file: SourceFile, root: XmlElement): Problem[] {
    if (!NAMED.has(file.suffix)) return [];
    const element = root.children.find(({ name }) => name === 'fullName');
    const name = element?.text.trim();
    if (!name) return [file.problem(root.line, 'fullName is missing', `Add <fullName>${file.name}</fullName>`)];
    if (name === file.name) return [];
    return [
        file.problem(element!.line, `fullName is ${name}, the file is named ${file.name}`, 'Give both the same name')
    ];
}

function elementProblems(file: SourceFile, element: XmlElement, type: string): Problem[] {
    const known = metadataTypes().elements(type);
    if (!known) return [];
    return [
        ...element.children.flatMap((child) => childProblems(file, child, type, known)),
        ...[...known.values()].flatMap((expected) => placeProblems(file, element, expected)),
        ...strayText(file, element),
        ...missing(file, element, type, known)
    ];
}

function childProblems(
    file: SourceFile,
    element: XmlElement,
    type: string,
    known: ReadonlyMap<string, ElementType>
): Problem[] {
    const expected = known.get(element.name);
    if (expected) {
        const skipped = element.attributes['xsi:nil'] === 'true' || NESTED.has(`${type}.${element.name}`);
        return skipped ? [] : valueProblems(file, element, expected.type);
    }
    const meant = nearest(element.name, known.keys());
    const mend = meant.length > 0 ? `Did you mean ${meant.join(' or ')}` : 'Remove it';
    return [file.problem(element.line, `${element.name} is no element of ${type}`, mend)];
}

/** What may be there once is there once, and what may be repeated stands together. */
function placeProblems(file: SourceFile, parent: XmlElement, { name, repeated }: ElementType): Problem[] {
    const positions = parent.children.flatMap((child, index) => (child.name === name ? [index] : []));
    return positions.slice(1).flatMap((position, index) => {
        const { line } = parent.children[position];
        if (!repeated) return [file.problem(line, `${name} is there twice`, 'Remove one of them')];
        if (positions[index] === position - 1) return [];
        return [file.problem(line, `${name} stands apart from the other ${name}`, 'Put them next to each other')];
    });
}

function valueProblems(file: SourceFile, element: XmlElement, type: string): Problem[] {
    const values = metadataTypes().values(type);
    const text = element.text.trim();
    if (values) return values.has(text) ? [] : [enumProblem(file, element, text, values)];
    if (type === 'boolean' && !/^(true|false)$/.test(text)) return [mistyped(file, element, text, 'true or false')];
    if (type === 'number' && !/^[-+]?(\d+(\.\d+)?|\.\d+)([eE][-+]?\d+)?$/.test(text))
        return [mistyped(file, element, text, 'a number')];
    if (type === 'string' && element.children.length > 0)
        return [mistyped(file, element, `<${element.children[0].name}>`, 'text')];
    return elementProblems(file, element, type);
}

function enumProblem(file: SourceFile, element: XmlElement, text: string, values: ReadonlySet<string>): Problem {
    const meant = nearest(text, values);
    const all = meant.length > 0 ? meant : [...values].slice(0, 12);
    return file.problem(element.line, `${element.name} cannot be ${text || 'empty'}`, `Use ${all.join(' or ')}`);
}

function mistyped(file: SourceFile, element: XmlElement, text: string, expected: string): Problem {
    return file.problem(element.line, `${element.name} is ${text.slice(0, 40) || 'empty'}`, `Write ${expected}`);
}

function strayText(file: SourceFile, element: XmlElement): Problem[] {
    const text = element.text.trim();
    if (element.children.length === 0 || text === '') return [];
    return [
        file.problem(
            element.line,
            `Text stands between the elements of ${element.name}: ${text.slice(0, 40)}`,
            'Remove it'
        )
    ];
}

function missing(
    file: SourceFile,
    element: XmlElement,
    type: string,
    known: ReadonlyMap<string, ElementType>
): Problem[] {
    const present = new Set(element.children.map(({ name }) => name));
    return [...known.values()]
        .filter(({ name, optional }) => !optional && !present.has(name) && !OPTIONAL.has(`${type}.${name}`))
        .map(({ name }) => file.problem(element.line, `${type} lacks ${name}`, `Add <${name}>`));
}

function trimDot(message: string): string {
    return message.replace(/\.$/, '');
}
