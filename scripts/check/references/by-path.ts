import type { Kind } from '../project/inventory.ts';
import type { SourceFile } from '../project/source-file.ts';
import { atPath } from '../project/xml.ts';
import type { Reference, ReferenceFinder } from './reference.ts';

/** In files of a suffix, the text of the elements at a path names something of a kind. */
interface Rule {
    readonly suffixes: string;
    readonly path: string;
    readonly kind: Kind;
    /** The full name, where the element holds a part of it; null where it names nothing of the project. */
    readonly name?: (text: string, file: SourceFile) => string | null;
}

const ofObject = (text: string, file: SourceFile): string => `${file.object}.${text}`;
const withMdt = (text: string): string => (text.endsWith('__mdt') ? text : `${text}__mdt`);
const custom = (text: string): string | null => (text.startsWith('standard-') ? null : text);
const compactLayout = (text: string, file: SourceFile): string | null =>
    text === 'SYSTEM' ? null : `${file.object || file.name}.${text}`;
/** A component of ours, where other namespaces are the platform's or a package's. */
const ownComponent = (text: string): string | null => /^c:(\w+)$/.exec(text)?.[1] ?? null;
const customReportType = (text: string): string | null => /^(\w+)__c$/.exec(text)?.[1] ?? null;
const GRANTS = 'permissionset profile mutingpermissionset';

const RULES: readonly Rule[] = [
    { suffixes: GRANTS, path: 'fieldPermissions/field', kind: 'field' },
    { suffixes: GRANTS, path: 'objectPermissions/object', kind: 'object' },
    { suffixes: GRANTS, path: 'classAccesses/apexClass', kind: 'class' },
    { suffixes: GRANTS, path: 'customPermissions/name', kind: 'customPermission' },
    { suffixes: GRANTS, path: 'customMetadataTypeAccesses/name', kind: 'object', name: withMdt },
    { suffixes: GRANTS, path: 'customSettingAccesses/name', kind: 'object' },
    { suffixes: GRANTS, path: 'tabSettings/tab', kind: 'tab', name: custom },
    { suffixes: GRANTS, path: 'tabVisibilities/tab', kind: 'tab', name: custom },
    {
        suffixes: GRANTS,
        path: 'applicationVisibilities/application',
        kind: 'application',
        name: (text) => (text.startsWith('standard__') ? null : text)
    },
    { suffixes: GRANTS, path: 'recordTypeVisibilities/recordType', kind: 'recordType' },
    { suffixes: GRANTS, path: 'flowAccesses/flow', kind: 'flow' },
    {
        suffixes: GRANTS,
        path: 'externalCredentialPrincipalAccesses/externalCredentialPrincipal',
        kind: 'principal'
    },
    { suffixes: 'permissionsetgroup', path: 'permissionSets', kind: 'permissionSet' },
    { suffixes: 'customPermission', path: 'requiredPermission/customPermission', kind: 'customPermission' },
    { suffixes: 'namedCredential', path: 'namedCredentialParameters/externalCredential', kind: 'externalCredential' },
    { suffixes: 'queue', path: 'queueSobject/sobjectType', kind: 'object' },
    { suffixes: 'queue', path: 'queueMembers/publicGroups/publicGroup', kind: 'group' },
    { suffixes: 'queue group', path: 'queueMembers/queues/queue', kind: 'queue' },
    { suffixes: 'app', path: 'tabs', kind: 'tab', name: custom },
    { suffixes: 'app', path: 'workspaceConfig/mappings/tab', kind: 'tab', name: custom },
    { suffixes: 'app', path: 'utilityBar', kind: 'page' },
    { suffixes: 'tab', path: 'flexiPage', kind: 'page' },
    { suffixes: 'tab', path: 'lwcComponent', kind: 'component' },
    { suffixes: 'flexipage', path: 'sobjectType', kind: 'object' },
    { suffixes: 'field', path: 'referenceTo', kind: 'object' },
    { suffixes: 'field', path: 'valueSet/valueSetName', kind: 'valueSet' },
    { suffixes: 'field', path: 'valueSet/controllingField', kind: 'field', name: ofObject },
    { suffixes: 'field', path: 'summaryForeignKey', kind: 'field' },
    { suffixes: 'field', path: 'summarizedField', kind: 'field' },
    { suffixes: 'fieldSet', path: 'displayedFields/field', kind: 'field', name: ofObject },
    { suffixes: 'fieldSet', path: 'availableFields/field', kind: 'field', name: ofObject },
    { suffixes: 'compactLayout', path: 'fields', kind: 'field', name: ofObject },
    { suffixes: 'object', path: 'compactLayoutAssignment', kind: 'compactLayout', name: compactLayout },
    { suffixes: 'recordType', path: 'compactLayoutAssignment', kind: 'compactLayout', name: compactLayout },
    {
        suffixes: 'layout',
        path: 'relatedLists/relatedList',
        kind: 'field',
        name: (text) => (/^\w+__c\.\w+__c$/.test(text) ? text : null)
    },
    { suffixes: 'recordType', path: 'picklistValues/picklist', kind: 'field', name: ofObject },
    { suffixes: 'validationRule', path: 'errorDisplayField', kind: 'field', name: ofObject },
    {
        suffixes: 'listView',
        path: 'queue',
        kind: 'queue'
    },
    { suffixes: 'translation', path: 'customApplications/name', kind: 'application' },
    { suffixes: 'translation', path: 'customLabels/name', kind: 'label' },
    { suffixes: 'translation', path: 'customTabs/name', kind: 'tab', name: custom },
    { suffixes: 'quickAction', path: 'lightningWebComponent', kind: 'component' },
    { suffixes: 'quickAction', path: 'targetObject', kind: 'object' },
    { suffixes: 'quickAction', path: 'flowDefinition', kind: 'flow' },
    {
        suffixes: 'dashboard',
        path: 'dashboardGridLayout/dashboardGridComponents/dashboardComponent/report',
        kind: 'report'
    },
    {
        suffixes: 'report',
        path: 'reportType',
        kind: 'object',
        name: (text) => /^CustomEntity\$(\w+__c)$/.exec(text)?.[1] ?? null
    },
    { suffixes: 'report', path: 'reportType', kind: 'reportType', name: customReportType },
    { suffixes: 'reportType', path: 'baseObject', kind: 'object' },
    { suffixes: 'profile', path: 'layoutAssignments/layout', kind: 'layout' },
    { suffixes: 'profile', path: 'layoutAssignments/recordType', kind: 'recordType' },
    { suffixes: 'pathAssistant', path: 'entityName', kind: 'object' },
    { suffixes: 'flow', path: 'variables/objectType', kind: 'object' },
    { suffixes: 'flow', path: 'variables/apexClass', kind: 'class' },
    { suffixes: 'flow', path: 'screens/fields/extensionName', kind: 'component', name: ownComponent },
    { suffixes: 'flow', path: 'subflows/flowName', kind: 'flow' },
    { suffixes: 'flow', path: 'start/object', kind: 'object' },
    { suffixes: 'js', path: 'targetConfigs/targetConfig/objects/object', kind: 'object' }
];

/** References that stand at a fixed place of a metadata file. */
export const findByPath: ReferenceFinder = (project) =>
    RULES.flatMap((rule) => project.metadata(...rule.suffixes.split(' ')).flatMap((file) => apply(rule, file)));

function apply(rule: Rule, file: SourceFile): Reference[] {
    return atPath(file.xml!, rule.path).flatMap(({ text, line }) => {
        const name = rule.name ? rule.name(text.trim(), file) : text.trim();
        return name ? [{ kind: rule.kind, name, file, line }] : [];
    });
}
