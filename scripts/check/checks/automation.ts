import type { Problem } from '../problem.ts';
import type { Project } from '../project/project.ts';
import type { SourceFile } from '../project/source-file.ts';
import { child, children, descendants, isTrue, textOf, type XmlElement } from '../project/xml.ts';
import type { Check } from './check.ts';

const APPROVERS = new Set(['adhoc', 'user', 'userHierarchyField', 'relatedUserField', 'queue']);
/** What a flow that the platform starts as an approval process must take in. */
const APPROVAL_INPUTS = ['recordId', 'submitter', 'submissionComments', 'firstApprover'];

/** Flows and approval processes in themselves. */
export const checkAutomation: Check = (project) => [
    ...project
        .metadata('flow')
        .flatMap((file) => [
            ...actionProblems(project, file),
            ...flowNames(file),
            ...flowTargets(file),
            ...approvalInputs(file)
        ]),
    ...project
        .metadata('approvalProcess')
        .flatMap((file) => [...approverTypes(file), ...firstStep(file), ...managerStep(file)])
];

/** A class that a flow calls has a method for it. */
function actionProblems(project: Project, file: SourceFile): Problem[] {
    return children(file.xml!, 'actionCalls').flatMap((call) => {
        const name = child(call, 'actionName');
        const meta = name && project.inventory.find('class', name.text.trim())[0]?.file;
        const source = project.sourceOf(meta);
        if (textOf(call, 'actionType') !== 'apex' || !name || !source || /@InvocableMethod\b/i.test(source.text))
            return [];
        return [
            file.problem(
                name.line,
                `${source.name} has no @InvocableMethod`,
                'Annotate its method, or call another class'
            )
        ];
    });
}

function named(file: SourceFile): XmlElement[] {
    return file.xml!.children.flatMap((element) => {
        if (element.name === 'processMetadataValues') return [];
        const name = child(element, 'name');
        return name ? [name] : [];
    });
}

function flowNames(file: SourceFile): Problem[] {
    const seen = new Set<string>();
    return named(file).flatMap(({ text, line }) => {
        const name = text.trim().toLowerCase();
        const twice = seen.has(name);
        seen.add(name);
        return twice
            ? [file.problem(line, `Two elements of the flow are named ${text.trim()}`, 'Rename one of them')]
            : [];
    });
}

function flowTargets(file: SourceFile): Problem[] {
    const names = new Set(named(file).map(({ text }) => text.trim()));
    return descendants(file.xml!)
        .filter(({ name, text }) => name === 'targetReference' && !names.has(text.trim()))
        .map(({ text, line }) => file.problem(line, `The flow has no element ${text.trim()}`, 'Correct the connector'));
}

function approvalInputs(file: SourceFile): Problem[] {
    if (textOf(file.xml!, 'processType') !== 'ApprovalWorkflow') return [];
    const inputs = children(file.xml!, 'variables').filter((variable) => isTrue(variable, 'isInput'));
    const names = new Set(inputs.map((variable) => textOf(variable, 'name')));
    return APPROVAL_INPUTS.filter((name) => !names.has(name)).map((name) =>
        file.problem(file.xml!.line, `An approval flow needs the input ${name}`, `Add the text variable ${name}`)
    );
}

function approverTypes(file: SourceFile): Problem[] {
    return descendants(file.xml!)
        .filter(({ name }) => name === 'approver')
        .flatMap((approver) => {
            const type = child(approver, 'type');
            if (!type || APPROVERS.has(type.text.trim())) return [];
            return [
                file.problem(
                    type.line,
                    `An approver cannot be a ${type.text.trim()}`,
                    `Use ${[...APPROVERS].join(' or ')}`
                )
            ];
        });
}

function firstStep(file: SourceFile): Problem[] {
    const first = children(file.xml!, 'approvalStep')[0];
    const behavior = first && child(first, 'rejectBehavior');
    if (!behavior) return [];
    return [
        file.problem(behavior.line, 'The first step has a rejectBehavior', 'Remove it: there is no step to go back to')
    ];
}

/** The manager is a user hierarchy field, which the process names. */
function managerStep(file: SourceFile): Problem[] {
    const users = descendants(file.xml!).filter(
        ({ name, text }) => name === 'type' && text.trim() === 'userHierarchyField'
    );
    if (users.length === 0 || child(file.xml!, 'nextAutomatedApprover')) return [];
    return [
        file.problem(
            users[0].line,
            'An approver is the manager, and the process names no nextAutomatedApprover',
            'Add <nextAutomatedApprover>'
        )
    ];
}
