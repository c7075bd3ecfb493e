import path from 'node:path';
import type { CompiledProgram, Compiler, SourceFile } from '../apex/compiler.ts';
import type { ApexSource } from '../metadata/types.ts';
import type { OrgParts } from './parts.ts';

/**
 * Compiles all classes and triggers of a project. Files are named as seen from the project's folder.
 * @throws CompileFailure
 */
export function compileProject(compiler: Compiler, parts: OrgParts, coverage = false): CompiledProgram {
    const { metadata } = parts;
    const relative = (source: ApexSource): SourceFile => ({
        ...source,
        file: path.relative(metadata.projectDir, path.resolve(metadata.projectDir, source.file))
    });
    const active = (source: ApexSource): boolean => source.status === 'Active';
    return compiler.compile({
        classes: metadata.apexClasses.filter(active).map(relative),
        triggers: metadata.triggers.filter(active).map(relative),
        schema: parts.schema(),
        hasLabel: (name) => metadata.label(name) !== undefined,
        coverage
    });
}
