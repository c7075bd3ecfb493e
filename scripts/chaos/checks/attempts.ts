import type { Row } from '../chaos-org.ts';
import type { Evidence } from './all.ts';

/** Every attempt has one audit row, numbered from 1, and nothing reached the model without one. */
export function attemptViolations({ requests, audit, received }: Evidence): string[] {
    const attempts = audit.filter((row) => Number(row.Attempt__c) > 0);
    const numbers = new Map<unknown, number[]>();
    for (const row of attempts)
        numbers.set(row.Trace_Id__c, [...(numbers.get(row.Trace_Id__c) ?? []), Number(row.Attempt__c)]);
    const problems = requests.flatMap((request) => compare(request, numbers.get(request.Trace_Id__c) ?? []));
    if (received.length > attempts.length)
        problems.push(`The model received ${received.length} calls, the log has ${attempts.length}.`);
    return problems;
}

function compare(request: Row, numbers: readonly number[]): string[] {
    const expected = Array.from({ length: Number(request.Attempts__c ?? 0) }, (_, index) => index + 1).join();
    const actual = [...numbers].sort((one, other) => one - other).join();
    return expected === actual
        ? []
        : [`Request ${request.Trace_Id__c} made attempts ${expected || 'none'}, the log has ${actual || 'none'}.`];
}
