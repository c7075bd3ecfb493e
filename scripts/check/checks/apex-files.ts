import type { Problem } from '../problem.ts';
import type { Project } from '../project/project.ts';
import type { SourceFile } from '../project/source-file.ts';
import { child, textOf } from '../project/xml.ts';
import { isApex } from '../references/in-apex.ts';
import type { Check } from './check.ts';

/** Apex classes and triggers have their description and their own name, and no name is there twice. */
export const checkApexFiles: Check = (project) => [
    ...project
        .ofSuffix('cls', 'trigger')
        .filter(isApex)
        .flatMap((file) => [...sidecar(project, file), ...typeName(file)]),
    ...project.metadata('cls', 'trigger').flatMap((file) => body(project, file)),
    ...twice(project)
];

function sidecar(project: Project, file: SourceFile): Problem[] {
    if (project.file(`${file.path}-meta.xml`)) return [];
    return [file.problem(1, `${file.name} has no description`, `Add ${file.name}.${file.suffix}-meta.xml`)];
}

function body(project: Project, file: SourceFile): Problem[] {
    if (project.sourceOf(file)) return [];
    return [file.problem(1, `There is no ${file.name}.${file.suffix}`, 'Add it, or remove its description')];
}

function typeName(file: SourceFile): Problem[] {
    const declared = /^[^\n*/]*\b(?:class|interface|enum|trigger)\s+(\w+)/im.exec(file.text);
    if (!declared || declared[1].toLowerCase() === file.name.toLowerCase()) return [];
    return [
        file.problem(
            file.lineAt(declared.index),
            `The file ${file.name}.${file.suffix} declares ${declared[1]}`,
            'Give both the same name'
        )
    ];
}

/** API versions that the project's does not reach: what is compiled here may then behave in another way there. */
export const checkApiVersions: Check = (project) => {
    const settings = JSON.parse(project.file('sfdx-project.json')?.text ?? '{}') as { sourceApiVersion?: string };
    const newest = Number(settings.sourceApiVersion ?? Infinity);
    return project.metadata('cls', 'trigger', 'js', 'flow').flatMap((file) => {
        const version = Number(textOf(file.xml!, 'apiVersion') ?? 0);
        if (version <= newest) return [];
        return [
            file.problem(
                child(file.xml!, 'apiVersion')!.line,
                `API version ${version} is newer than the project's`,
                `Use ${newest}`
            )
        ];
    });
};

function twice(project: Project): Problem[] {
    return (['class', 'permissionSet', 'flow', 'tab', 'application', 'page'] as const).flatMap((kind) =>
        project.inventory
            .all(kind)
            .filter((declaration) => project.inventory.find(kind, declaration.name)[0] !== declaration)
            .map(({ name, file }) => file.problem(1, `${name} is there twice`, 'Rename or remove one of them'))
    );
}
