/** Statements of one heading, in the order of the answer. */
export interface StatementGroup {
    readonly key: string;
    readonly heading: string;
    readonly statements: readonly ApexTypes.AIStatementView[];
}

type Insight = ApexTypes.AIInsightView | null | undefined;

/**
 * The supported statements of an answer under the headings given, in the headings' order. A group that has no heading,
 * because an admin's own prompt version added it, comes last under its key. Groups without statements are left out.
 */
export function supportedGroups(insight: Insight, headings: Readonly<Record<string, string>>): StatementGroup[] {
    const byKey = new Map((insight?.groups ?? []).map(({ key, statements }) => [key ?? '', statements ?? []]));
    const keys = new Set([...Object.keys(headings), ...byKey.keys()]);
    return [...keys]
        .map((key) => ({
            key,
            heading: headings[key] ?? key,
            statements: (byKey.get(key) ?? []).filter(({ supported }) => supported)
        }))
        .filter(({ statements }) => statements.length > 0);
}

/** The statements of an answer whose evidence was not found. */
export function unsupportedStatements(insight: Insight): ApexTypes.AIStatementView[] {
    return (insight?.groups ?? []).flatMap(({ statements }) =>
        (statements ?? []).filter(({ supported }) => !supported)
    );
}
