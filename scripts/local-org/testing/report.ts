import { notImplementedRequests } from '../platform/not-implemented.ts';
import type { ApexProgram } from '../apex/runtime/program.ts';
import { coverageOf, describeCoverage, percentOf } from './coverage.ts';
import { limitsTable } from './limits.ts';
import type { TestResult } from './runner.ts';

const EMULATED = 'These results are emulated by the local org; they are not verified by Salesforce.';

/** A failed test with its message and Apex stack trace. */
export function describeFailure(result: TestResult): string {
    const indent = (text: string): string => text.replace(/^/gm, '    ');
    const trace = result.stackTrace ? `\n${indent(result.stackTrace)}` : '';
    return `FAILED  ${result.className}.${result.methodName}\n${indent(result.message ?? '')}${trace}`;
}

/** The features that were asked for and are not implemented, most wanted first; empty when there are none. */
export function unimplementedTable(): string[] {
    const wanted = [...notImplementedRequests].sort((left, right) => right[1] - left[1]);
    if (!wanted.length) return [];
    return [
        'Not implemented in the local org (times asked for):',
        ...wanted.map(([feature, times]) => `  ${String(times).padStart(5)}  ${feature}`)
    ];
}

/** What each test used of the governor limits, so that a change that costs a query is seen. */
export function testLimits(results: TestResult[]): string[] {
    const rows = results.flatMap(({ className, methodName, limits }) =>
        limits ? [{ name: `${className}.${methodName}`, limits }] : []
    );
    return ['Limits used by each test:', ...limitsTable(rows)];
}

/** Coverage by class and in all. */
export function coverageTable(program: ApexProgram): string[] {
    const units = coverageOf(program);
    const total = { covered: sum(units.map((unit) => unit.covered)), lines: sum(units.map((unit) => unit.lines)) };
    return [
        'Coverage by class:',
        ...units.map((unit) => `  ${describeCoverage(unit)}`),
        `  All classes  ${percentOf(total)}%`
    ];
}

/** The last lines of a run. */
export function summary(results: TestResult[]): string[] {
    const count = (wanted: TestResult['outcome']): number => results.filter(({ outcome }) => outcome === wanted).length;
    return [EMULATED, `${count('Pass')} passed, ${count('Fail')} failed, ${count('Skip')} skipped`];
}

function sum(values: number[]): number {
    return values.reduce((total, value) => total + value, 0);
}
