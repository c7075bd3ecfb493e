import type { SourceFile } from './source-file.ts';

/**
 * What a function says of a file, worked out once: a copy of the project, and each of its parts, holds the same files. For
 * functions that look at nothing else.
 */
export function perFile<T>(look: (file: SourceFile) => T): (file: SourceFile) => T {
    const known = new WeakMap<SourceFile, { readonly value: T }>();
    return (file) => {
        const found = known.get(file) ?? { value: look(file) };
        known.set(file, found);
        return found.value;
    };
}
