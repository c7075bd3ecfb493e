import { readApexSurface } from '../../build/apex-surface.ts';
import type { Problem } from '../problem.ts';
import type { Project } from '../project/project.ts';
import type { SourceFile } from '../project/source-file.ts';
import { importsOf, isScript } from '../references/in-components.ts';
import type { Check } from './check.ts';

/** Scopes of `@salesforce/…` that the platform resolves. */
const SCOPES = new Set(
    (
        'apex apexContinuation client community componentTagName contentAssetUrl customPermission featureFlag gate i18n ' +
        'internal label messageChannel metric mobile resourceUrl schema site user userPermission accessCheck cssVars'
    ).split(' ')
);
const surfaces = new WeakMap<SourceFile, Map<string, boolean>>();

/** `@salesforce/*` imports whose names a plain reference cannot judge: Apex methods, and scopes that do not exist. */
export const checkComponentImports: Check = (project) =>
    project
        .ofSuffix('ts', 'js')
        .filter(isScript)
        .flatMap((file) => importsOf(file).flatMap(({ module, line }) => importProblems(project, file, module, line)));

function importProblems(project: Project, file: SourceFile, module: string, line: number): Problem[] {
    const [, scope, name = ''] = /^@salesforce\/(\w+)(?:\/(.+))?$/.exec(module) ?? [];
    if (!scope) return [];
    if (!SCOPES.has(scope)) return [file.problem(line, `There is no module ${module}`, 'Correct the import')];
    if (scope !== 'apex' && scope !== 'apexContinuation') return [];
    const [className, method] = name.split('.');
    if (!method) return [];
    const methods = surfaceOf(project, className);
    if (!methods) return [];
    if (!methods.has(method)) {
        return [
            file.problem(
                line,
                `${className} has no @AuraEnabled method ${method}`,
                'Correct the import, or annotate the method'
            )
        ];
    }
    if (methods.get(method) === (scope === 'apexContinuation')) return [];
    const right = methods.get(method) ? 'apexContinuation' : 'apex';
    return [
        file.problem(
            line,
            `${name} cannot be imported from @salesforce/${scope}`,
            `Import it from @salesforce/${right}`
        )
    ];
}

/** Method → does it start a continuation; undefined when there is no such class, or it does not parse. */
function surfaceOf(project: Project, className: string): Map<string, boolean> | undefined {
    const meta = project.inventory.find('class', className)[0]?.file;
    const source = project.sourceOf(meta);
    if (!source) return undefined;
    const known = surfaces.get(source) ?? readSurface(source);
    surfaces.set(source, known);
    return known;
}

function readSurface(source: SourceFile): Map<string, boolean> {
    const [surface] = readApexSurface(source.text, source.path);
    return new Map(surface?.methods.map(({ name, continuation }) => [name, continuation]));
}
