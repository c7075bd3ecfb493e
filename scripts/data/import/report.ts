import type { Problem } from './problem.ts';
import type { ThreadFile } from './threads.ts';

/** Problems shown one by one; more are counted. */
const SHOWN = 50;

/** Lines about what could not be loaded, in the order of the file. */
export function problemLines(problems: Problem[]): string[] {
    const sorted = [...problems].sort((left, right) => left.line - right.line);
    const lines = sorted
        .slice(0, SHOWN)
        .map(({ line, caseId, reason }) => `line ${line}${caseId === null ? '' : `, case ${caseId}`}: ${reason}`);
    return sorted.length > SHOWN ? [...lines, `… and ${count(sorted.length - SHOWN, 'more bad row')}`] : lines;
}

/** The last line: what happened, in numbers. */
export function summaryLine(
    file: ThreadFile,
    loaded: { cases: number; entries: number },
    problems: Problem[],
    where: string
): string {
    const skipped = new Set(problems.map((problem) => problem.caseId).filter((caseId) => caseId !== null)).size;
    const bad =
        problems.length === 0
            ? 'no bad rows'
            : `${count(problems.length, 'bad row')}, ${count(skipped, 'case')} left out`;
    return `${count(file.rowCount, 'row')} read: ${count(loaded.cases, 'case')} with ${count(loaded.entries, 'entry', 'entries')} ${where}; ${bad}.`;
}

/** A notice about headings without a meaning; empty when there are none. */
export function unknownColumnsLine(columns: string[]): string {
    return columns.length === 0
        ? ''
        : `line 1: not known and left out: ${columns.map((column) => `"${column}"`).join(', ')}`;
}

function count(number: number, one: string, many = `${one}s`): string {
    return `${number.toLocaleString('en')} ${number === 1 ? one : many}`;
}
