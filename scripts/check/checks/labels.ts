import type { Problem } from '../problem.ts';
import type { Declaration } from '../project/inventory.ts';
import type { Project } from '../project/project.ts';
import type { SourceFile } from '../project/source-file.ts';
import { atPath, children, textOf } from '../project/xml.ts';
import { referencesOf } from '../references/index.ts';
import type { Check } from './check.ts';

/** Every label is there once. */
export const checkLabels: Check = (project) => twice(project);

/** Labels that nobody shows, and translations that lack a label. */
export const checkLabelUse: Check = (project) => [...unused(project), ...untranslated(project)];

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
    const files = project.metadata('translation');
    return files.flatMap((file) => {
        // Each package directory translates the labels that it declares.
        const translated = new Set(
            files
                .filter(({ name }) => name === file.name)
                .flatMap((other) => atPath(other.xml!, 'customLabels/name').map(({ text }) => text.trim()))
        );
        const empty = children(file.xml!, 'customLabels').filter((label) => !textOf(label, 'label'));
        return [
            ...labels
                .filter(
                    (label) => files.find(({ name }) => name === file.name) === file || isBeside(project, label, file)
                )
                .filter(({ name }) => !translated.has(name))
                .map(({ name }) => file.problem(1, `The label ${name} has no translation`, 'Translate it')),
            ...empty.map(({ line }) => file.problem(line, 'A translation is empty', 'Translate the label'))
        ];
    });
}

function isBeside(project: Project, label: Declaration, file: SourceFile): boolean {
    return project.packageOf(label.file) === project.packageOf(file);
}
