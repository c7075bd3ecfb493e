import type { Kind } from '../project/inventory.ts';
import type { SourceFile } from '../project/source-file.ts';
import { atPath, child, children, descendants, textOf, type XmlElement } from '../project/xml.ts';
import type { Reference, ReferenceFinder } from './reference.ts';

/** References in flows, workflows and approval processes. */
export const findInAutomation: ReferenceFinder = (project) => [
    ...project.metadata('flow').flatMap(inFlow),
    ...project.metadata('workflow').flatMap(inWorkflow),
    ...project.metadata('approvalProcess').flatMap(inApprovalProcess),
    ...project.metadata('assignmentRules', 'escalationRules').flatMap(inAssignments),
    ...project.metadata('sharingRules').flatMap(inSharingRules)
];

function inFlow(file: SourceFile): Reference[] {
    const root = file.xml!;
    const records = root.children.filter(({ name }) =>
        /^(record(Creates|Updates|Lookups|Deletes)|start|dynamicChoiceSets)$/.test(name)
    );
    return [
        ...inRecordVariables(file),
        ...children(root, 'actionCalls').flatMap((call) => inActionCall(call, file)),
        ...records.flatMap((element) => inRecordElement(element, file))
    ];
}

/** `$Record.Field` is a field of the object that starts the flow. */
function inRecordVariables(file: SourceFile): Reference[] {
    const [start] = atPath(file.xml!, 'start/object');
    if (!start) return [];
    return [...file.text.matchAll(/\$Record(?:__Prior)?\.(\w+(?:\.\w+)*)(?![\w.:])/g)].map((match) => ({
        kind: 'field',
        name: `${start.text.trim()}.${match[1]}`,
        file,
        line: file.lineAt(match.index)
    }));
}

/** Fields of entry criteria, `Object.Field`; those of the platform have other names here. */
function inCriteria(file: SourceFile): Reference[] {
    const fields = descendants(file.xml!)
        .filter(({ name }) => name === 'criteriaItems')
        .flatMap((item) => children(item, 'field'));
    return fields
        .filter(({ text }) => /^\w+\.\w+__c$/.test(text.trim()))
        .map(({ text, line }) => ({ kind: 'field', name: text.trim(), file, line }));
}

/** Type of an action that a flow runs → what its name names. */
const KINDS_OF_ACTIONS: Readonly<Record<string, Kind>> = {
    apex: 'class',
    emailAlert: 'workflowAction',
    quickAction: 'quickAction'
};

function inActionCall(call: XmlElement, file: SourceFile): Reference[] {
    const name = child(call, 'actionName');
    const kind = KINDS_OF_ACTIONS[textOf(call, 'actionType') ?? ''];
    if (!name || !kind) return [];
    return [{ kind, name: name.text.trim(), file, line: name.line }];
}

function inRecordElement(element: XmlElement, file: SourceFile): Reference[] {
    const object = child(element, 'object');
    if (!object) return [];
    const name = object.text.trim();
    const fields = [
        ...atPath(element, 'filters/field'),
        ...atPath(element, 'inputAssignments/field'),
        ...atPath(element, 'outputAssignments/field'),
        ...['queriedFields', 'sortField', 'displayField', 'valueField'].flatMap((path) => children(element, path))
    ];
    return [
        { kind: 'object', name, file, line: object.line },
        ...fields.map(({ text, line }): Reference => ({ kind: 'field', name: `${name}.${text.trim()}`, file, line }))
    ];
}

function inWorkflow(file: SourceFile): Reference[] {
    const fields = atPath(file.xml!, 'fieldUpdates/field').map(({ text, line }): Reference => ({
        kind: 'field',
        name: `${file.name}.${text.trim()}`,
        file,
        line
    }));
    const queues = atPath(file.xml!, 'fieldUpdates').flatMap((update): Reference[] => {
        const value = child(update, 'lookupValue');
        if (!value || textOf(update, 'lookupValueType') !== 'Queue') return [];
        return [{ kind: 'queue', name: value.text.trim(), file, line: value.line }];
    });
    return [...fields, ...queues, ...inCriteria(file), ...actionsBelow(file, file.name)];
}

/** `<assignedTo>Queue</assignedTo><assignedToType>Queue</assignedToType>`, also of escalations. */
function inAssignments(file: SourceFile): Reference[] {
    return descendants(file.xml!).flatMap((element): Reference[] => {
        const to = child(element, 'assignedTo');
        if (!to || textOf(element, 'assignedToType') !== 'Queue') return [];
        return [{ kind: 'queue', name: to.text.trim(), file, line: to.line }];
    });
}

/** Who records are shared with: groups and queues of ours. */
function inSharingRules(file: SourceFile): Reference[] {
    const shared = descendants(file.xml!).filter(({ name }) => /^shared(To|From)$/.test(name));
    return shared.flatMap((element) =>
        (['group', 'queue'] as const).flatMap((kind) =>
            children(element, kind).map(({ text, line }): Reference => ({ kind, name: text.trim(), file, line }))
        )
    );
}

function fieldOf(object: string, field: string, file: SourceFile, line: number): Reference {
    return { kind: 'field', name: `${object}.${field.trim()}`, file, line };
}

function inApprovalProcess(file: SourceFile): Reference[] {
    const object = file.name.split('.')[0];
    const fields = atPath(file.xml!, 'approvalPageFields/field').filter(({ text }) => text.trim().endsWith('__c'));
    const approvers = descendants(file.xml!).filter((element) => element.name === 'approver');
    const queues = approvers
        .filter((approver) => textOf(approver, 'type') === 'queue')
        .map((approver) => child(approver, 'name'));
    return [
        ...fields.map(({ text, line }) => fieldOf(object, text, file, line)),
        ...inCriteria(file),
        ...queues.flatMap((name): Reference[] =>
            name ? [{ kind: 'queue', name: name.text.trim(), file, line: name.line }] : []
        ),
        ...actionsBelow(file, object)
    ];
}

/** `<action><name>…</name><type>FieldUpdate</type></action>` names an action of the object's workflow. */
function actionsBelow(file: SourceFile, object: string): Reference[] {
    const actions = descendants(file.xml!).filter(({ name }) => name === 'action' || name === 'actions');
    return actions.flatMap((action): Reference[] => {
        const name = child(action, 'name');
        const isWorkflow = /^(FieldUpdate|Alert|Task|OutboundMessage)$/.test(textOf(action, 'type') ?? '');
        if (!name || !isWorkflow) return [];
        return [{ kind: 'workflowAction', name: `${object}.${name.text.trim()}`, file, line: name.line }];
    });
}
