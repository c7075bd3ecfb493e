import type { Problem } from '../problem.ts';
import type { Project } from '../project/project.ts';
import type { SourceFile } from '../project/source-file.ts';
import { atPath, children, isTrue, textOf, type XmlElement } from '../project/xml.ts';
import type { Check } from './check.ts';

const TARGETS = new Set(
    (
        'lightning__AppPage lightning__HomePage lightning__RecordPage lightning__RecordAction lightning__GlobalAction ' +
        'lightning__UtilityBar lightning__FlowScreen lightning__FlowAction lightning__Tab lightning__Inbox lightning__Dialog ' +
        'lightning__UrlAddressable lightning__VoiceExtension lightning__EnablementProgram lightning__ServiceDocument ' +
        'lightning__PropertyEditor lightning__AgentforceInput lightning__AgentforceOutput lightning__ECSFSApp ' +
        'lightningCommunity__Page lightningCommunity__Default lightningCommunity__Page_Layout lightningCommunity__Theme_Layout ' +
        'lightningSnapin__ChatHeader lightningSnapin__ChatMessage lightningSnapin__Minimized lightningSnapin__PreChat ' +
        'lightningSnapin__MessagingPreChat lightningSnapin__MessagingHeader lightningStatic__Email analytics__Dashboard'
    ).split(' ')
);
const PAGES = /lightning__(App|Home|Record)Page/;
/** Type of a property → how its default is written. */
const DEFAULTS: Readonly<Record<string, RegExp>> = { Boolean: /^(true|false)$/, Integer: /^-?\d+$/ };
const PAGE_TYPES = new Set(['String', 'Boolean', 'Integer']);

/** What a component's description promises to App Builder and other places. */
export const checkComponentTargets: Check = (project) =>
    project
        .metadata('js')
        .flatMap((file) => [
            ...folderProblems(project, file),
            ...targetProblems(file),
            ...children(file.xml!, 'targetConfigs').flatMap((configs) =>
                children(configs, 'targetConfig').flatMap((config) => configProblems(project, file, config))
            )
        ]);

function folderProblems(project: Project, file: SourceFile): Problem[] {
    if (file.bundle !== file.name)
        return [
            file.problem(1, `The component ${file.name} lies in the folder ${file.bundle}`, 'Give both the same name')
        ];
    if (scriptOf(project, file)) return [];
    return [file.problem(1, `The component ${file.name} has no script`, `Add ${file.name}.ts`)];
}

function scriptOf(project: Project, meta: SourceFile): SourceFile | undefined {
    const base = meta.path.replace(/\.js-meta\.xml$/, '');
    return project.file(`${base}.ts`) ?? project.file(`${base}.js`);
}

function targetProblems(file: SourceFile): Problem[] {
    const root = file.xml!;
    const targets = atPath(root, 'targets/target');
    const unknown = targets.filter(({ text }) => !TARGETS.has(text.trim()));
    return unknown.map(({ text, line }) =>
        file.problem(line, `There is no target ${text.trim()}`, 'Correct the target')
    );
}

/** A component says which API it is for; it is offered in App Builder or not, with and without targets. */
export const checkComponentExposure: Check = (project) =>
    project.metadata('js').flatMap((file) => {
        const [target] = atPath(file.xml!, 'targets/target');
        const exposed = isTrue(file.xml!, 'isExposed');
        if (!textOf(file.xml!, 'apiVersion'))
            return [file.problem(file.xml!.line, 'apiVersion is missing', 'Add <apiVersion>')];
        if (target && !exposed)
            return [
                file.problem(
                    target.line,
                    'A component with targets is not exposed',
                    'Set isExposed to true, or remove the targets'
                )
            ];
        if (target || !exposed) return [];
        return [
            file.problem(
                file.xml!.line,
                'An exposed component has no targets',
                'Add targets, or set isExposed to false'
            )
        ];
    });

function configProblems(project: Project, file: SourceFile, config: XmlElement): Problem[] {
    const declared = new Set(atPath(file.xml!, 'targets/target').map(({ text }) => text.trim()));
    const targets = (config.attributes.targets ?? '').split(',').map((target) => target.trim());
    const absent = targets.filter((target) => !declared.has(target));
    const problems = absent.map((target) =>
        file.problem(
            config.line,
            `targetConfig is for ${target}, which is no target of the component`,
            'Add it to targets'
        )
    );
    if (children(config, 'objects').length > 0 && targets.some((target) => !/Record(Page|Action)$/.test(target)))
        problems.push(
            file.problem(
                config.line,
                'objects are only for record pages and record actions',
                'Move them to a targetConfig of their own'
            )
        );
    const properties = children(config, 'property').flatMap((property) =>
        propertyProblems(project, file, property, targets)
    );
    return [...problems, ...properties];
}

function propertyProblems(
    project: Project,
    file: SourceFile,
    property: XmlElement,
    targets: readonly string[]
): Problem[] {
    const { name = '', type = '', default: standard } = property.attributes;
    const problems: Problem[] = [];
    const format = DEFAULTS[type];
    if (standard !== undefined && format && !format.test(standard))
        problems.push(
            file.problem(
                property.line,
                `The default of ${name} is ${standard}, which is no ${type}`,
                'Correct the default'
            )
        );
    if (scriptOf(project, file) && !apiProperties(scriptOf(project, file)).has(name))
        problems.push(
            file.problem(
                property.line,
                `The component has no @api property ${name}`,
                'Correct the name, or add the property'
            )
        );
    if (targets.some((target) => PAGES.test(target)) && !PAGE_TYPES.has(type))
        problems.push(
            file.problem(
                property.line,
                `App Builder knows no properties of type ${type}`,
                'Use String, Boolean or Integer'
            )
        );
    return problems;
}

/** Names of the `@api` properties of a component's script. */
export function apiProperties(script: SourceFile | undefined): Set<string> {
    const found = script?.text.matchAll(/@api\s+(?:(?:get|set|readonly|public|override)\s+)*(\w+)/g) ?? [];
    return new Set([...found].map((match) => match[1]));
}
