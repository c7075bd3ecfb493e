import type {
    ActionOverride,
    ComponentInstance,
    CustomApplicationMetadata,
    FieldInstance,
    FlexiPageMetadata,
    FlexiPageRegion,
    LayoutMetadata,
    LayoutSection,
    QuickActionMetadata,
    RegionItem,
    TabMetadata,
    VisibilityRule,
    XmlNode
} from '../types.ts';
import { element, elements, flag, requiredText, text, texts } from '../xml.ts';

export function readFlexiPage(root: XmlNode, name: string, file: string): FlexiPageMetadata {
    const template = element(root, 'template');
    return {
        name,
        label: text(root, 'masterLabel') ?? name,
        description: text(root, 'description'),
        type: requiredText(root, 'type', file),
        sobjectType: text(root, 'sobjectType'),
        template: template ? (text(template, 'name') ?? '') : '',
        regions: elements(root, 'flexiPageRegions').map((node) => readRegion(node, file)),
        file
    };
}

function readRegion(node: XmlNode, file: string): FlexiPageRegion {
    return {
        name: requiredText(node, 'name', file),
        type: (text(node, 'type') ?? 'Region') as FlexiPageRegion['type'],
        mode: text(node, 'mode'),
        items: [
            ...elements(node, 'itemInstances').flatMap((item) => readItem(item, file)),
            ...elements(node, 'componentInstances').map((item) => component(item, file))
        ]
    };
}

function readItem(node: XmlNode, file: string): RegionItem[] {
    const components = elements(node, 'componentInstance').map((child) => component(child, file));
    const fields = elements(node, 'fieldInstance').map((child): RegionItem => ({
        kind: 'field',
        field: readField(child)
    }));
    return [...components, ...fields];
}

function component(node: XmlNode, file: string): RegionItem {
    return { kind: 'component', component: readComponent(node, file) };
}

function readComponent(node: XmlNode, file: string): ComponentInstance {
    const isDecorator = (property: XmlNode): boolean => text(property, 'type') === 'decorator';
    const all = elements(node, 'componentInstanceProperties');
    const decorators = all
        .filter(isDecorator)
        .map((property) => [text(property, 'name'), text(property, 'value') ?? '']);
    return {
        name: requiredText(node, 'componentName', file),
        identifier: text(node, 'identifier'),
        properties: readProperties(all.filter((property) => !isDecorator(property))),
        decorators: Object.fromEntries(decorators) as Record<string, string>,
        visibilityRule: readVisibilityRule(node)
    };
}

function readProperties(nodes: XmlNode[]): ComponentInstance['properties'] {
    const properties: ComponentInstance['properties'] = {};
    for (const property of nodes) {
        const list = element(property, 'valueList');
        const values = list ? elements(list, 'valueListItems').map((item) => text(item, 'value') ?? '') : null;
        properties[text(property, 'name') ?? ''] = values ?? text(property, 'value') ?? '';
    }
    return properties;
}

function readField(node: XmlNode): FieldInstance {
    const behavior = elements(node, 'fieldInstanceProperties').find((item) => text(item, 'name') === 'uiBehavior');
    return {
        fieldItem: text(node, 'fieldItem') ?? '',
        identifier: text(node, 'identifier'),
        uiBehavior: behavior ? (text(behavior, 'value') as FieldInstance['uiBehavior']) : undefined,
        visibilityRule: readVisibilityRule(node)
    };
}

function readVisibilityRule(node: XmlNode): VisibilityRule | undefined {
    const rule = element(node, 'visibilityRule');
    if (!rule) return undefined;
    const criteria = elements(rule, 'criteria').map((item) => ({
        leftValue: text(item, 'leftValue') ?? '',
        operator: text(item, 'operator') ?? 'EQUAL',
        rightValue: text(item, 'rightValue') ?? ''
    }));
    return { booleanFilter: text(rule, 'booleanFilter'), criteria };
}

export function readApplication(root: XmlNode, name: string, file: string): CustomApplicationMetadata {
    const brand = element(root, 'brand');
    return {
        name,
        label: text(root, 'label') ?? name,
        description: text(root, 'description'),
        navType: text(root, 'navType') ?? 'Standard',
        uiType: text(root, 'uiType') ?? 'Lightning',
        formFactors: texts(root, 'formFactors'),
        tabs: texts(root, 'tabs'),
        utilityBar: text(root, 'utilityBar'),
        brand: brand ? { headerColor: text(brand, 'headerColor'), logo: text(brand, 'logo') } : undefined,
        actionOverrides: elements(root, 'actionOverrides').map(readActionOverride),
        profileActionOverrides: elements(root, 'profileActionOverrides').map(readActionOverride),
        file
    };
}

function readActionOverride(node: XmlNode): ActionOverride {
    return {
        actionName: text(node, 'actionName') ?? 'View',
        content: text(node, 'content') ?? '',
        formFactor: text(node, 'formFactor'),
        type: text(node, 'type') ?? 'Default',
        object: text(node, 'pageOrSobjectType') ?? '',
        recordType: text(node, 'recordType'),
        profile: text(node, 'profile')
    };
}

export function readTab(root: XmlNode, name: string, file: string): TabMetadata {
    const shown = tabTarget(root);
    return {
        name,
        label: text(root, 'label'),
        kind: shown?.kind ?? 'object',
        target: shown?.target ?? name,
        motif: text(root, 'motif'),
        file
    };
}

function tabTarget(root: XmlNode): Pick<TabMetadata, 'kind' | 'target'> | undefined {
    const kinds: [string, TabMetadata['kind']][] = [
        ['lwcComponent', 'lwc'],
        ['flexiPage', 'flexiPage'],
        ['page', 'visualforce'],
        ['url', 'web']
    ];
    const found = kinds.find(([name]) => text(root, name) !== undefined);
    return found && { kind: found[1], target: text(root, found[0]) as string };
}

export function readLayout(root: XmlNode, name: string, file: string): LayoutMetadata {
    const actions = element(root, 'platformActionList');
    return {
        name,
        object: name.split('-')[0],
        sections: elements(root, 'layoutSections').map(readSection),
        relatedLists: elements(root, 'relatedLists').map((node) => ({
            relatedList: text(node, 'relatedList') ?? '',
            fields: texts(node, 'fields')
        })),
        actions: (actions ? elements(actions, 'platformActionListItems') : []).map((node) => ({
            actionName: text(node, 'actionName') ?? '',
            actionType: text(node, 'actionType') ?? ''
        })),
        quickActions: elements(root, 'quickActionList')
            .flatMap((node) => elements(node, 'quickActionListItems'))
            .map((node) => text(node, 'quickActionName') ?? ''),
        file
    };
}

function readSection(node: XmlNode): LayoutSection {
    return {
        label: text(node, 'label') ?? '',
        style: text(node, 'style') ?? 'TwoColumnsTopToBottom',
        detailHeading: flag(node, 'detailHeading', true),
        columns: elements(node, 'layoutColumns').map((column) =>
            elements(column, 'layoutItems').map((item) => ({
                field: text(item, 'field'),
                behavior: text(item, 'behavior'),
                emptySpace: flag(item, 'emptySpace')
            }))
        )
    };
}

export function readQuickAction(root: XmlNode, name: string, file: string): QuickActionMetadata {
    const dot = name.indexOf('.');
    return {
        name,
        object: dot > 0 ? name.slice(0, dot) : undefined,
        label: text(root, 'label') ?? text(root, 'standardLabel') ?? name.slice(dot + 1),
        type: requiredText(root, 'type', file),
        actionSubtype: text(root, 'actionSubtype'),
        lightningWebComponent: text(root, 'lightningWebComponent'),
        lightningComponent: text(root, 'lightningComponent'),
        targetObject: text(root, 'targetObject'),
        icon: text(root, 'icon'),
        file
    };
}
