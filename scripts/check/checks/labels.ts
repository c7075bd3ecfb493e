import type { Problem } from '../problem.ts';
import type { Project } from '../project/project.ts';
import { atPath, children, textOf } from '../project/xml.ts';
import { referencesOf } from '../references/index.ts';
import type { Check } from './check.ts';

/** Labels that nobody shows, and translations that lack a label. */
export const checkLabels: Check = (project) => [...unused(project), ...untranslated(project), ...twice(project)];

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

/** A language that is there at all is there in full. */
function untranslated(project: Project): Problem[] {
    const labels = project.inventory.all('label');
    return project.metadata('translation').flatMap((file) => {
        const translated = new Set(atPath(file.xml!, 'customLabels/name').map(({ text }) => text.trim()));
        const empty = children(file.xml!, 'customLabels').filter((label) => !textOf(label, 'label'));
        return [
            ...labels
                .filter(({ name }) => !translated.has(name))
                .map(({ name }) => file.problem(1, `The label ${name} has no translation`, 'Translate it')),
            ...empty.map(({ line }) => file.problem(line, 'A translation is empty', 'Translate the label'))
        ];
    });
}
