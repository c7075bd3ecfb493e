import type { Row } from '../chaos-org.ts';
import type { Evidence } from './all.ts';

const ENDS: readonly unknown[] = ['Answered', 'Failed', 'Cancelled'];

/** Every request ended once: answered with something to show, failed with a message, or cancelled. */
export function endViolations({ requests, given }: Evidence): string[] {
    const known = new Map<unknown, number>();
    for (const { Trace_Id__c: trace } of requests) known.set(trace, (known.get(trace) ?? 0) + 1);
    const lost = [...given].filter((trace) => !known.has(trace)).map((trace) => `Request ${trace} was lost.`);
    const twice = [...known].filter(([, count]) => count > 1).map(([trace]) => `Request ${trace} has two rows.`);
    return [...lost, ...twice, ...requests.flatMap(problemsOf), ...repeatedKeys(requests)];
}

function problemsOf(row: Row): string[] {
    const problems: string[] = [];
    if (!ENDS.includes(row.Status__c))
        problems.push(`did not end, it is ${row.Status__c} after ${row.Retries__c} retries`);
    if (row.Status__c === 'Failed' && !row.Message__c) problems.push('failed without a message');
    if (row.Status__c === 'Answered' && !row.Insight__c && !row.Answer__c) problems.push('was answered with nothing');
    if (ENDS.includes(row.Status__c) && row.Reserved_Tokens__c) problems.push('ended and still holds budget');
    if (ENDS.includes(row.Status__c) && row.Waiting_Key__c) problems.push('ended and still keeps others from waiting');
    return problems.map((problem) => `Request ${row.Trace_Id__c} ${problem}.`);
}

function repeatedKeys(requests: readonly Row[]): string[] {
    const keys = requests.map(({ Idempotency_Key__c: key }) => key).filter(Boolean);
    return keys.length === new Set(keys).size ? [] : ['A key was asked twice.'];
}
