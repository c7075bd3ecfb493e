import path from 'node:path';
import type { CompiledProgram, Compiler, SourceFile, Sources } from '../apex/compiler.ts';
import type { ApexSource } from '../metadata/types.ts';
import type { OrgParts } from './parts.ts';

/** How a project is compiled. */
export type CompileModes = Pick<Sources, 'coverage' | 'tolerant'>;

/**
 * Compiles all classes and triggers of a project. Files are named as seen from the project's folder.
 * @throws CompileFailure
 */
export function compileProject(compiler: Compiler, parts: OrgParts, modes: CompileModes = {}): CompiledProgram {
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
        hasFlow: (name) => metadata.hasFlow(name),
        namespace: metadata.namespace,
        hasLabel: (name) => metadata.label(name) !== undefined,
        ...modes
    });
}
