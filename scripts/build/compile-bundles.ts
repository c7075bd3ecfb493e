import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import type { Bundle } from './bundles.ts';

/** Decorators stay in the output: the platform's Lightning web component compiler handles @api, @track and @wire itself. */
export const COMPILER_OPTIONS: ts.CompilerOptions = {
    target: ts.ScriptTarget.ESNext,
    module: ts.ModuleKind.ESNext,
    experimentalDecorators: false,
    verbatimModuleSyntax: true,
    removeComments: false
};

/**
 * Compiles every TypeScript file of the bundles to the `.js` beside it, which is what a deploy ships.
 * Returns the number of files written; throws with file and line on a syntax error.
 */
export function compileBundles(bundles: readonly Bundle[]): number {
    const sources = bundles.flatMap(sourcesOf);
    sources.forEach(compile);
    return sources.length;
}

function sourcesOf({ directory }: Bundle): string[] {
    return readdirSync(directory)
        .filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'))
        .map((name) => path.join(directory, name));
}

function compile(file: string): void {
    const output = ts.transpileModule(readFileSync(file, 'utf8'), {
        fileName: file,
        reportDiagnostics: true,
        compilerOptions: COMPILER_OPTIONS
    });
    const problem = output.diagnostics?.[0];
    if (problem) throw new Error(describe(file, problem));
    writeFileSync(file.replace(/\.ts$/, '.js'), output.outputText);
}

function describe(file: string, problem: ts.Diagnostic): string {
    const line = problem.file?.getLineAndCharacterOfPosition(problem.start ?? 0).line ?? 0;
    return `${file}:${line + 1}: ${ts.flattenDiagnosticMessageText(problem.messageText, ' ')}`;
}
