import type { ApexProgram } from '../apex/runtime/program.ts';

/** How much of a class the tests ran. */
export interface ClassCoverage {
    name: string;
    covered: number;
    lines: number;
    uncoveredLines: number[];
}

/** Coverage by class and trigger, least covered first. Test classes do not count. */
export function coverageOf(program: ApexProgram): ClassCoverage[] {
    const units = [...program.compiled.classes, ...program.compiled.triggers].filter((unit) => !unit.symbol.isTest);
    const measured = units.map((unit) => {
        const counters = program.coverage.get(unit.file) ?? [];
        const lines = [...new Set(unit.statementLines)].sort((left, right) => left - right);
        const uncoveredLines = lines.filter((line) => !counters[line]);
        const name = unit.symbol.name.replace('$Trigger', '');
        return { name, covered: lines.length - uncoveredLines.length, lines: lines.length, uncoveredLines };
    });
    return measured.filter((unit) => unit.lines > 0).sort((left, right) => percentOf(left) - percentOf(right));
}

/** 0 to 100. */
export function percentOf({ covered, lines }: { covered: number; lines: number }): number {
    return lines ? Math.round((covered / lines) * 100) : 100;
}

/** One line for a class: `AIGate  92% (23/25)  not run: 14, 17`. */
export function describeCoverage(unit: ClassCoverage): string {
    const missing = unit.uncoveredLines.length ? `  not run: ${unit.uncoveredLines.join(', ')}` : '';
    return `${unit.name}  ${percentOf(unit)}% (${unit.covered}/${unit.lines})${missing}`;
}
