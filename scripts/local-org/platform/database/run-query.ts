import { context } from '../context.ts';
import { accessFor } from '../security/access-level.ts';
import type { AccessLevelValue } from '../security/access-level.ts';
import { nullArgument } from '../support/refuse-nulls.ts';
import type { SObjectValue } from '../values/sobject.ts';
import type { BindResolver } from '../../data/types.ts';
import { ApexException } from '../values/exception.ts';

/** Refuses every bind: dynamic SOQL of code that has no variables in sight. */
export const noBinds: BindResolver = (name) => {
    throw new ApexException('QueryException', `Variable does not exist: ${name}`);
};

/** Runs SOQL and counts it against the limits: static and dynamic queries alike come through here. */
export function runQuery(soql: string, binds: BindResolver, level: AccessLevelValue | null = null): SObjectValue[] {
    const counted = countQueryStart(soql);
    const rows = context().org.data.query(soql, binds, accessFor(level));
    if (counted) context().transaction.limits.consume('QueryRows', rowsWithChildren(rows));
    return rows;
}

/** Runs `SELECT COUNT()` and counts it against the limits. */
export function runCountQuery(soql: string, binds: BindResolver, level: AccessLevelValue | null = null): number {
    const counted = countQueryStart(soql);
    const count = context().org.data.countQuery(soql, binds, accessFor(level));
    if (counted) context().transaction.limits.consume('QueryRows', 1);
    return count;
}

/** Runs SOSL and counts it. */
export function runSearch(sosl: string, binds: BindResolver, level: AccessLevelValue | null = null): SObjectValue[][] {
    if (sosl === null) throw nullArgument();
    context().transaction.limits.consume('SoslQueries');
    return context().org.data.search(sosl, binds, accessFor(level));
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
