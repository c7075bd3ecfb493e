/** Something that a deploy would stumble over: where it is, what it is, and how to mend it. */
export interface Problem {
    /** Path from the root of the project, with forward slashes. */
    readonly file: string;
    readonly line: number;
    /** One sentence without the full stop. */
    readonly what: string;
    /** What to do about it: one sentence without the full stop. */
    readonly mend: string;
}

/** `file:line  what. How to mend.` */
export function formatProblem({ file, line, what, mend }: Problem): string {
    return `${file}:${line}  ${what}. ${mend}.`;
}

/** By file, then line, then text; the same problem found in two ways is kept once. */
export function sortProblems(problems: readonly Problem[]): Problem[] {
    const unique = new Map(problems.map((problem) => [formatProblem(problem), problem]));
    return [...unique.values()].sort(
        (a, b) => a.file.localeCompare(b.file) || a.line - b.line || a.what.localeCompare(b.what)
    );
}
