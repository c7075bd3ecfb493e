/** A record to insert, by field name. */
export type NewRecord = Record<string, unknown>;

/** What became of a record. */
export interface SaveOutcome {
    /** Null when it was not saved. */
    id: string | null;
    /** Why it was not saved. */
    errors: string[];
}

/** An org that cases are loaded into. */
export interface ImportTarget {
    /** In words for people: where the cases go. */
    label: string;
    /** Whether the dates of cases and comments can be set. */
    setsDates: boolean;
    /** Ids by value of a field, for values that exist; the keys are in lower case. */
    find(object: string, field: string, values: string[]): Promise<Map<string, string>>;
    /** Inserts at most 200 records of one object; those that fail do not keep the others back. */
    insert(object: string, records: NewRecord[]): Promise<SaveOutcome[]>;
    /** Deletes at most 200 records, with what hangs on them. */
    remove(ids: string[]): Promise<void>;
    close(): Promise<void>;
}

/** Most records of one request. */
export const BATCH = 200;

/** Cuts a list into pieces of at most `size`. */
export function batches<T>(list: T[], size = BATCH): T[][] {
    return Array.from({ length: Math.ceil(list.length / size) }, (_, at) => list.slice(at * size, (at + 1) * size));
}
