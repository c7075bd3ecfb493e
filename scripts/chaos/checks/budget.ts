import type { Row } from '../chaos-org.ts';
import type { Evidence } from './all.ts';

const DAY = 86_400_000;
/** Rounding of sums of prices. */
const CENT_OF_A_CENT = 0.0001;

/** Usage is the audit log's sum, and no day's use passes the budget by more than one call. */
export function budgetViolations({ audit, usage, tokensADay }: Evidence): string[] {
    const attempts = audit.filter((row) => Number(row.Attempt__c) > 0);
    const largest = Math.max(0, ...attempts.map(tokensOf));
    const whole = usage.filter((row) => row.Scope__c === 'Organization');
    const problems = usage.flatMap((row) =>
        compare(
            row,
            attempts.filter((entry) => countsFor(entry, row))
        )
    );
    for (const row of usage.filter(({ Scope__c: scope }) => scope === 'Use Case'))
        if (Number(row.Tokens__c) > tokensADay + largest)
            problems.push(`${row.Tokens__c} tokens were used on one day; the budget is ${tokensADay}.`);
    if (attempts.length && !whole.length) problems.push('There were calls, but no usage.');
    return problems;
}

function compare(row: Row, attempts: readonly Row[]): string[] {
    const tokens = sum(attempts.map(tokensOf));
    const cost = sum(attempts.map((entry) => Number(entry.Cost__c ?? 0)));
    const isSame =
        tokens === Number(row.Tokens__c) &&
        attempts.length === Number(row.Calls__c) &&
        Math.abs(cost - Number(row.Cost__c)) < CENT_OF_A_CENT;
    return isSame
        ? []
        : [
              `Usage of ${row.Scope__c} ${row.Subject__c} says ${row.Calls__c} calls and ${row.Tokens__c} tokens, ` +
                  `the log ${attempts.length} and ${tokens}.`
          ];
}

function countsFor(entry: Row, row: Row): boolean {
    const subject = { Organization: row.Subject__c, 'Use Case': entry.Use_Case__c, User: entry.User__c }[
        String(row.Scope__c)
    ];
    return subject === row.Subject__c && dayOf(entry.CreatedDate) === dayOf(row.Day__c);
}

/** Days of GMT: the org's settings name no other time zone. */
function dayOf(moment: unknown): number {
    return Math.floor(Number(moment) / DAY);
}

function tokensOf(entry: Row): number {
    return Number(entry.Input_Tokens__c ?? 0) + Number(entry.Output_Tokens__c ?? 0);
}

function sum(values: readonly number[]): number {
    return values.reduce((total, value) => total + value, 0);
}
