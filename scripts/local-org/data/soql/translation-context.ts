import type { DateTime } from 'luxon';
import type { FieldSchema, ObjectSchema, SchemaRegistry } from '../schema/types.ts';
import type { BindResolver } from '../types.ts';
import type { SqlParameters } from './sql-builder.ts';

/** Notes what a query reads, for the checks of user mode. */
export interface FieldUsage {
    use(object: ObjectSchema, field: FieldSchema): void;
    useObject(object: ObjectSchema): void;
    /** Runs something whose uses do not count: names read through a lookup to several objects. */
    quietly<T>(run: () => T): T;
}

/** What translating a query needs beside the query. */
export interface TranslationContext {
    schema: SchemaRegistry;
    parameters: SqlParameters;
    usage: FieldUsage;
    binds: BindResolver;
    /** The current moment in the time zone of the user. */
    now: DateTime;
    /** Of the user: `en_US`. */
    locale: string;
    userId: string;
    formulas: { references(field: FieldSchema): string[][] };
    /** A global variable of formulas for the user, as `encodeGlobal` writes it. */
    global(path: string[]): string | null;
    /** Condition that lets only the rows through which the user may see; null when it may see all. */
    sharing(object: ObjectSchema, alias: string): string | null;
}
