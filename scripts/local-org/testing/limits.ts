import type { LimitCounters, LimitName } from '../platform/limits/counters.ts';

/** What a test used of the governor limits, before, within and after startTest…stopTest together. */
export type LimitUse = Record<(typeof REPORTED)[number]['name'], number>;

/** The limits that a report shows, with the head and the unit of their column. */
const REPORTED = [
    { name: 'Queries', head: 'SOQL', per: 1 },
    { name: 'QueryRows', head: 'rows', per: 1 },
    { name: 'SoslQueries', head: 'SOSL', per: 1 },
    { name: 'DmlStatements', head: 'DML', per: 1 },
    { name: 'DmlRows', head: 'rows', per: 1 },
    { name: 'Callouts', head: 'callouts', per: 1 },
    { name: 'QueueableJobs', head: 'queueable', per: 1 },
    { name: 'FutureCalls', head: 'future', per: 1 },
    { name: 'CpuTime', head: 'CPU ms', per: 1 },
    { name: 'HeapSize', head: 'heap kB', per: 1000 }
] as const satisfies { name: LimitName; head: string; per: number }[];

/** Time and heap are measured over all; everything else is counted in both halves of a test. */
const MEASURED: ReadonlySet<LimitName> = new Set(['CpuTime', 'HeapSize']);

/** The use of one transaction, or of both sets of counters of a test. CPU in milliseconds, heap in bytes. */
export function limitUse(whole: LimitCounters, tested: LimitCounters | null = null): LimitUse {
    const used = (name: LimitName): number => {
        const inner = tested && tested !== whole && !MEASURED.has(name) ? tested.get(name) : 0;
        return whole.get(name) + inner;
    };
    return Object.fromEntries(REPORTED.map(({ name }) => [name, used(name)])) as LimitUse;
}

/** A table with a row for each name. */
export function limitsTable(rows: { name: string; limits: LimitUse }[]): string[] {
    const head = REPORTED.map((column) => column.head.padStart(10)).join('');
    return [`${head}  used by`, ...rows.map(({ name, limits }) => `${describeLimits(limits)}  ${name}`)];
}

/** One row of the table, without its name. */
export function describeLimits(limits: LimitUse): string {
    return REPORTED.map(({ name, per }) => String(Math.round(limits[name] / per)).padStart(10)).join('');
}
