import type { Problem } from '../problem.ts';
import type { Check } from './check.ts';
import { translatedPackage } from '../project/home.ts';
import { checkPackageDirection } from './package-direction.ts';
import { checkPlatform } from './platform.ts';

/**
 * Each package directory can be deployed with nothing but the first one, on which all others build; translations with what
 * they translate.
 */
export const checkStandalone: Check = (project) => {
    if (project.packages.length < 2) return [];
    const whole = new Set(checkPlatform(project).map(keyOf));
    const told = new Set(checkPackageDirection(project).map(({ file, line }) => `${file}:${line}`));
    return project.packages.flatMap((own) =>
        checkPlatform(project.only([project.packages[0], translatedPackage(own), own]))
            .filter((problem) => problem.file.startsWith(`${own}/`) && !whole.has(keyOf(problem)))
            .filter(({ file, line }) => !told.has(`${file}:${line}`))
            .map((problem) => ({ ...problem, what: `${own} alone cannot be deployed. ${problem.what}` }))
    );
};

function keyOf({ file, line, what }: Problem): string {
    return `${file}:${line}:${what}`;
}
