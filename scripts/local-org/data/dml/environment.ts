import type { DateTime } from 'luxon';
import type { SObjectValue } from '../../platform/values/index.ts';
import type { Formulas } from '../formula/index.ts';
import type { ObjectSchema, SchemaRegistry } from '../schema/types.ts';
import type { Rows } from '../storage/rows.ts';
import type { Sequences } from '../storage/sequences.ts';
import type { RecycleBin } from '../storage/recycle-bin.ts';
import type { Access, RecordLocks, TriggerRunner } from '../types.ts';
import type { FormulaGlobals } from './record-values.ts';
import type { SummaryValues } from './summaries.ts';

/** What saving records asks of the rest of the org. */
export interface DmlEnvironment {
    schema(): SchemaRegistry;
    rows: Rows;
    sequences: Sequences;
    recycled: RecycleBin;
    formulas: Formulas;
    /** Roll-up summaries of records as they are stored now. */
    summaries(object: ObjectSchema, ids: string[]): SummaryValues;
    triggers(): TriggerRunner | null;
    now(): number;
    /** The current moment in the user's time zone. */
    moment(userId: string): DateTime;
    globals(userId: string): FormulaGlobals;
    guard: DmlGuard;
    locks: RecordLocks;
    savepoint(): string;
    rollbackTo(savepoint: string): void;
    release(savepoint: string): void;
    /** Told after records of setup objects (users, assignments, groups) or shares changed. */
    changed(object: ObjectSchema): void;
}

/** Checks what a user may write. */
export interface DmlGuard {
    /** @throws ApexException when user mode forbids the operation on the object */
    checkObject(object: ObjectSchema, operation: 'create' | 'edit' | 'delete' | 'undelete', access: Access): void;
    /** Names of the fields of these that user mode forbids to write. */
    forbiddenFields(object: ObjectSchema, fields: string[], operation: 'create' | 'edit', access: Access): string[];
    /** Ids of the records that sharing lets the user edit or delete. */
    writable(object: ObjectSchema, records: SObjectValue[], operation: 'edit' | 'delete', access: Access): Set<string>;
}
