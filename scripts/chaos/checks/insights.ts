import type { Evidence } from './all.ts';

/** One request leaves one insight at most, and of the same sources only one is on offer. */
export function insightViolations({ insights, requests }: Evidence): string[] {
    const traces = repeated(insights.map(({ Trace_Id__c: trace }) => String(trace)));
    const proposed = insights.filter(({ Status__c: status }) => status === 'Proposed');
    const subjects = repeated(proposed.map((row) => `${row.Use_Case__c} ${row.Record_Id__c} ${row.Fingerprint__c}`));
    const known = new Set(requests.map(({ Trace_Id__c: trace }) => trace));
    return [
        ...traces.map((trace) => `Request ${trace} left two insights.`),
        ...subjects.map((subject) => `Two insights are on offer for ${subject}.`),
        ...insights
            .filter((row) => !known.has(row.Trace_Id__c))
            .map((row) => `Insight ${row.Id} belongs to no request.`)
    ];
}

function repeated(values: readonly string[]): string[] {
    const seen = new Set<string>();
    return [...new Set(values.filter((value) => seen.has(value) || !seen.add(value)))];
}
