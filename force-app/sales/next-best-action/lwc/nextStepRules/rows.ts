/** A step of a rule as the list draws it. */
export interface Row {
    readonly key: string;
    /** In the form of a statement, so that both kinds of steps look the same; it has no evidence but its reason. */
    readonly statement: ApexTypes.AIStatementView;
    readonly dueDate: string | undefined;
    readonly taskId: string | undefined;
    readonly isOpen: boolean;
}

/** The rows of steps, all of them open. */
export function rowsOf(steps: readonly ApexTypes.NextStepView[]): Row[] {
    return steps.map(({ key, text, kind, reason, dueDate }) => ({
        key: key ?? '',
        statement: { key, text, values: { kind: kind ?? '', reason: reason ?? '' }, evidence: [] },
        dueDate: dueDate ?? undefined,
        taskId: undefined,
        isOpen: true
    }));
}

/** The rows with another due date for one of them. */
export function scheduled(rows: Row[] | undefined, key: string, dueDate: string): Row[] | undefined {
    return rows?.map((row) => (row.key === key ? { ...row, dueDate } : row));
}

/** The rows with a task for one of them, or without it. */
export function created(rows: Row[] | undefined, key: string, taskId: string | undefined): Row[] | undefined {
    return rows?.map((row) => (row.key === key ? { ...row, taskId, isOpen: taskId === undefined } : row));
}
