import type { Project } from '../project/project.ts';
import type { SourceFile } from '../project/source-file.ts';
import { textOf } from '../project/xml.ts';
import { emptyShape, readStandardObjects, type ObjectShape } from './standard-objects.ts';

const CUSTOM = /__(c|mdt|e|b|x|kav)$/i;
const SYSTEM_FIELDS =
    'Id Name OwnerId CreatedById CreatedDate LastModifiedById LastModifiedDate SystemModstamp IsDeleted RecordTypeId ' +
    'CurrencyIsoCode LastViewedDate LastReferencedDate LastActivityDate';
const METADATA_FIELDS =
    'Id DeveloperName MasterLabel Label QualifiedApiName NamespacePrefix Language SystemModstamp IsProtected';
const EVENT_FIELDS = 'Id ReplayId EventUuid CreatedById CreatedDate';
const SYSTEM_PARENTS: readonly [string, string][] = [
    ['owner', '*'],
    ['createdby', 'User'],
    ['lastmodifiedby', 'User'],
    ['recordtype', 'RecordType']
];

/** Objects, fields and relationships of the platform and of the project. */
export class ObjectSchema {
    private readonly shapes = new Map<string, ObjectShape>();

    constructor(project: Project) {
        for (const file of project.metadata('object')) this.own(file.name);
        for (const file of project.metadata('field')) this.addField(file);
    }

    /** What is known of an object; undefined when there is no such object. */
    object(name: string): ObjectShape | undefined {
        return this.shapes.get(name.toLowerCase()) ?? standardObjects().get(name.toLowerCase());
    }

    /** Is this the name under which some object has its children? */
    isChildRelationship(name: string): boolean {
        const shapes = [...this.shapes.values(), ...standardObjects().values()];
        return shapes.some((shape) => shape.children.has(name.toLowerCase()));
    }

    /** Can it be said which fields an object has? */
    isComplete(name: string): boolean {
        return (this.object(name)?.fields.size ?? 0) > 0;
    }

    /** What is wrong with a path of fields such as `Account.Owner.Name` on an object; null when nothing is. */
    problemOf(objectName: string, steps: readonly string[]): string | null {
        let object = this.object(objectName);
        for (const [index, step] of steps.entries()) {
            if (!object || !this.isComplete(object.name)) return null;
            const key = step.toLowerCase();
            if (index === steps.length - 1) {
                return object.fields.has(key) ? null : `${object.name} has no field ${step}`;
            }
            const parent = object.parents.get(key);
            if (!parent) return `${object.name} has no relationship ${step}`;
            object = parent === '*' ? undefined : this.object(parent);
        }
        return null;
    }

    /** The shape that fields of the project are added to: a copy, when the object is standard. */
    private own(name: string): ObjectShape {
        const key = name.toLowerCase();
        const existing = this.shapes.get(key);
        if (existing) return existing;
        const standard = standardObjects().get(key);
        const shape = standard ? copy(standard) : CUSTOM.test(name) ? customShape(name) : emptyShape(name);
        this.shapes.set(key, shape);
        return shape;
    }

    private addField(file: SourceFile): void {
        const targets = file.object === 'Activity' ? ['Task', 'Event'] : [file.object];
        for (const target of targets) addTo(this.own(target), file);
        const parent = textOf(file.xml!, 'referenceTo');
        const relationship = textOf(file.xml!, 'relationshipName');
        if (!parent || !relationship) return;
        this.own(parent).children.set(`${relationship}__r`.toLowerCase(), file.object);
    }
}

let standard: Map<string, ObjectShape> | undefined;

function standardObjects(): Map<string, ObjectShape> {
    return (standard ??= readStandardObjects());
}

/** Does Salesforce itself have an object of this name? Shares, histories and feeds follow their object. */
export function isStandardObject(name: string): boolean {
    const objects = standardObjects();
    const base = name.toLowerCase();
    return objects.has(base) || objects.has(base.replace(/(share|history|feed|changeevent)$/, ''));
}

function copy(shape: ObjectShape): ObjectShape {
    return {
        name: shape.name,
        fields: new Set(shape.fields),
        parents: new Map(shape.parents),
        children: new Map(shape.children)
    };
}

function customShape(name: string): ObjectShape {
    const shape = emptyShape(name);
    const names = /__mdt$/i.test(name) ? METADATA_FIELDS : /__e$/i.test(name) ? EVENT_FIELDS : SYSTEM_FIELDS;
    for (const field of names.split(' ')) shape.fields.add(field.toLowerCase());
    if (/__c$/i.test(name)) {
        for (const field of ['setupownerid', 'userrecordaccess']) shape.fields.add(field);
        for (const [path, target] of SYSTEM_PARENTS) shape.parents.set(path, target);
        for (const child of ['histories', 'shares', 'attachments', 'contentdocumentlinks'])
            shape.children.set(child, '');
        for (const [child, object] of CHILDREN) shape.children.set(child.toLowerCase(), object);
    }
    return shape;
}

const CHILDREN: readonly [string, string][] = [
    ['Tasks', 'Task'],
    ['Events', 'Event'],
    ['Notes', 'Note'],
    ['Attachments', 'Attachment'],
    ['Feeds', ''],
    ['ContentDocumentLinks', 'ContentDocumentLink'],
    ['ProcessInstances', 'ProcessInstance']
];

function addTo(shape: ObjectShape, file: SourceFile): void {
    shape.fields.add(file.name.toLowerCase());
    const targets = file.xml!.children.filter(({ name }) => name === 'referenceTo').map(({ text }) => text.trim());
    const isReference = /^(Lookup|MasterDetail|MetadataRelationship|Hierarchy|ExternalLookup|IndirectLookup)$/;
    const type = textOf(file.xml!, 'type') ?? '';
    if (!isReference.test(type) || !file.name.endsWith('__c')) return;
    shape.parents.set(
        file.name.replace(/__c$/, '__r').toLowerCase(),
        targets[0] ?? (type === 'Hierarchy' ? 'User' : '*')
    );
}
