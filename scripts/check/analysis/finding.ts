/** Something that an engine of the analysis found. */
export interface Finding {
    /** Path from the root of the project, with forward slashes. */
    readonly file: string;
    readonly line: number;
    /** 1 critical, 2 high, 3 moderate, 4 low, 5 for information. */
    readonly severity: number;
    readonly rule: string;
    readonly message: string;
}

/** A tool that looks at a whole project. */
export interface Engine {
    readonly name: string;
    /** Those that need Java take seconds; the others run before each commit too. */
    readonly needsJava: boolean;
    /** Everything that the tool finds in the project in a folder, which has its sfdx-project.json. */
    readonly find: (root: string) => Promise<Finding[]>;
}

/** The rule of findings that say what an engine could not look at: nothing to mend, and worth to know. */
export const NOT_FOLLOWED = 'NotFollowed';
