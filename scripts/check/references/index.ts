import type { Project } from '../project/project.ts';
import { findByPath } from './by-path.ts';
import { findGlobalVariables } from './in-global-variables.ts';
import { findInApex } from './in-apex.ts';
import { findInAutomation } from './in-automation.ts';
import { findInComponents } from './in-components.ts';
import { findInCustomMetadata } from './in-custom-metadata.ts';
import { findInPages } from './in-pages.ts';
import type { Reference } from './reference.ts';

const FINDERS = [
    findByPath,
    findInPages,
    findInAutomation,
    findGlobalVariables,
    findInComponents,
    findInCustomMetadata,
    findInApex
];
const found = new WeakMap<Project, Reference[]>();

/** Every reference that the files of a project make to something with a name. */
export function referencesOf(project: Project): readonly Reference[] {
    const known = found.get(project) ?? FINDERS.flatMap((find) => find(project));
    found.set(project, known);
    return known;
}
