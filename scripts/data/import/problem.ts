/** Something that kept a row, and with it its case, from loading. */
export interface Problem {
    /** Line of the file where the row begins, from 1. */
    line: number;
    /** The row's case, when it is known. */
    caseId: string | null;
    reason: string;
}
