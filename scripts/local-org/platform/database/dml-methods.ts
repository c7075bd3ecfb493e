import type { Implementation } from '../registry.ts';
import { AccessLevelValue } from '../security/access-level.ts';
import { nullArgument } from '../support/refuse-nulls.ts';
import { toId } from '../text/id-text.ts';
import { ApexList } from '../values/collections.ts';
import { SObjectValue } from '../values/sobject.ts';
import { SObjectFieldToken } from '../values/tokens.ts';
import type { DmlOperation } from '../../data/types.ts';
import { context } from '../context.ts';
import { DmlOptionsValue } from './dml-options.ts';
import { DatabaseResultValue } from './results.ts';
import { runDml } from './run-dml.ts';
import type { RunDmlOptions } from './run-dml.ts';
import { ApexException } from '../values/exception.ts';

const EXTRAS = ['', ', Boolean allOrNone', ', Boolean allOrNone, AccessLevel accessLevel', ', AccessLevel accessLevel'];
const WITH_OPTIONS = [
    ...EXTRAS,
    ', Database.DMLOptions dmlOptions',
    ', Database.DMLOptions dmlOptions, AccessLevel accessLevel'
];

/** Members of Database that write. */
export const dmlMethods: Record<string, Implementation> = {
    ...members('insert', 'SaveResult', WITH_OPTIONS),
    ...members('update', 'SaveResult', WITH_OPTIONS),
    ...members('undelete', 'UndeleteResult', EXTRAS),
    ...members('delete', 'DeleteResult', EXTRAS),
    ...byId('delete', 'DeleteResult'),
    ...byId('undelete', 'UndeleteResult'),
    ...members('upsert', 'UpsertResult', EXTRAS),
    ...members(
        'upsert',
        'UpsertResult',
        EXTRAS.map((extra) => `, Schema.SObjectField externalIdField${extra}`)
    )
};

function members(operation: DmlOperation, result: string, extras: string[]): Record<string, Implementation> {
    const type = `Database.${result}`;
    const entries = extras.flatMap((extra): [string, Implementation][] => [
        [
            `${type} ${operation}(SObject recordToSave${extra})`,
            (record, ...rest) => perform(operation, type, [record], rest).items[0]
        ],
        [
            `List<${type}> ${operation}(List<SObject> recordsToSave${extra})`,
            (records: ApexList<SObjectValue>, ...rest) => perform(operation, type, recordsOf(records), rest)
        ]
    ]);
    return Object.fromEntries(entries);
}

function byId(operation: 'delete' | 'undelete', result: string): Record<string, Implementation> {
    const type = `Database.${result}`;
    const entries = EXTRAS.flatMap((extra): [string, Implementation][] => [
        [
            `${type} ${operation}(Id recordId${extra})`,
            (id: string, ...rest) => perform(operation, type, [recordOf(id)], rest).items[0]
        ],
        [
            `List<${type}> ${operation}(List<Id> recordIds${extra})`,
            (ids: ApexList<string>, ...rest) => perform(operation, type, ids.items.map(recordOf), rest)
        ]
    ]);
    return Object.fromEntries(entries);
}

function recordsOf(list: ApexList<SObjectValue> | null): SObjectValue[] {
    if (list === null) throw nullArgument();
    return list.items;
}

function perform(operation: DmlOperation, type: string, records: SObjectValue[], extra: unknown[]): ApexList {
    const results = runDml(operation, records, optionsOf(extra));
    return new ApexList(
        type,
        results.map((result) => new DatabaseResultValue(type, result))
    );
}

function optionsOf(extra: unknown[]): RunDmlOptions {
    const options: RunDmlOptions = {};
    for (const value of extra) {
        if (typeof value === 'boolean') options.allOrNone = value;
        if (value instanceof AccessLevelValue) options.level = value;
        if (value instanceof DmlOptionsValue) options.allOrNone = value.optAllOrNone ?? true;
        if (value instanceof SObjectFieldToken) options.externalIdField = value.fieldName;
    }
    return options;
}

function recordOf(id: string): SObjectValue {
    const object = context().org.schema.objectByKeyPrefix(toId(id).slice(0, 3));
    if (!object) throw new ApexException('SObjectException', `Cannot determine the SObject type of the id ${id}`);
    const record = new SObjectValue(object.name);
    record.id = toId(id);
    return record;
}
