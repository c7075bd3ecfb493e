import { context } from '../context.ts';
import { checkMixedDml } from '../../data/dml/mixed-dml.ts';
import { accessFor } from '../security/access-level.ts';
import type { AccessLevelValue } from '../security/access-level.ts';
import { ApexException } from '../values/exception.ts';
import type { SObjectValue } from '../values/sobject.ts';
import type { DmlOperation, DmlResult } from '../../data/types.ts';

/** How a DML statement or Database method is carried out. */
export interface RunDmlOptions {
    level?: AccessLevelValue | null;
    allOrNone?: boolean;
    externalIdField?: string;
}

/**
 * Carries out DML and counts it against the limits: statements and Database methods alike come through here. With
 * `allOrNone` (the default) the first failure throws DmlException.
 */
export function runDml(operation: DmlOperation, records: SObjectValue[], options: RunDmlOptions = {}): DmlResult[] {
    checkRecords(records);
    if (records.length === 0) return [];
    const { transaction, org } = context();
    transaction.limits.consume('DmlStatements');
    transaction.limits.consume('DmlRows', records.length);
    transaction.uncommittedWork = true;
    if (!usedRunAs()) checkMixedDml(transaction, operation, records);
    const allOrNone = options.allOrNone ?? true;
    const access = accessFor(options.level ?? null);
    return org.data.dml(operation, records, { access, allOrNone, externalIdField: options.externalIdField });
}

/** Blocks of System.runAs may mix what a transaction otherwise may not; a test that has one is not checked. */
function usedRunAs(): boolean {
    const { transaction, test } = context();
    return [transaction.limits, test?.outerLimits].some((limits) => (limits?.get('RunAs') ?? 0) > 0);
}

function checkRecords(records: SObjectValue[]): void {
    if (records.includes(null as unknown as SObjectValue)) {
        throw new ApexException('NullPointerException', 'Attempt to de-reference a null object');
    }
}
