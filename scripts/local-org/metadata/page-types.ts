/** What users see: pages, applications, tabs, layouts, quick actions. */

export interface ComponentInstance {
    /** `c:caseSummaryPanel`, `force:highlightsPanel`, `flexipage:tabset` as written in the file. */
    name: string;
    identifier?: string;
    /** Values as written; lists of values stay lists. */
    properties: Record<string, string | string[]>;
    /** Of a utility: what the bar around it does, such as `label`, `icon`, `height`. */
    decorators: Record<string, string>;
    visibilityRule?: VisibilityRule;
}

export interface VisibilityRule {
    booleanFilter?: string;
    criteria: { leftValue: string; operator: string; rightValue: string }[];
}

export interface FieldInstance {
    /** `Record.Subject` */
    fieldItem: string;
    identifier?: string;
    uiBehavior?: 'none' | 'required' | 'readonly';
    visibilityRule?: VisibilityRule;
}

export type RegionItem = { kind: 'component'; component: ComponentInstance } | { kind: 'field'; field: FieldInstance };

export interface FlexiPageRegion {
    /** `header`, `main`, `sidebar`, or the name of a facet that a component's property refers to. */
    name: string;
    type: 'Region' | 'Facet' | 'Background';
    mode?: string;
    items: RegionItem[];
}

export interface FlexiPageMetadata {
    name: string;
    label: string;
    description?: string;
    type: string;
    sobjectType?: string;
    template: string;
    regions: FlexiPageRegion[];
    file: string;
}

export interface ActionOverride {
    actionName: string;
    content: string;
    formFactor?: string;
    type: string;
    object: string;
    recordType?: string;
    profile?: string;
}

export interface CustomApplicationMetadata {
    name: string;
    label: string;
    description?: string;
    /** `Standard` or `Console`. */
    navType: string;
    uiType: string;
    formFactors: string[];
    tabs: string[];
    utilityBar?: string;
    brand?: { headerColor?: string; logo?: string };
    actionOverrides: ActionOverride[];
    profileActionOverrides: ActionOverride[];
    file: string;
}

export interface TabMetadata {
    name: string;
    label?: string;
    /** What the tab shows. */
    kind: 'object' | 'lwc' | 'flexiPage' | 'web' | 'visualforce';
    target: string;
    motif?: string;
    file: string;
}

export interface LayoutSection {
    label: string;
    style: string;
    detailHeading: boolean;
    /** One list per column. */
    columns: { field?: string; behavior?: string; emptySpace?: boolean }[][];
}

export interface LayoutMetadata {
    /** `Case-Case Layout` */
    name: string;
    object: string;
    sections: LayoutSection[];
    relatedLists: { relatedList: string; fields: string[] }[];
    /** Platform action list, in order. */
    actions: { actionName: string; actionType: string }[];
    quickActions: string[];
    file: string;
}

export interface QuickActionMetadata {
    /** `Case.Summarise`; global actions have no object. */
    name: string;
    object?: string;
    label: string;
    type: string;
    actionSubtype?: string;
    lightningWebComponent?: string;
    lightningComponent?: string;
    targetObject?: string;
    icon?: string;
    file: string;
}
