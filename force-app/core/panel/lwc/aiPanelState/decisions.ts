type Insight = ApexTypes.AIInsightView | null | undefined;

/** What a person decided about one statement, or about the answer as a whole when no statement is named. */
export function decisionOf(insight: Insight, statementKey?: string | null): ApexTypes.AIDecisionView | undefined {
    const key = statementKey ?? null;
    return (insight?.decisions ?? []).find((decision) => (decision.statementKey ?? null) === key);
}

/** Whether statements of the answer were decided one by one. */
export function hasItemDecisions(insight: Insight): boolean {
    return (insight?.decisions ?? []).some(({ statementKey }) => Boolean(statementKey));
}
