import type { Kind } from '../project/inventory.ts';
import type { Project } from '../project/project.ts';
import type { SourceFile } from '../project/source-file.ts';

/** A place where a file names something that another file declares. */
export interface Reference {
    readonly kind: Kind;
    readonly name: string;
    readonly file: SourceFile;
    readonly line: number;
    /** A name by a convention of this project only, such as what a text field of custom metadata holds. */
    readonly byConvention?: true;
}

/** Finds references in the files that it knows. */
export type ReferenceFinder = (project: Project) => Reference[];
