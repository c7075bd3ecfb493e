import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { atPath, parseXml, textOf } from '../project/xml.ts';
import { filesEnding } from './files.ts';

/** Objects whose actions people in the field see in Field Service Mobile. */
const FIELD_OBJECTS =
    /^(WorkOrder|WorkOrderLineItem|ServiceAppointment|ServiceResource|AssignedResource|ResourceAbsence|TimeSheet|TimeSheetEntry|ServiceReport|ProductConsumed|ProductRequired|ProductItem|WorkPlan|WorkStep|Asset)$/;

/** Folders of the components that Field Service Mobile shows, and of those that these are made of. */
export function mobileComponents(root: string): string[] {
    const folders = componentFolders(root);
    const wanted = [...actionComponents(root), ...smallComponents(root)];
    const found = new Set<string>();
    while (wanted.length > 0) {
        const folder = folders.get(wanted.pop()!);
        if (!folder || found.has(folder)) continue;
        found.add(folder);
        wanted.push(...usedBy(folder));
    }
    return [...found].sort();
}

function componentFolders(root: string): Map<string, string> {
    const folders = filesEnding(root, '.js-meta.xml').map((file) => path.dirname(file));
    return new Map(folders.map((folder) => [path.basename(folder), folder]));
}

/** A component reaches Field Service Mobile through a screen action of an object. */
function actionComponents(root: string): string[] {
    return filesEnding(root, '.quickAction-meta.xml')
        .filter((file) => FIELD_OBJECTS.test(path.basename(file).split('.')[0]))
        .map((file) => textOf(parseXml(readFileSync(file, 'utf8')), 'lightningWebComponent') ?? '');
}

/** A component may also say of itself that it is for telephones. */
function smallComponents(root: string): string[] {
    return filesEnding(root, '.js-meta.xml')
        .filter((file) =>
            atPath(
                parseXml(readFileSync(file, 'utf8')),
                'targetConfigs/targetConfig/supportedFormFactors/supportedFormFactor'
            ).some(({ attributes }, _, factors) => attributes.type === 'Small' && factors.length === 1)
        )
        .map((file) => path.basename(path.dirname(file)));
}

function usedBy(folder: string): string[] {
    const template = path.join(folder, `${path.basename(folder)}.html`);
    if (!existsSync(template)) return [];
    return [...readFileSync(template, 'utf8').matchAll(/<c-([a-z0-9-]+)/g)].map(([, name]) =>
        name.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())
    );
}
