import { absentFieldName, isAbsentField } from '../../data/schema/absent-fields.ts';
import type { FieldSchema, ObjectSchema } from '../../data/schema/types.ts';
import type { Location } from '../syntax/ast.ts';
import type { ApexType } from '../types/type.ts';
import type { CodeContext } from './context.ts';
import { notImplemented } from './not-implemented.ts';
import { dereferenced, type Typed, wrong } from './typed.ts';

/** A field, parent or child list of a record. */
export type SObjectMember =
    | { kind: 'field'; field: FieldSchema; type: ApexType }
    | { kind: 'parent'; relationship: string; type: ApexType }
    | { kind: 'children'; relationship: string; type: ApexType };

/** What a name stands for on an SObject type; null when there is no such field or relationship. */
export function findSObjectMember(type: ApexType, name: string, context: CodeContext): SObjectMember | null {
    const { table } = context.unit;
    const schema = table.schema.object(type.name);
    const field = schema?.field(name);
    if (field) return { kind: 'field', field, type: fieldType(field, context) };
    if (!schema) return null;
    return findParent(schema, name, context) ?? findChildren(schema, name, context);
}

function findParent(schema: ObjectSchema, name: string, context: CodeContext): SObjectMember | null {
    const lower = name.toLowerCase();
    for (const field of schema.fields.values()) {
        if (field.relationshipName?.toLowerCase() !== lower) continue;
        return { kind: 'parent', relationship: field.relationshipName, type: parentType(field.referenceTo, context) };
    }
    return null;
}

/** A polymorphic parent has the fields of Name. */
function parentType(referenceTo: string[], context: CodeContext): ApexType {
    const { table } = context.unit;
    const users = referenceTo.filter((name) => name !== 'Group');
    const only = users.length === 1 ? users[0] : 'Name';
    return table.sobjectType(only) ?? table.sobject;
}

function findChildren(schema: ObjectSchema, name: string, context: CodeContext): SObjectMember | null {
    const lower = name.toLowerCase();
    const found = schema.childRelationships.find((relationship) => relationship.name?.toLowerCase() === lower);
    const child = found && context.unit.table.sobjectType(found.childObject);
    return child ? { kind: 'children', relationship: found.name!, type: child } : null;
}

/** The Apex type of a field. */
export function fieldType(field: FieldSchema, context: CodeContext): ApexType {
    const { table } = context.unit;
    return table.outside(field.apexType, []) ?? table.absent(field.apexType);
}

/** `record.Name`, `record.Account`, `record.Contacts`. */
export function sobjectMember(object: Typed, name: string, at: Location, context: CodeContext): Typed {
    const { table } = context.unit;
    const receiver = object.query && object.type.kind !== 'sobject' ? oneRow(object) : object;
    if (receiver.type.name === 'SObject' && name.toLowerCase() === 'id')
        return field(receiver, 'Id', table.primitive('Id'));
    const named = receiver.relationship && receiver.type.name === 'SObject' ? nameField(receiver, name, context) : null;
    if (named) return named;
    const member = findSObjectMember(receiver.type, name, context);
    if (!member) return noSuchMember(receiver.type, name, at, context, [receiver.code]);
    if (member.kind === 'field') {
        const value = field(receiver, member.field.name, member.type);
        return member.field.type === 'BOOLEAN' && !receiver.relationship
            ? { ...value, code: `(${value.code}??false)`, simple: false }
            : value;
    }
    const relationship = JSON.stringify(member.relationship);
    if (member.kind === 'parent') {
        return { code: `$.parent(${recordCode(receiver)},${relationship})`, type: member.type, relationship: true };
    }
    const childType = JSON.stringify(member.type.name);
    return { code: `$.children(${recordCode(receiver)},${relationship},${childType})`, type: table.list(member.type) };
}

/** A compile error; code that stops when it is reached, where only the local org lacks the field. */
function noSuchMember(type: ApexType, name: string, at: Location, context: CodeContext, operands?: string[]): Typed {
    if (!isAbsentField(type.name, name)) return wrong(context, at, `Variable does not exist: ${name}`);
    return notImplemented(absentFieldName(type.name, name), at, context, operands);
}

/** Fields that every parent of a polymorphic relationship has: those of the object Name. */
const NAME_FIELDS = 'Name Type FirstName LastName Email Phone Title Username Alias'.split(' ');

function nameField(receiver: Typed, name: string, context: CodeContext): Typed | null {
    const known = NAME_FIELDS.find((candidate) => candidate.toLowerCase() === name.toLowerCase());
    return known ? field(receiver, known, context.unit.table.primitive('String')) : null;
}

function oneRow(rows: Typed): Typed {
    const type = rows.type.arguments[0];
    return { code: `$.one(${rows.code},${JSON.stringify(type.name)})`, type, nonNull: true };
}

function field(receiver: Typed, name: string, type: ApexType): Typed {
    const fieldName = JSON.stringify(name);
    if (receiver.relationship) return { code: `$.parentField(${receiver.code},${fieldName})`, type };
    return { code: `${dereferenced(receiver)}.read(${fieldName})`, type, simple: receiver.simple };
}

/** A missing parent's own parent is missing too; any other null is an error. */
function recordCode(receiver: Typed): string {
    return receiver.relationship ? receiver.code : dereferenced(receiver);
}

/** `Account.Name`, `Account.SObjectType`: the tokens of the schema. */
export function sobjectStatic(type: ApexType, name: string, at: Location, context: CodeContext): Typed {
    const { table } = context.unit;
    const object = JSON.stringify(type.name);
    const lower = name.toLowerCase();
    if (lower === 'sobjecttype') {
        return {
            code: `$.objectToken(${object})`,
            type: table.outside('Schema.SObjectType', []) ?? table.error,
            nonNull: true
        };
    }
    if (lower === 'fields')
        return { code: `$.objectToken(${object})`, type: table.absent(`${type.name}.fields`), nonNull: true };
    const member = findSObjectMember(type, name, context);
    const fieldName = member?.kind === 'field' ? member.field.name : null;
    if (!fieldName) return noSuchMember(type, name, at, context);
    return {
        code: `$.fieldToken(${object},${JSON.stringify(fieldName)})`,
        type: table.outside('Schema.SObjectField', []) ?? table.error,
        nonNull: true
    };
}
