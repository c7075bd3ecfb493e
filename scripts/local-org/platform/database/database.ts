import { context } from '../context.ts';
import { definePlatformClass } from '../define.ts';
import { enqueueBatch } from '../async/batch.ts';
import { accessFor } from '../security/access-level.ts';
import { ApexList } from '../values/collections.ts';
import type { SObjectValue } from '../values/sobject.ts';
import { dmlMethods } from './dml-methods.ts';
import { queryMethods } from './query-methods.ts';
import { DatabaseResultValue } from './results.ts';
import { savepointMethods } from './savepoint.ts';

definePlatformClass({
    name: 'Database',
    statics: {
        ...queryMethods,
        ...dmlMethods,
        ...savepointMethods,
        'Id executeBatch(Object batchClassObject)': (batch: unknown) => enqueueBatch(batch, 200),
        'Id executeBatch(Object batchClassObject, Integer scope)': enqueueBatch,
        'List<Database.EmptyRecycleBinResult> emptyRecycleBin(List<SObject> listOfSObjects)': (
            records: ApexList<SObjectValue>
        ) => emptyRecycleBin(records.items.map((record) => record.id!)),
        'List<Database.EmptyRecycleBinResult> emptyRecycleBin(List<Id> recordIds)': (ids: ApexList<string>) =>
            emptyRecycleBin(ids.items),
        'Database.MergeResult merge(SObject masterRecord, Id duplicateId)': (master, id: string) => merge(master, [id]),
        'Database.MergeResult merge(SObject masterRecord, SObject duplicateRecord)': (
            master,
            duplicate: SObjectValue
        ) => merge(master, [duplicate.id!]),
        'Database.MergeResult merge(SObject masterRecord, List<Id> duplicateIds)': (master, ids: ApexList<string>) =>
            merge(master, ids.items)
    }
});

function emptyRecycleBin(ids: string[]): ApexList {
    const type = 'Database.EmptyRecycleBinResult';
    context().transaction.limits.consume('DmlStatements');
    return new ApexList(
        type,
        context()
            .org.data.emptyRecycleBin(ids)
            .map((result) => new DatabaseResultValue(type, result))
    );
}

/** Merges records into one; also what the statement `merge` does. */
export function merge(master: SObjectValue, duplicateIds: string[]): DatabaseResultValue {
    const { transaction, org } = context();
    transaction.limits.consume('DmlStatements');
    transaction.uncommittedWork = true;
    const [result] = org.data.merge(master, duplicateIds, { access: accessFor(), allOrNone: true });
    return new DatabaseResultValue('Database.MergeResult', result);
}
