import { context } from '../context.ts';
import { definePlatformClass } from '../define.ts';
import { enqueueBatch } from '../async/batch.ts';
import { ApexList } from '../values/collections.ts';
import type { SObjectValue } from '../values/sobject.ts';
import { dmlMethods } from './dml-methods.ts';
import { leadMethods } from './lead-convert.ts';
import { mergeMethods } from './merge-methods.ts';
import { queryMethods } from './query-methods.ts';
import { DatabaseResultValue } from './results.ts';
import { savepointMethods } from './savepoint.ts';

definePlatformClass({
    name: 'Database',
    statics: {
        ...queryMethods,
        ...dmlMethods,
        ...savepointMethods,
        ...leadMethods,
        ...mergeMethods,
        'Id executeBatch(Object batchClassObject)': (batch: unknown) => enqueueBatch(batch, 200),
        'Id executeBatch(Object batchClassObject, Integer scope)': enqueueBatch,
        'List<Database.EmptyRecycleBinResult> emptyRecycleBin(List<SObject> listOfSObjects)': (
            records: ApexList<SObjectValue>
        ) => emptyRecycleBin(records.items.map((record) => record.id!)),
        'Database.EmptyRecycleBinResult emptyRecycleBin(SObject record)': (record: SObjectValue) =>
            emptyRecycleBin([record.id!]).items[0],
        'List<Database.EmptyRecycleBinResult> emptyRecycleBin(List<Id> recordIds)': (ids: ApexList<string>) =>
            emptyRecycleBin(ids.items)
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
