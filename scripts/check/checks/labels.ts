import type { Problem } from '../problem.ts';
import type { Project } from '../project/project.ts';
import { referencesOf } from '../references/index.ts';
import type { Check } from './check.ts';

/** Every label is there once. */
export const checkLabels: Check = (project) => twice(project);

/** Labels that nobody shows. */
export const checkLabelUse: Check = (project) => unused(project);

function unused(project: Project): Problem[] {
    const used = referencesOf(project).filter(({ kind, file }) => kind === 'label' && file.suffix !== 'translation');
    const names = new Set(used.map(({ name }) => name.toLowerCase()));
    return project.inventory
        .all('label')
        .filter(({ name }) => !names.has(name.toLowerCase()))
        .map(({ name, file, line }) => file.problem(line, `Nothing uses the label ${name}`, 'Remove it, or show it'));
}

function twice(project: Project): Problem[] {
    return project.inventory
        .all('label')
        .filter((label) => project.inventory.find('label', label.name)[0] !== label)
        .map(({ name, file, line }) =>
            file.problem(line, `The label ${name} is declared twice`, 'Rename or remove one')
        );
}
