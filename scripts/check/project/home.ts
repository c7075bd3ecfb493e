import type { Project } from './project.ts';
import type { SourceFile } from './source-file.ts';

const TRANSLATIONS = /(^|\/)translations\//;

/**
 * The package directory that a directory of translations belongs to: `force-app/translations/sales` →
 * `force-app/sales`, whose labels it translates. Another directory belongs to itself.
 */
export function translatedPackage(directory: string): string {
    return directory.replace(TRANSLATIONS, '$1');
}

/** The package directory of a file; of a translation the one that it translates. */
export function homeOf(project: Project, file: SourceFile): string {
    return translatedPackage(project.packageOf(file));
}
