import type { Row } from './chaos-org.ts';
import type { ChaosResult } from './run.ts';

/** A run in words: what was asked, what became of it, what is wrong. */
export function describe({ evidence, violations, seconds }: ChaosResult): string {
    const { requests, audit, received, insights, usage, tokensADay, asked } = evidence;
    const attempts = audit.filter((row) => Number(row.Attempt__c) > 0);
    const facts = requests.filter(({ Answer__c: answer }) => Boolean(answer)).length;
    const faults = received.filter(({ fault }) => fault !== null).length;
    const used = usage.filter(({ Scope__c: scope }) => scope === 'Use Case').map(({ Tokens__c: tokens }) => tokens);
    return [
        `${asked} questions became ${requests.length} requests (${counts(requests, 'Channel__c')}) in ${seconds.toFixed(0)} s.`,
        `Ends:      ${counts(requests, 'Status__c')}; ${facts} answered with facts because the budget was spent`,
        `Attempts:  ${attempts.length}, of which the model made ${faults} of ${received.length} fail`,
        `Outcomes:  ${counts(attempts, 'Outcome__c')}`,
        `Insights:  ${insights.length} (${counts(insights, 'Status__c')})`,
        `Tokens:    ${used.join(', ') || 'none'} on one day, of ${tokensADay}`,
        violations.length ? `${violations.length} VIOLATIONS` : 'No violation.',
        ...violations.slice(0, 30).map((violation) => `  ${violation}`)
    ].join('\n');
}

/** How often each value comes, the most frequent first: `Answered 610, Failed 12`. */
function counts(rows: readonly Row[], field: string): string {
    const found = new Map<string, number>();
    for (const row of rows) found.set(String(row[field]), (found.get(String(row[field])) ?? 0) + 1);
    const ordered = [...found].sort(([, one], [, other]) => other - one);
    return ordered.map(([value, count]) => `${value} ${count}`).join(', ') || 'none';
}
