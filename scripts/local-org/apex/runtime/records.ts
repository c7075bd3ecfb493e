import { toId } from '../../platform/text/id-text.ts';
import {
    ApexException,
    ApexList,
    SObjectFieldToken,
    SObjectTypeToken,
    SObjectValue
} from '../../platform/values/index.ts';
import { describeField, describeObject } from '../../platform/schema/describe-values.ts';
import { nullPointer } from './null-pointer.ts';

/** What `new Account(…)` was given: names of fields, `^` before a parent, `*` before a child list. */
function fill(record: SObjectValue, pairs: unknown[]): SObjectValue {
    for (let index = 0; index < pairs.length; index += 2) {
        const name = pairs[index] as string;
        const value = pairs[index + 1];
        if (name[0] === '^') record.parents.set(name.slice(1), value as SObjectValue | null);
        else if (name[0] === '*') record.children.set(name.slice(1), value as ApexList);
        else record.fields.set(name, value);
    }
    return record;
}

/** Reading and writing records with static types. */
export const records = {
    record: (objectName: string, pairs: unknown[]) => fill(new SObjectValue(objectName), pairs),
    put(record: SObjectValue, field: string, value: unknown): unknown {
        record.write(field, value);
        return value;
    },
    putParent(record: SObjectValue, relationship: string, value: SObjectValue | null): SObjectValue | null {
        if (record.readOnly) throw new ApexException('FinalException', 'Record is read-only');
        record.parents.set(relationship, value);
        return value;
    },
    /** A parent record; a missing parent has no parents of its own. */
    parent: (record: SObjectValue | null, relationship: string) =>
        record === null ? null : record.readParent(relationship),
    /** A field of a parent; null when there is no parent. */
    parentField: (record: SObjectValue | null, field: string) => (record === null ? null : record.read(field)),
    children(record: SObjectValue | null, relationship: string, childType: string): ApexList {
        if (record === null) throw nullPointer();
        const known = record.children.get(relationship);
        if (known) return known;
        if (record.queriedFields && !record.queriedFields.has(relationship)) {
            const row = 'SObject row was retrieved via SOQL without querying the requested field';
            throw new ApexException('SObjectException', `${row}: ${record.objectName}.${relationship}`);
        }
        const empty = new ApexList(childType);
        record.children.set(relationship, empty as ApexList);
        return empty;
    },
    fieldError(record: SObjectValue, field: string, message: unknown): void {
        record.addError(message instanceof ApexException ? message.getApexMessage() : String(message), field);
    },
    id: (text: string | null) => (text === null ? null : toId(text)),
    objectToken: (objectName: string) => new SObjectTypeToken(objectName),
    fieldToken: (objectName: string, fieldName: string) => new SObjectFieldToken(objectName, fieldName),
    describeObject,
    describeField,
    /** The one row of a query that stands for a record. */
    one(rows: ApexList | null): unknown {
        if (rows === null) return null;
        if (rows.items.length === 1) return rows.items[0];
        const problem = rows.items.length ? 'more than 1 row' : 'no rows';
        throw new ApexException('QueryException', `List has ${problem} for assignment to SObject`);
    },
    /** As `one`, but no row gives null: the left side of `??`. */
    oneOrNull: (rows: ApexList | null) => (rows === null || !rows.items.length ? null : records.one(rows))
};
