import type { Problem } from '../problem.ts';
import type { Project } from '../project/project.ts';
import type { SourceFile } from '../project/source-file.ts';
import { atPath, children, textOf, type XmlElement } from '../project/xml.ts';
import { codeOnly } from '../references/in-apex.ts';
import { nearest } from '../schema/near.ts';
import type { Check } from './check.ts';

/** Elements of a flow whose text is the name of another element, with a path of fields behind it. */
const NAMING = new Set(
    (
        'elementReference assignToReference leftValueReference collectionReference inputReference outputReference ' +
        'assignRecordIdToReference choiceReferences defaultSelectedChoiceReference assignNextValueToReference ' +
        'startElementReference'
    ).split(' ')
);
/** Their `name` is that of a parameter of something else, or of a setting. */
const FOREIGN_NAMES = new Set([
    'inputParameters',
    'outputParameters',
    'processMetadataValues',
    'processMetadataValue',
    'dataTypeMappings',
    'typeValue'
]);

/** Names inside flows: what an element takes from another one, and what it hands to Apex. */
export const checkFlowElements: Check = (project) =>
    project
        .metadata('flow')
        .flatMap((file) => [
            ...referenceProblems(file),
            ...children(file.xml!, 'actionCalls').flatMap((call) => parameterProblems(project, file, call))
        ]);

function referenceProblems(file: SourceFile): Problem[] {
    const names = new Map([...declaredNames(file.xml!)].map((name) => [name.toLowerCase(), name]));
    return namingElements(file.xml!).flatMap(({ text, line }) => {
        const name = /^\s*\{?!?(\w+)/.exec(text)?.[1];
        if (!name || names.has(name.toLowerCase())) return [];
        const meant = nearest(name, names.values());
        const mend = meant.length > 0 ? `Did you mean ${meant.join(' or ')}` : 'Correct the name, or add the element';
        return [file.problem(line, `The flow has no element ${name}`, mend)];
    });
}

/** Global variables begin with `$`, and stages and the like with the name of what they belong to. */
function namingElements(element: XmlElement): XmlElement[] {
    const own = NAMING.has(element.name) && /^\s*\{?!?[A-Za-z]/.test(element.text) ? [element] : [];
    return [...own, ...element.children.flatMap(namingElements)];
}

function* declaredNames(element: XmlElement): Generator<string> {
    if (!FOREIGN_NAMES.has(element.name)) {
        const name = textOf(element, 'name');
        if (name) yield name;
    }
    for (const inner of element.children) yield* declaredNames(inner);
}

/** A class that takes or gives several values names them by its invocable variables. */
function parameterProblems(project: Project, file: SourceFile, call: XmlElement): Problem[] {
    const className = textOf(call, 'actionName') ?? '';
    const source = project.sourceOf(project.inventory.find('class', className)[0]?.file);
    if (textOf(call, 'actionType') !== 'apex' || !source) return [];
    const known = invocableVariables(source);
    if (known.size === 0) return [];
    return ['inputParameters/name', 'outputParameters/name']
        .flatMap((path) => atPath(call, path))
        .filter(({ text }) => !known.has(text.trim()))
        .map(({ text, line }) =>
            file.problem(
                line,
                `${className} has no invocable variable ${text.trim()}`,
                'Correct the name, or annotate the variable'
            )
        );
}

/** Variables of the class itself, or of the classes inside it; others are unknown, so that nothing can be said. */
function invocableVariables(source: SourceFile): Set<string> {
    const found = codeOnly(source.text).matchAll(
        /@InvocableVariable\b(?:\s*\([^)]*\))?\s+(?:(?:public|global|final|transient)\s+)*[\w.<>, ]+?\s+(\w+)\s*[;={]/gi
    );
    return new Set([...found].map(([, name]) => name));
}
