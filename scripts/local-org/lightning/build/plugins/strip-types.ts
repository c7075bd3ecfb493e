import { SourceMap, type SourceMapPayload } from 'node:module';
import type { Plugin } from 'rollup';
import ts from 'typescript';

const compilerOptions: ts.CompilerOptions = {
    target: ts.ScriptTarget.ESNext,
    module: ts.ModuleKind.ESNext,
    experimentalDecorators: false,
    useDefineForClassFields: true,
    verbatimModuleSyntax: true,
    sourceMap: true
};

/** Where types were stripped from a file, so that a later compiler's positions can be led back. */
const sourceMaps = new Map<string, SourceMap>();

/** Strips types and keeps decorators, which the LWC compiler handles afterwards. A syntax error stops with its line. */
export function stripTypes(): Plugin {
    return {
        name: 'strip-types',
        transform(source, id) {
            const file = id.split('?')[0]!;
            if (!file.endsWith('.ts')) {
                return null;
            }
            const output = ts.transpileModule(source, { fileName: file, compilerOptions, reportDiagnostics: true });
            const problem = output.diagnostics?.[0];
            if (problem) {
                this.error({ message: messageOf(problem), loc: { file, ...positionOf(source, problem.start ?? 0) } });
            }
            const map = JSON.parse(output.sourceMapText!) as SourceMapPayload;
            sourceMaps.set(file, new SourceMap(map));
            const code = output.outputText.replace(/\n?\/\/# sourceMappingURL=.*$/m, '');
            return { code, map: output.sourceMapText! };
        }
    };
}

/**
 * Leads a position in the stripped script back to the TypeScript source. Line from 1, column from 0, as rollup counts;
 * a position in a file that is not TypeScript comes back as it is.
 */
export function originalPosition(file: string, line: number, column: number): { line: number; column: number } {
    const entry = sourceMaps.get(file)?.findEntry(line - 1, column);
    return entry && 'originalLine' in entry
        ? { line: entry.originalLine + 1, column: entry.originalColumn }
        : { line, column };
}

function messageOf(problem: ts.Diagnostic): string {
    return ts.flattenDiagnosticMessageText(problem.messageText, '\n');
}

function positionOf(source: string, start: number): { line: number; column: number } {
    const before = source.slice(0, start).split('\n');
    return { line: before.length, column: before.at(-1)!.length };
}
