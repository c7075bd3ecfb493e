import { ALL_CHECKS } from './checks/index.ts';
import { formatProblem, sortProblems, type Problem } from './problem.ts';
import { committedTexts, stagedFiles, stagedTexts } from './project/git.ts';
import { Project } from './project/project.ts';

/**
 * What the next commit brings with it: problems of the staged files, and problems elsewhere that were not there before,
 * such as a reference to a field that goes. Reads what is staged, not what lies in the folder.
 */
export function checkStaged(root: string): Problem[] {
    const staged = new Set(stagedFiles(root));
    if (![...staged].some((file) => Project.concerns(root, file))) return [];
    const problems = problemsOf(
        root,
        stagedTexts(root, (file) => Project.concerns(root, file))
    );
    const elsewhere = problems.filter(({ file }) => !staged.has(file));
    if (elsewhere.length === 0) return problems;
    const before = problemsOf(
        root,
        committedTexts(root, (file) => Project.concerns(root, file))
    );
    const known = new Set(before.map(formatProblem));
    return problems.filter((problem) => staged.has(problem.file) || !known.has(formatProblem(problem)));
}

function problemsOf(root: string, texts: ReadonlyMap<string, string>): Problem[] {
    if (texts.size === 0) return [];
    const project = Project.of(root, texts);
    return sortProblems(ALL_CHECKS.flatMap((check) => check(project)));
}
