import type { ApexProgram } from '../apex/runtime/program.ts';
import { notImplementedRequests } from '../platform/not-implemented.ts';

/** What a process found out beside the results of its tests. */
export interface Findings {
    /** Lines that ran, by file. */
    coverage: [file: string, lines: number[]][];
    unimplemented: [feature: string, times: number][];
}

/** What this process found out. */
export function findingsOf(program: ApexProgram): Findings {
    const coverage = [...program.coverage].map(([file, counters]): [string, number[]] => [file, linesOf(counters)]);
    return { coverage, unimplemented: [...notImplementedRequests] };
}

function linesOf(counters: readonly number[]): number[] {
    return Object.keys(counters)
        .map(Number)
        .filter((line) => counters[line]);
}

/** Adds what another process found out to what this one knows. */
export function addFindings(program: ApexProgram, findings: Findings): void {
    for (const [file, lines] of findings.coverage) {
        const counters = program.coverage.get(file) ?? [];
        for (const line of lines) counters[line] = 1;
        program.coverage.set(file, counters);
    }
    for (const [feature, times] of findings.unimplemented)
        notImplementedRequests.set(feature, (notImplementedRequests.get(feature) ?? 0) + times);
}
