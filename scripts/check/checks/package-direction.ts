import type { Problem } from '../problem.ts';
import type { Declaration } from '../project/inventory.ts';
import { homeOf } from '../project/home.ts';
import { perFile } from '../project/per-file.ts';
import type { Project } from '../project/project.ts';
import type { SourceFile } from '../project/source-file.ts';
import { codeOnly, isApex } from '../references/in-apex.ts';
import { referencesOf } from '../references/index.ts';
import type { Check } from './check.ts';

const MEND =
    'Only the first package directory may be used by the others: move one of the two, or reach it by name at run time';

/** Package directories may use themselves and the first one, which uses no other. */
export const checkPackageDirection: Check = (project) => [
    ...referencesOf(project).flatMap(({ kind, name, file, line }) => {
        return judge(project, file, line, name, project.inventory.find(kind, name));
    }),
    ...project
        .ofSuffix('cls', 'trigger')
        .filter(isApex)
        .flatMap((file) => apexProblems(project, file))
];

function judge(
    project: Project,
    file: SourceFile,
    line: number,
    name: string,
    declared: readonly Declaration[]
): Problem[] {
    const own = homeOf(project, file);
    const homes = declared.map((declaration) => project.packageOf(declaration.file));
    if (homes.length === 0 || homes.some((home) => home === own || home === project.packages[0])) return [];
    return [file.problem(line, `${own} uses ${name} of ${homes[0]}`, MEND)];
}

function apexProblems(project: Project, file: SourceFile): Problem[] {
    const own = project.packageOf(file);
    const words = wordsOf(file);
    return [...foreignNames(project, own)].flatMap(([name, home]) => {
        const word = words.get(name);
        return word ? [file.problem(word.line, `${own} uses ${word.text} of ${home}`, MEND)] : [];
    });
}

/** The words of the code of a file, in lower case → as they are first written, and where. */
const wordsOf = perFile((file) => {
    const words = new Map<string, { text: string; line: number }>();
    for (const [index, code] of codeOnly(file.text).split('\n').entries()) {
        for (const [text] of code.matchAll(/\b[A-Za-z]\w*\b/g)) {
            const key = text.toLowerCase();
            if (!words.has(key)) words.set(key, { text, line: index + 1 });
        }
    }
    return words;
});

const foreign = new WeakMap<Project, Map<string, Map<string, string>>>();

/** Classes, objects and fields that only other package directories than a given one and the first have → their home. */
function foreignNames(project: Project, own: string): Map<string, string> {
    const byPackage = foreign.get(project) ?? new Map<string, Map<string, string>>();
    foreign.set(project, byPackage);
    const known = byPackage.get(own) ?? collectForeign(project, own);
    byPackage.set(own, known);
    return known;
}

function collectForeign(project: Project, own: string): Map<string, string> {
    const names = new Map<string, string>();
    const usable = new Set<string>();
    for (const kind of ['class', 'object', 'field'] as const) {
        for (const { name, file } of project.inventory.all(kind)) {
            const key = name.slice(name.indexOf('.') + 1).toLowerCase();
            const home = project.packageOf(file);
            if (home === own || home === project.packages[0] || !isOurs(kind, name)) usable.add(key);
            else names.set(key, home);
        }
    }
    for (const key of usable) names.delete(key);
    return names;
}

function isOurs(kind: 'class' | 'object' | 'field', name: string): boolean {
    return kind === 'class' || /__(c|mdt|e)$/.test(name);
}
