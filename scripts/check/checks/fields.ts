import type { Problem } from '../problem.ts';
import type { Project } from '../project/project.ts';
import type { SourceFile } from '../project/source-file.ts';
import { atPath, child, isTrue, textOf } from '../project/xml.ts';
import type { Check } from './check.ts';

type FieldRule = (file: SourceFile, type: string) => Problem[];

const NAME = /^[A-Za-z](?:\w*[A-Za-z0-9])?$/;
const EXTERNAL_ID = /^(Text|Number|Email|AutoNumber)$/;

/** Custom fields: what the platform refuses although each element is right by itself. */
export const checkFields: Check = (project) => [
    ...project
        .metadata('field')
        .filter((file) => file.name.endsWith('__c'))
        .flatMap((file) => RULES.flatMap((rule) => rule(file, textOf(file.xml!, 'type') ?? ''))),
    ...relationshipNames(project),
    ...masterDetails(project)
];

const RULES: readonly FieldRule[] = [
    typeRequired,
    checkboxDefault,
    lookupRules,
    textLengths,
    numberSize,
    picklistValues,
    nameAndLabel,
    externalId
];

function at(file: SourceFile, element: string): number {
    return child(file.xml!, element)?.line ?? file.xml!.line;
}

function typeRequired(file: SourceFile, type: string): Problem[] {
    return type === '' ? [file.problem(file.xml!.line, 'The field has no type', 'Add <type>')] : [];
}

function checkboxDefault(file: SourceFile, type: string): Problem[] {
    if (type !== 'Checkbox' || textOf(file.xml!, 'defaultValue') || textOf(file.xml!, 'formula')) return [];
    return [file.problem(at(file, 'type'), 'A checkbox needs a default', 'Add <defaultValue>false</defaultValue>')];
}

function lookupRules(file: SourceFile, type: string): Problem[] {
    if (!/^(Lookup|MasterDetail|MetadataRelationship)$/.test(type)) return [];
    const problems: Problem[] = [];
    if (!textOf(file.xml!, 'referenceTo'))
        problems.push(file.problem(at(file, 'type'), `A ${type} needs an object`, 'Add <referenceTo>'));
    const required = isTrue(file.xml!, 'required');
    if (type === 'Lookup' && required && textOf(file.xml!, 'deleteConstraint') === 'SetNull')
        problems.push(
            file.problem(
                at(file, 'deleteConstraint'),
                'A required lookup cannot be cleared',
                'Set deleteConstraint to Restrict'
            )
        );
    if (type === 'MasterDetail' && child(file.xml!, 'deleteConstraint'))
        problems.push(
            file.problem(at(file, 'deleteConstraint'), 'A master-detail field has no deleteConstraint', 'Remove it')
        );
    if (type === 'MasterDetail' && child(file.xml!, 'required'))
        problems.push(file.problem(at(file, 'required'), 'A master-detail field takes no required', 'Remove it'));
    return problems;
}

function textLengths(file: SourceFile, type: string): Problem[] {
    const bounds = { Text: [1, 255], LongTextArea: [256, 131072], Html: [256, 131072] }[type];
    if (!bounds || child(file.xml!, 'formula')) return [];
    const length = Number(textOf(file.xml!, 'length') ?? 0);
    const problems: Problem[] = [];
    if (length < bounds[0] || length > bounds[1])
        problems.push(
            file.problem(
                at(file, 'length'),
                `The length of a ${type} is ${length || 'missing'}`,
                `Use ${bounds[0]} to ${bounds[1]}`
            )
        );
    if (type !== 'Text' && !textOf(file.xml!, 'visibleLines'))
        problems.push(file.problem(at(file, 'type'), `A ${type} needs visibleLines`, 'Add <visibleLines>'));
    return problems;
}

function numberSize(file: SourceFile, type: string): Problem[] {
    if (!/^(Number|Currency|Percent)$/.test(type)) return [];
    const [precision, scale] = ['precision', 'scale'].map((name) => Number(textOf(file.xml!, name) ?? NaN));
    if (precision >= 1 && precision <= 18 && scale >= 0 && scale <= precision) return [];
    return [
        file.problem(
            at(file, 'precision'),
            `A ${type} has precision ${precision} and scale ${scale}`,
            'Use at most 18 digits, the scale among them'
        )
    ];
}

function picklistValues(file: SourceFile, type: string): Problem[] {
    if (!/^(Picklist|MultiselectPicklist)$/.test(type) || child(file.xml!, 'formula')) return [];
    if (!child(file.xml!, 'valueSet'))
        return [file.problem(at(file, 'type'), `A ${type} needs values`, 'Add <valueSet>')];
    const values = atPath(file.xml!, 'valueSet/valueSetDefinition/value');
    const seen = new Set<string>();
    const problems = values.flatMap((value) => {
        const name = (textOf(value, 'fullName') ?? '').toLowerCase();
        const twice = seen.has(name);
        seen.add(name);
        return twice
            ? [file.problem(value.line, `The value ${textOf(value, 'fullName')} is there twice`, 'Remove one of them')]
            : [];
    });
    const defaults = values.filter((value) => isTrue(value, 'default'));
    if (defaults.length > 1)
        problems.push(file.problem(defaults[1].line, 'Two values are the default', 'Keep one of them'));
    if (type === 'MultiselectPicklist' && !textOf(file.xml!, 'visibleLines'))
        problems.push(file.problem(at(file, 'type'), 'A MultiselectPicklist needs visibleLines', 'Add <visibleLines>'));
    return problems;
}

function nameAndLabel(file: SourceFile): Problem[] {
    const name = file.name.replace(/__c$/, '');
    const problems: Problem[] = [];
    if (!NAME.test(name) || name.includes('__') || name.length > 40)
        problems.push(
            file.problem(
                at(file, 'fullName'),
                `${file.name} is no legal name`,
                'Use up to 40 letters, digits and single underscores'
            )
        );
    const label = textOf(file.xml!, 'label');
    if (label === undefined) problems.push(file.problem(file.xml!.line, 'The field has no label', 'Add <label>'));
    else if (label.length > 40)
        problems.push(file.problem(at(file, 'label'), `The label has ${label.length} characters`, 'Shorten it to 40'));
    return [...problems, ...proseLengths(file)];
}

function proseLengths(file: SourceFile): Problem[] {
    const limits = [
        ['inlineHelpText', 510],
        ['description', 1000]
    ] as const;
    return limits.flatMap(([element, limit]) => {
        const length = textOf(file.xml!, element)?.length ?? 0;
        return length > limit
            ? [file.problem(at(file, element), `${element} has ${length} characters`, `Shorten it to ${limit}`)]
            : [];
    });
}

function externalId(file: SourceFile, type: string): Problem[] {
    if (!isTrue(file.xml!, 'externalId') || EXTERNAL_ID.test(type)) return [];
    return [file.problem(at(file, 'externalId'), `A ${type} cannot be an external id`, 'Use Text, Number or Email')];
}

/** Two lookups to the same object need two names for the way back. */
function relationshipNames(project: Project): Problem[] {
    const seen = new Set<string>();
    return project.metadata('field').flatMap((file) => {
        const name = textOf(file.xml!, 'relationshipName');
        const key = `${textOf(file.xml!, 'referenceTo')}.${name}`;
        const twice = name !== undefined && seen.has(key);
        seen.add(key);
        return twice
            ? [
                  file.problem(
                      at(file, 'relationshipName'),
                      `${key} is the name of another relationship`,
                      'Rename one of them'
                  )
              ]
            : [];
    });
}

/** The sharing of a detail is that of its master; there are at most two masters. */
function masterDetails(project: Project): Problem[] {
    const details = project.metadata('field').filter((file) => textOf(file.xml!, 'type') === 'MasterDetail');
    return details.flatMap((file) => {
        const object = project.inventory.find('object', file.object)[0]?.file;
        if (!object?.xml || textOf(object.xml, 'sharingModel') === 'ControlledByParent') return [];
        return [
            object.problem(
                at(object, 'sharingModel'),
                `${file.object} is the detail of ${textOf(file.xml!, 'referenceTo')}`,
                'Set sharingModel to ControlledByParent'
            )
        ];
    });
}
