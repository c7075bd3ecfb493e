import type { Problem } from '../problem.ts';
import type { Project } from '../project/project.ts';
import type { SourceFile } from '../project/source-file.ts';
import { atPath, child, textOf } from '../project/xml.ts';
import type { Check } from './check.ts';

/** A Developer Edition allows five; three leave room for those of others. */
const MOST_EVENTS = 3;

/** Custom objects, settings, metadata types and events: what each kind must say. */
export const checkObjects: Check = (project) => [
    ...project
        .metadata('object')
        .filter((file) => /__(c|mdt|e)$/.test(file.name))
        .flatMap((file) => [...namesOf(file), ...kindProblems(project, file)]),
    ...orphanFields(project)
];

function namesOf(file: SourceFile): Problem[] {
    const needed = file.name.endsWith('__e') ? ['label', 'pluralLabel'] : ['label'];
    const problems = needed
        .filter((element) => !textOf(file.xml!, element))
        .map((element) => file.problem(file.xml!.line, `The object has no ${element}`, `Add <${element}>`));
    if (file.name.replace(/__\w+$/, '').length > 40)
        problems.push(file.problem(1, `${file.name} is too long`, 'Use up to 40 characters'));
    return problems;
}

function kindProblems(project: Project, file: SourceFile): Problem[] {
    if (file.name.endsWith('__e')) return lacking(file, ['eventType', 'publishBehavior', 'deploymentStatus']);
    if (file.name.endsWith('__mdt') || child(file.xml!, 'customSettingsType')) return [];
    const problems = lacking(file, ['nameField', 'sharingModel', 'deploymentStatus', 'pluralLabel']);
    return [...problems, ...looseDetail(project, file)];
}

function lacking(file: SourceFile, elements: readonly string[]): Problem[] {
    return elements
        .filter((element) => !child(file.xml!, element))
        .map((element) => file.problem(file.xml!.line, `The object has no ${element}`, `Add <${element}>`));
}

/** Sharing that follows a master needs one. */
function looseDetail(project: Project, file: SourceFile): Problem[] {
    const model = child(file.xml!, 'sharingModel');
    if (model?.text.trim() !== 'ControlledByParent') return [];
    const fields = project.metadata('field').filter((field) => field.object === file.name);
    if (fields.some((field) => textOf(field.xml!, 'type') === 'MasterDetail')) return [];
    return [
        file.problem(model.line, `${file.name} has no master`, 'Add a master-detail field, or another sharingModel')
    ];
}

/** No more platform events than every edition has room for. */
export const checkEventCount: Check = (project) => {
    const events = project.metadata('object').filter((file) => file.name.endsWith('__e'));
    return events
        .slice(MOST_EVENTS)
        .map((file) =>
            file.problem(
                1,
                `${file.name} is platform event number ${MOST_EVENTS + 1} or more`,
                'Use one of those that are there'
            )
        );
};

/** Fields, rules and the like of an object that no package directory declares. */
function orphanFields(project: Project): Problem[] {
    return project
        .metadata('field', 'validationRule', 'recordType', 'listView', 'compactLayout', 'fieldSet')
        .filter((file) => /__(c|mdt|e)$/.test(file.object) && !project.inventory.has('object', file.object))
        .map((file) =>
            file.problem(1, `There is no object ${file.object}`, `Add ${file.object}.object-meta.xml, or move the file`)
        );
}

/** Queues own no details. */
export const checkQueues: Check = (project) =>
    project.metadata('queue').flatMap((file) =>
        atPath(file.xml!, 'queueSobject/sobjectType')
            .filter(({ text }) => isDetail(project, text.trim()))
            .map(({ text, line }) =>
                file.problem(line, `${text.trim()} is a detail object and has no owner`, 'Remove it from the queue')
            )
    );

/** A queue that lists no object can own nothing. */
export const checkQueueObjects: Check = (project) =>
    project
        .metadata('queue')
        .filter((file) => atPath(file.xml!, 'queueSobject/sobjectType').length === 0)
        .map((file) => file.problem(file.xml!.line, 'The queue lists no object', 'Add <queueSobject>'));

function isDetail(project: Project, object: string): boolean {
    const found = project.inventory.find('object', object)[0]?.file;
    return !!found?.xml && textOf(found.xml, 'sharingModel') === 'ControlledByParent';
}
