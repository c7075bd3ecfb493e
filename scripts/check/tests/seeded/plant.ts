import assert from 'node:assert/strict';
import path from 'node:path';
import { ALL_CHECKS } from '../../checks/index.ts';
import { formatProblem, sortProblems } from '../../problem.ts';
import { Project } from '../../project/project.ts';

/** Lacks every label that a test plants in core. */
export const GERMAN_OF_CORE = 'force-app/translations/core/translations/de.translation-meta.xml';

/** Files that change: their new text, or null when they go. */
export type Changes = Record<string, string | null>;

/** What the checks must say: where, and how it begins. */
export interface Expected {
    readonly file: string;
    /** A piece of text that stands on the line; line 1 when there is none. */
    readonly at?: string;
    readonly what: string;
}

const project = Project.load(path.resolve(import.meta.dirname, '../../../..'));
const before = new Set(run(project));

function run(subject: Project): string[] {
    return sortProblems(ALL_CHECKS.flatMap((check) => check(subject))).map(formatProblem);
}

/** Paths of the files of the project whose path fits, and whose text contains a piece. */
export function paths(pattern: RegExp, containing = ''): string[] {
    return project.files
        .map((file) => file.path)
        .filter((file) => pattern.test(file) && read(file).includes(containing));
}

/** The text of a file of the project. */
export function read(file: string): string {
    const found = project.file(file);
    assert.ok(found, `${file} is not in the project`);
    return found.text;
}

/** Changes one piece of a file. */
export function edit(file: string, from: string, to: string): Changes {
    const text = read(file);
    assert.ok(text.includes(from), `${file} does not contain ${from}`);
    return { [file]: text.replace(from, () => to) };
}

/** Plants errors in a copy of the project: the checks must find just these, at the right place. */
export function expectFound(changes: Changes, ...expected: Expected[]): void {
    const copy = project.with(changes);
    const found = run(copy).filter((problem) => !before.has(problem));
    const wanted = expected.map((one) => `${one.file}:${lineOf(copy, one)}  ${one.what}`);
    for (const start of wanted) {
        assert.ok(
            found.some((problem) => problem.startsWith(start)),
            `expected: ${start}\nfound:\n${found.join('\n')}`
        );
    }
    const more = found.filter((problem) => !wanted.some((start) => problem.startsWith(start)));
    assert.deepEqual(more, [], 'nothing else is found');
}

function lineOf(copy: Project, { file, at }: Expected): number {
    if (at === undefined) return 1;
    const position = copy.file(file)?.text.indexOf(at) ?? -1;
    assert.ok(position >= 0, `${file} does not contain ${at}`);
    return copy.file(file)!.lineAt(position);
}

/** A metadata file from its root element and what is in it. */
export function xml(root: string, content: string): string {
    return `<?xml version="1.0" encoding="UTF-8" ?>\n<${root} xmlns="http://soap.sforce.com/2006/04/metadata">\n${content}\n</${root}>\n`;
}
