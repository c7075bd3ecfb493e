import type { Kind } from '../project/inventory.ts';
import type { SourceFile } from '../project/source-file.ts';
import { atPath, children, descendants, textOf, type XmlElement } from '../project/xml.ts';
import type { Reference, ReferenceFinder } from './reference.ts';

/** References in pages, layouts, actions and applications whose kind depends on what stands beside them. */
export const findInPages: ReferenceFinder = (project) => [
    ...project.metadata('flexipage').flatMap(inFlexiPage),
    ...project.metadata('layout').flatMap(inLayout),
    ...project.metadata('app', 'object').flatMap(inOverrides),
    ...project.metadata('tab').flatMap(inTab),
    ...project.metadata('quickAction').flatMap(inQuickAction)
];

function reference(kind: Kind, name: string, file: SourceFile, line: number): Reference {
    return { kind, name, file, line };
}

function inFlexiPage(file: SourceFile): Reference[] {
    const object = textOf(file.xml!, 'sobjectType');
    return descendants(file.xml!).flatMap((element) => {
        const text = element.text.trim();
        if (element.name === 'componentName') return componentReference(text, file, element.line);
        if (element.name === 'componentInstanceProperties') return actionNames(file, element);
        const field = /^(?:\{!)?Record\.([\w.]+)\}?$/.exec(text)?.[1];
        if (!object || !field || !/^(fieldItem|leftValue)$/.test(element.name)) return [];
        return [reference('field', `${object}.${field}`, file, element.line)];
    });
}

/** The actions that a highlights panel offers. */
function actionNames(file: SourceFile, properties: XmlElement): Reference[] {
    if (textOf(properties, 'name') !== 'actionNames') return [];
    return atPath(properties, 'valueList/valueListItems/value').flatMap((value) =>
        actionReference(value.text.trim(), file, value)
    );
}

/** A name with another namespace than `c` is the platform's; without any it is ours. */
function componentReference(text: string, file: SourceFile, line: number): Reference[] {
    const name = /^(?:c:)?(\w+)$/.exec(text)?.[1];
    return name ? [reference('component', name, file, line)] : [];
}

function inLayout(file: SourceFile): Reference[] {
    const object = file.name.split('-')[0];
    return descendants(file.xml!).flatMap((element) => {
        const text = element.text.trim();
        if (element.name === 'field') return [reference('field', `${object}.${text}`, file, element.line)];
        const isAction = /^(quickActionName|actionName)$/.test(element.name);
        return isAction ? actionReference(text, file, element) : [];
    });
}

/** Actions that the platform brings to its objects. */
const PLATFORM_ACTION =
    /^(FeedItem\..*|.*\.(LogACall|ChangeStatus|SendEmail|Email|MobileSmartActions|CaseComment|AnswerOnSite|SocialPost|Milestones?|New\w*|Edit\w*|Update\w*|_\w+|\w*Post))$/;

/** Actions of objects are `Object.Name`; those without a dot are global or standard buttons. */
function actionReference(text: string, file: SourceFile, element: XmlElement): Reference[] {
    if (!text.includes('.') || PLATFORM_ACTION.test(text)) return [];
    return [reference('quickAction', text, file, element.line)];
}

function inOverrides(file: SourceFile): Reference[] {
    const overrides = [...children(file.xml!, 'actionOverrides'), ...children(file.xml!, 'profileActionOverrides')];
    return overrides.flatMap((override) => {
        const content = children(override, 'content')[0];
        if (!content || textOf(override, 'type')?.toLowerCase() !== 'flexipage') return [];
        return [reference('page', content.text.trim(), file, content.line)];
    });
}

function inTab(file: SourceFile): Reference[] {
    return textOf(file.xml!, 'customObject') === 'true' ? [reference('object', file.name, file, file.xml!.line)] : [];
}

function inQuickAction(file: SourceFile): Reference[] {
    const object = file.name.includes('.') ? file.name.split('.')[0] : undefined;
    const target = textOf(file.xml!, 'targetObject') ?? object;
    const own = object ? [reference('object', object, file, file.xml!.line)] : [];
    if (!target) return own;
    const fields = [
        ...atPath(file.xml!, 'quickActionLayout/quickActionLayoutColumns/quickActionLayoutItems/field'),
        ...atPath(file.xml!, 'fieldOverrides/field')
    ];
    return [...own, ...fields.map(({ text, line }) => reference('field', `${target}.${text.trim()}`, file, line))];
}
