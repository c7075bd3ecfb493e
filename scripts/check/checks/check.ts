import type { Problem } from '../problem.ts';
import type { Project } from '../project/project.ts';

/** Looks at a project and returns what a deploy would stumble over. */
export type Check = (project: Project) => Problem[];
