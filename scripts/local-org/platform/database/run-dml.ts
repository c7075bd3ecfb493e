import { context } from '../context.ts';
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
    return org.data.dml(operation, records, {
        access: accessFor(options.level ?? null),
        allOrNone: options.allOrNone ?? true,
        externalIdField: options.externalIdField
    });
}

function checkRecords(records: SObjectValue[]): void {
    if (records.includes(null as unknown as SObjectValue)) {
        throw new ApexException('NullPointerException', 'Attempt to de-reference a null object');
    }
}
