import { context } from '../context.ts';
import { once } from '../journal.ts';
import { accessFor } from '../security/access-level.ts';
import type { AccessLevelValue } from '../security/access-level.ts';
import { nullArgument } from '../support/refuse-nulls.ts';
import type { SObjectValue } from '../values/sobject.ts';
import { copyRows } from './copy-rows.ts';
import type { BindResolver } from '../../data/types.ts';
import { ApexException } from '../values/exception.ts';

/** Refuses every bind: dynamic SOQL of code that has no variables in sight. */
export const noBinds: BindResolver = (name) => {
    throw new ApexException('QueryException', `Variable does not exist: ${name}`);
};

/** Runs SOQL and counts it against the limits: static and dynamic queries alike come through here. */
export function runQuery(soql: string, binds: BindResolver, level: AccessLevelValue | null = null): SObjectValue[] {
    const counted = countQueryStart(soql);
    const found = context().org.data.query(soql, binds, accessFor(level));
    const rows = once(`rows of ${soql}`, () => found, copyRows);
    if (counted) context().transaction.limits.consume('QueryRows', rowsWithChildren(rows));
    return rows;
}

/** Runs `SELECT COUNT()` and counts it against the limits. */
export function runCountQuery(soql: string, binds: BindResolver, level: AccessLevelValue | null = null): number {
    const counted = countQueryStart(soql);
    const found = context().org.data.countQuery(soql, binds, accessFor(level));
    const count = once(`the count of ${soql}`, () => found);
    if (counted) context().transaction.limits.consume('QueryRows', 1);
    return count;
}

/** Runs SOSL and counts it. In a test it finds nothing but what Test.setFixedSearchResults named. */
export function runSearch(sosl: string, binds: BindResolver, level: AccessLevelValue | null = null): SObjectValue[][] {
    if (sosl === null) throw nullArgument();
    const { transaction, test, org } = context();
    transaction.limits.consume('SoslQueries');
    const fixed = test ? (test.fixedSearchResults ?? []) : undefined;
    const found = org.data.search(sosl, binds, accessFor(level), fixed);
    return once(
        `results of ${sosl}`,
        () => found,
        (lists) => lists.map(copyRows)
    );
}

/** Queries of custom metadata are free. Returns whether this one counts. */
function countQueryStart(soql: string): boolean {
    if (soql === null) throw nullArgument();
    const { object } = context().org.data.describeQuery(soql);
    if (object.toLowerCase().endsWith('__mdt')) return false;
    context().transaction.limits.consume('Queries');
    return true;
}

function rowsWithChildren(rows: SObjectValue[]): number {
    let total = rows.length;
    for (const row of rows) for (const children of row.children.values()) total += children.items.length;
    return total;
}
