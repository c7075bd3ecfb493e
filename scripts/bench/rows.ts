import { hasContext } from '../local-org/platform/context.ts';
import type { DataEngine } from '../local-org/data/types.ts';
import { SObjectValue } from '../local-org/platform/values/index.ts';

/** Watches which rows a transaction reads, until it is stopped. */
export interface RowWatch {
    /** Rows that one transaction read by more than one query, as object and id. Custom metadata counts too. */
    readonly repeated: string[];
    /** How many queries read custom metadata: free in the local org; on the platform those count that read long text. */
    readonly metadataQueries: number;
    nextTransaction(): void;
    stop(): void;
}

const METADATA = /\bFROM\s+\w+__mdt\b/i;

/** Starts to watch the queries of an org's data. */
export function watchRows(data: DataEngine): RowWatch {
    const { query } = data;
    const repeated: string[] = [];
    let seen = new Set<string>();
    let metadataQueries = 0;
    data.query = function (soql, binds, access) {
        const rows = query.call(data, soql, binds, access);
        // Without a context the org itself looks something up, such as who is logged in.
        if (!hasContext()) return rows;
        if (METADATA.test(soql)) metadataQueries++;
        for (const key of new Set(rows.map(keyOf))) {
            if (key !== null && seen.has(key)) repeated.push(`${key} (${soql.replace(/\s+/g, ' ').slice(0, 80)})`);
            if (key !== null) seen.add(key);
        }
        return rows;
    };
    return {
        repeated,
        get metadataQueries() {
            return metadataQueries;
        },
        nextTransaction: () => void (seen = new Set()),
        stop: () => void (data.query = query)
    };
}

function keyOf(row: SObjectValue): string | null {
    const id = row.fields.get('Id');
    return typeof id === 'string' ? id : null;
}
