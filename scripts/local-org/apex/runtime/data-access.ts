import { context } from '../../platform/context.ts';
import { runDml } from '../../platform/database/run-dml.ts';
import { noBinds, runCountQuery, runQuery, runSearch } from '../../platform/database/run-query.ts';
import { SYSTEM_MODE, USER_MODE } from '../../platform/security/access-level.ts';
import { ApexList, SObjectValue } from '../../platform/values/index.ts';
import type { BindResolver, DmlOperation } from '../../data/types.ts';
import { nullPointer } from './null-pointer.ts';

type Mode = 'user' | 'system';

/** Binds were numbered when the query was translated: `b0`, `b1` … */
function numbered(binds: unknown[]): BindResolver {
    return (name) => binds[Number(name.slice(1))];
}

function level(mode: Mode) {
    return mode === 'user' ? USER_MODE : SYSTEM_MODE;
}

function recordsOf(value: unknown): SObjectValue[] {
    if (value === null) throw nullPointer();
    return value instanceof ApexList ? (value.items as SObjectValue[]) : [value as SObjectValue];
}

/** Embedded queries and DML statements. */
export const dataAccess = {
    noBinds,
    query: (soql: string, binds: unknown[], mode: Mode, objectName: string) =>
        new ApexList(objectName, runQuery(soql, numbered(binds), level(mode))),
    count: (soql: string, binds: unknown[], mode: Mode) => runCountQuery(soql, numbered(binds), level(mode)),
    search(sosl: string, binds: unknown[], mode: Mode): ApexList {
        const found = runSearch(sosl, numbered(binds), level(mode));
        return new ApexList<unknown>(
            'List<SObject>',
            found.map((rows) => new ApexList('SObject', rows))
        );
    },
    dml(operation: DmlOperation, value: unknown, mode: Mode, externalIdField?: string): void {
        runDml(operation, recordsOf(value), { level: level(mode), externalIdField });
    },
    merge(master: SObjectValue, duplicates: unknown, mode: Mode): void {
        const { org, transaction, user, sharing } = context();
        const ids = duplicates instanceof ApexList ? duplicates.items.map(idOf) : [idOf(duplicates)];
        transaction.limits.consume('DmlStatements');
        transaction.uncommittedWork = true;
        org.data.merge(master, ids, {
            access: { userId: user.id, mode, sharing: sharing === 'with' },
            allOrNone: true
        });
    },
    label: (name: string) => context().org.metadata.label(name, context().user.language) ?? name
};

function idOf(value: unknown): string {
    return value instanceof SObjectValue ? value.id! : String(value);
}
