import type { Project } from './project.ts';
import type { SourceFile } from './source-file.ts';
import { atPath, children, textOf, type XmlElement } from './xml.ts';

/** What other files can refer to by name. */
export type Kind =
    | 'object'
    | 'field'
    | 'class'
    | 'component'
    | 'auraComponent'
    | 'label'
    | 'permissionSet'
    | 'customPermission'
    | 'customMetadata'
    | 'queue'
    | 'group'
    | 'flow'
    | 'tab'
    | 'application'
    | 'page'
    | 'quickAction'
    | 'recordType'
    | 'layout'
    | 'compactLayout'
    | 'staticResource'
    | 'namedCredential'
    | 'externalCredential'
    | 'principal'
    | 'valueSet'
    | 'workflowAction'
    | 'messageChannel'
    | 'report'
    | 'reportType';

/** Where something is declared. */
export interface Declaration {
    readonly name: string;
    readonly file: SourceFile;
    readonly line: number;
}

/** Suffix → kind, where the name of the file is the name of the thing. */
const BY_FILE: Readonly<Record<string, Kind>> = {
    object: 'object',
    cls: 'class',
    permissionset: 'permissionSet',
    customPermission: 'customPermission',
    md: 'customMetadata',
    queue: 'queue',
    group: 'group',
    flow: 'flow',
    tab: 'tab',
    app: 'application',
    flexipage: 'page',
    quickAction: 'quickAction',
    layout: 'layout',
    resource: 'staticResource',
    namedCredential: 'namedCredential',
    externalCredential: 'externalCredential',
    globalValueSet: 'valueSet',
    messageChannel: 'messageChannel',
    reportType: 'reportType',
    js: 'component',
    cmp: 'auraComponent'
};

/** Suffix → kind, where the name begins with that of the object. */
const OF_OBJECT: Readonly<Record<string, Kind>> = {
    field: 'field',
    recordType: 'recordType',
    compactLayout: 'compactLayout'
};

/** The names that a project declares. Names are compared without case, as the platform does. */
export class Inventory {
    private readonly byKind = new Map<Kind, Map<string, Declaration[]>>();

    constructor(project: Project) {
        for (const file of project.files) if (file.isMetadata && file.xml) this.declareFile(file);
    }

    /** Every declaration of a name: several when the same object is extended by more than one package directory. */
    find(kind: Kind, name: string): readonly Declaration[] {
        return this.byKind.get(kind)?.get(name.toLowerCase()) ?? [];
    }

    has(kind: Kind, name: string): boolean {
        return this.find(kind, name).length > 0;
    }

    all(kind: Kind): Declaration[] {
        return [...(this.byKind.get(kind)?.values() ?? [])].flat();
    }

    private declareFile(file: SourceFile): void {
        const kind = BY_FILE[file.suffix];
        if (kind) this.declare(kind, file.name, file, 1);
        const part = OF_OBJECT[file.suffix];
        if (part) this.declare(part, `${file.object}.${file.name}`, file, 1);
        if (file.suffix === 'report') this.declare('report', reportName(file), file, 1);
        this.declareInside(file);
    }

    private declareInside(file: SourceFile): void {
        const root = file.xml!;
        if (file.suffix === 'labels') this.declareNamed('label', file, children(root, 'labels'), '');
        if (file.suffix === 'workflow') {
            const actions = root.children.filter(({ name }) =>
                /^(fieldUpdates|alerts|tasks|outboundMessages)$/.test(name)
            );
            this.declareNamed('workflowAction', file, actions, `${file.name}.`);
        }
        if (file.suffix !== 'externalCredential') return;
        for (const parameter of atPath(root, 'externalCredentialParameters')) {
            if (!textOf(parameter, 'parameterType')?.endsWith('Principal')) continue;
            this.declare('principal', `${file.name}-${textOf(parameter, 'parameterName')}`, file, parameter.line);
        }
    }

    private declareNamed(kind: Kind, file: SourceFile, elements: readonly XmlElement[], prefix: string): void {
        for (const element of elements) {
            const name = textOf(element, 'fullName');
            if (name) this.declare(kind, prefix + name, file, element.line);
        }
    }

    private declare(kind: Kind, name: string, file: SourceFile, line: number): void {
        const names = this.byKind.get(kind) ?? new Map<string, Declaration[]>();
        this.byKind.set(kind, names);
        const key = name.toLowerCase();
        names.set(key, [...(names.get(key) ?? []), { name, file, line }]);
    }
}

function reportName(file: SourceFile): string {
    return file.path.replace(/^.*\/reports\//, '').replace(/\.report-meta\.xml$/, '');
}
