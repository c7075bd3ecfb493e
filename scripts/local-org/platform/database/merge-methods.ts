import { context } from '../context.ts';
import type { Implementation } from '../registry.ts';
import { accessFor, AccessLevelValue } from '../security/access-level.ts';
import { ApexList } from '../values/collections.ts';
import { SObjectValue } from '../values/sobject.ts';
import { DatabaseResultValue } from './results.ts';

const RESULT = 'Database.MergeResult';
const EXTRAS = ['', ', Boolean allOrNone', ', Boolean allOrNone, AccessLevel accessLevel', ', AccessLevel accessLevel'];

/** Members of Database that merge; with a list, each duplicate has a result of its own. */
export const mergeMethods: Record<string, Implementation> = Object.fromEntries(
    EXTRAS.flatMap((extra) => [
        ...['Id duplicateId', 'SObject duplicateRecord'].map((duplicate): [string, Implementation] => [
            `${RESULT} merge(SObject masterRecord, ${duplicate}${extra})`,
            (master: SObjectValue, one: unknown, ...rest) => merge(master, [one], rest)[0]
        ]),
        ...['List<Id> duplicateIds', 'List<SObject> duplicateRecords'].map((duplicates): [string, Implementation] => [
            `List<${RESULT}> merge(SObject masterRecord, ${duplicates}${extra})`,
            (master: SObjectValue, many: ApexList, ...rest) => new ApexList(RESULT, merge(master, many.items, rest))
        ])
    ])
);

function merge(master: SObjectValue, duplicates: unknown[], rest: unknown[]): DatabaseResultValue[] {
    const { transaction, org } = context();
    transaction.limits.consume('DmlStatements');
    transaction.uncommittedWork = true;
    const ids = duplicates.map((one) => (one instanceof SObjectValue ? one.id! : String(one)));
    const allOrNone = rest.find((extra) => typeof extra === 'boolean') ?? true;
    const level = rest.find((extra) => extra instanceof AccessLevelValue) ?? null;
    const [updated, ...deleted] = org.data.merge(master, ids, { access: accessFor(level), allOrNone });
    const failed = deleted.map((result) => [updated, result].find(({ success }) => !success) ?? updated);
    return (failed.length ? failed : ids.map(() => updated)).map((result) => new DatabaseResultValue(RESULT, result));
}
