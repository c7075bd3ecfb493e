import { context } from '../context.ts';
import { definePlatformClass, definePlatformEnum } from '../define.ts';
import { ApexList, ApexMap, ApexSet } from '../values/collections.ts';
import { ApexException } from '../values/exception.ts';
import { PlatformObject } from '../values/object.ts';
import type { ApexEnumValue } from '../values/object.ts';
import { SObjectValue } from '../values/sobject.ts';
import type { ObjectPermission } from '../../data/types.ts';

definePlatformEnum('AccessType', ['CREATABLE', 'READABLE', 'UPDATABLE', 'UPSERTABLE']);

const OBJECT_RIGHTS: Record<string, (keyof ObjectPermission)[]> = {
    CREATABLE: ['create'],
    READABLE: ['read'],
    UPDATABLE: ['edit'],
    UPSERTABLE: ['create', 'edit']
};

/** A System.SObjectAccessDecision. */
export class SObjectAccessDecisionValue extends PlatformObject {
    readonly apexTypeName = 'SObjectAccessDecision';
    readonly records: ApexList;
    readonly removed = new Map<string, Set<string>>();
    readonly modified = new Set<number>();

    constructor(elementType: string) {
        super();
        this.records = new ApexList(elementType);
    }
}

definePlatformClass({
    name: 'Security',
    statics: {
        'SObjectAccessDecision stripInaccessible(AccessType accessCheckType, List<SObject> sourceRecords)': (
            type,
            records
        ) => decide(type, records, true),
        'SObjectAccessDecision stripInaccessible(AccessType accessCheckType, List<SObject> sourceRecords, Boolean enforceRootObjectCRUD)':
            decide
    }
});

definePlatformClass({
    name: 'SObjectAccessDecision',
    methods: {
        'List<SObject> getRecords()': (self: SObjectAccessDecisionValue) => self.records,
        'Set<Integer> getModifiedIndexes()': (self: SObjectAccessDecisionValue) =>
            new ApexSet('Integer', self.modified),
        'Map<String,Set<String>> getRemovedFields()': (self: SObjectAccessDecisionValue) =>
            new ApexMap(
                'String',
                'Set<String>',
                [...self.removed].map(([object, fields]) => [object, new ApexSet('String', fields)] as const)
            )
    }
});

function decide(
    type: ApexEnumValue,
    records: ApexList<SObjectValue>,
    enforceObject: boolean
): SObjectAccessDecisionValue {
    const decision = new SObjectAccessDecisionValue(records.elementType);
    records.items.forEach((record, index) => {
        if (enforceObject) checkObject(type.name, record.objectName);
        decision.records.items.push(strip(record, type.name, decision, index));
    });
    return decision;
}

function checkObject(type: string, objectName: string): void {
    const { user, org } = context();
    const permission = org.data.permissions.object(user.id, objectName);
    if (OBJECT_RIGHTS[type].some((right) => !permission[right])) {
        throw new ApexException('NoAccessException', `No access to entity: ${objectName}`);
    }
}

function strip(record: SObjectValue, type: string, decision: SObjectAccessDecisionValue, index: number): SObjectValue {
    const copy = record.clone({ preserveId: true, preserveReadonlyTimestamps: true });
    copy.clonedFlag = false;
    copy.cloneSourceId = null;
    for (const name of new Set([...record.fields.keys(), ...queriedFieldsOf(record)])) {
        if (!mayUse(record.objectName, name, type)) removeField(copy, name, decision, index);
    }
    stripRelated(copy, type, decision, index);
    return copy;
}

function removeField(copy: SObjectValue, name: string, decision: SObjectAccessDecisionValue, index: number): void {
    copy.fields.delete(name);
    copy.queriedFields?.delete(name);
    decision.modified.add(index);
    const names = decision.removed.get(copy.objectName) ?? new Set();
    decision.removed.set(copy.objectName, names.add(name));
}

function stripRelated(copy: SObjectValue, type: string, decision: SObjectAccessDecisionValue, index: number): void {
    for (const [name, parent] of copy.parents) if (parent) copy.parents.set(name, strip(parent, type, decision, index));
    for (const [name, list] of copy.children) {
        if (type === 'READABLE' && !mayReadChildren(copy, name)) {
            copy.children.delete(name);
            copy.queriedFields?.delete(name);
            continue;
        }
        const rows = (list as ApexList<SObjectValue>).items.map((child) => strip(child, type, decision, index));
        copy.children.set(name, new ApexList(list.elementType, rows));
    }
}

/** Fields that a query asked for and that are empty count too. */
function queriedFieldsOf(record: SObjectValue): string[] {
    const object = context().org.schema.object(record.objectName);
    return [...(record.queriedFields ?? [])].filter((name) => object?.field(name)?.name === name);
}

function mayReadChildren({ objectName }: SObjectValue, relationship: string): boolean {
    const { user, org } = context();
    const child = org.schema.object(objectName)?.childRelationship(relationship)?.childObject;
    return !child || org.data.permissions.object(user.id, child).read;
}

function mayUse(objectName: string, fieldName: string, type: string): boolean {
    const { user, org } = context();
    const field = org.schema.object(objectName)?.field(fieldName);
    if (!field || field.name === 'Id') return true;
    const permission = org.data.permissions.field(user.id, objectName, field.name);
    if (type === 'READABLE') return permission.read;
    const supported = {
        CREATABLE: field.createable,
        UPDATABLE: field.updateable,
        UPSERTABLE: field.createable && field.updateable
    };
    return permission.edit && supported[type as keyof typeof supported];
}
