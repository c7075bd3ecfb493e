import type { Problem } from '../problem.ts';
import type { Project } from '../project/project.ts';
import type { SourceFile } from '../project/source-file.ts';
import { atPath, child, children, descendants, textOf, type XmlElement } from '../project/xml.ts';
import type { Check } from './check.ts';

const TARGET_OF: Readonly<Record<string, string>> = {
    AppPage: 'lightning__AppPage',
    HomePage: 'lightning__HomePage',
    RecordPage: 'lightning__RecordPage',
    UtilityBar: 'lightning__UtilityBar'
};

/** What a utility bar itself wants to know of each of its items, marked as a decorator. */
const DECORATORS = new Map([
    ['eager', 'Boolean'],
    ['height', 'Integer'],
    ['icon', 'String'],
    ['label', 'String'],
    ['scrollable', 'Boolean'],
    ['width', 'Integer']
]);

/** Components of ours on Lightning pages: may they stand there, and do the properties that the page sets exist? */
export const checkPageProperties: Check = (project) =>
    project.metadata('flexipage').flatMap((file) => [
        ...facetProblems(file),
        ...identifierProblems(file),
        ...descendants(file.xml!)
            .filter(({ name }) => name === 'componentInstance')
            .flatMap((instance) => instanceProblems(project, file, instance))
    ]);

function instanceProblems(project: Project, page: SourceFile, instance: XmlElement): Problem[] {
    const name = child(instance, 'componentName');
    const bundle = name && /^(?:c:)?(\w+)$/.exec(name.text.trim())?.[1];
    const meta = bundle ? project.inventory.find('component', bundle)[0]?.file : undefined;
    if (!name || !meta?.xml) return [];
    const target = TARGET_OF[textOf(page.xml!, 'type') ?? ''];
    const targets = atPath(meta.xml, 'targets/target').map(({ text }) => text.trim());
    const problems =
        target && !targets.includes(target)
            ? [page.problem(name.line, `${bundle} cannot stand on this page`, `Add ${target} to its targets`)]
            : [];
    return [...problems, ...objectProblems(page, name, meta), ...valueProblems(page, instance, meta)];
}

function objectProblems(page: SourceFile, name: XmlElement, meta: SourceFile): Problem[] {
    const objects = atPath(meta.xml!, 'targetConfigs/targetConfig/objects/object').map(({ text }) => text.trim());
    const object = textOf(page.xml!, 'sobjectType');
    if (!object || objects.length === 0 || objects.includes(object)) return [];
    return [
        page.problem(
            name.line,
            `${meta.name} is not offered for ${object}`,
            `Add ${object} to the objects of its targetConfig`
        )
    ];
}

function valueProblems(page: SourceFile, instance: XmlElement, meta: SourceFile): Problem[] {
    const declared = new Map(
        atPath(meta.xml!, 'targetConfigs/targetConfig/property').map(({ attributes }) => [
            attributes.name ?? '',
            attributes.type ?? ''
        ])
    );
    const isUtilityBar = textOf(page.xml!, 'type') === 'UtilityBar';
    return children(instance, 'componentInstanceProperties').flatMap((property) => {
        const name = textOf(property, 'name') ?? '';
        const isDecorator = isUtilityBar && textOf(property, 'type') === 'decorator';
        const type = (isDecorator ? DECORATORS : declared).get(name);
        const value = textOf(property, 'value') ?? '';
        if (!type)
            return [
                page.problem(
                    property.line,
                    `${meta.name} has no property ${name}`,
                    'Remove it, or declare it in a targetConfig'
                )
            ];
        if (isOfType(value, type)) return [];
        return [
            page.problem(property.line, `${name} of ${meta.name} is ${value}, which is no ${type}`, 'Correct the value')
        ];
    });
}

function isOfType(value: string, type: string): boolean {
    if (value.startsWith('{!')) return true;
    if (type === 'Boolean') return /^(true|false)$/.test(value);
    return type !== 'Integer' || /^-?\d+$/.test(value);
}

/** A value that names a facet names one of the page's regions, and every facet is used. */
function facetProblems(page: SourceFile): Problem[] {
    const regions = children(page.xml!, 'flexiPageRegions');
    const values = new Set(
        descendants(page.xml!)
            .filter(({ name }) => name === 'value')
            .map(({ text }) => text.trim())
    );
    return regions
        .filter((region) => textOf(region, 'type') === 'Facet' && !values.has(textOf(region, 'name') ?? ''))
        .map((region) =>
            page.problem(
                region.line,
                `Nothing shows the facet ${textOf(region, 'name')}`,
                'Remove it, or name it in a component'
            )
        );
}

function identifierProblems(page: SourceFile): Problem[] {
    const identifiers = descendants(page.xml!).filter(({ name }) => name === 'identifier');
    const seen = new Set<string>();
    return identifiers.flatMap(({ text, line }) => {
        const twice = seen.has(text.trim());
        seen.add(text.trim());
        return twice ? [page.problem(line, `Two items have the identifier ${text.trim()}`, 'Rename one of them')] : [];
    });
}
