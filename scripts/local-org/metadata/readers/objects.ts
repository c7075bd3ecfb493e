import type { FieldSetSchema, RecordTypeSchema, SharingModel, ValidationRuleSchema } from '../../data/schema/types.ts';
import { deterministicId } from '../../data/schema/ids.ts';
import type { ListViewMetadata, ObjectMetadata, XmlNode } from '../types.ts';
import { element, elements, flag, integer, requiredText, text, texts } from '../xml.ts';

/** What the `.object-meta.xml` file itself says; fields, rules and the rest are separate files. */
export type ObjectFile = Omit<
    ObjectMetadata,
    'fields' | 'validationRules' | 'recordTypes' | 'listViews' | 'fieldSets' | 'compactLayouts'
>;

export function readObject(root: XmlNode, name: string, file: string): ObjectFile {
    return {
        name,
        file,
        label: text(root, 'label'),
        pluralLabel: text(root, 'pluralLabel'),
        description: text(root, 'description'),
        sharingModel: text(root, 'sharingModel') as SharingModel | undefined,
        customSettingsType: text(root, 'customSettingsType') as 'Hierarchy' | 'List' | undefined,
        nameField: readNameField(root),
        enableHistory: flag(root, 'enableHistory'),
        enableFeeds: flag(root, 'enableFeeds'),
        enableSearch: flag(root, 'enableSearch'),
        enableActivities: flag(root, 'enableActivities'),
        eventType: text(root, 'eventType'),
        publishBehavior: text(root, 'publishBehavior'),
        compactLayoutAssignment: text(root, 'compactLayoutAssignment'),
        searchResultsColumns: elements(root, 'searchLayouts').flatMap((node) =>
            texts(node, 'searchResultsAdditionalFields')
        )
    };
}

function readNameField(root: XmlNode): ObjectMetadata['nameField'] {
    const node = element(root, 'nameField');
    if (!node) return undefined;
    return {
        label: text(node, 'label') ?? 'Name',
        type: text(node, 'type') ?? 'Text',
        displayFormat: text(node, 'displayFormat'),
        startingNumber: integer(node, 'startingNumber', 1)
    };
}

export function readValidationRule(root: XmlNode, object: string, name: string, file: string): ValidationRuleSchema {
    return {
        object,
        name,
        active: flag(root, 'active'),
        errorConditionFormula: requiredText(root, 'errorConditionFormula', file),
        errorMessage: requiredText(root, 'errorMessage', file),
        errorDisplayField: text(root, 'errorDisplayField'),
        file
    };
}

export function readRecordType(root: XmlNode, object: string, name: string): RecordTypeSchema {
    const picklistValues: Record<string, string[]> = {};
    for (const node of elements(root, 'picklistValues')) {
        const values = elements(node, 'values').map((value) => decodeURIComponent(text(value, 'fullName') ?? ''));
        picklistValues[text(node, 'picklist') ?? ''] = values;
    }
    return {
        id: deterministicId('012', `${object}.${name}`),
        developerName: name,
        label: text(root, 'label') ?? name,
        description: text(root, 'description'),
        active: flag(root, 'active', true),
        default: false,
        master: false,
        picklistValues
    };
}

export function readListView(root: XmlNode, object: string, name: string, file: string): ListViewMetadata {
    return {
        object,
        name,
        label: text(root, 'label') ?? name,
        columns: texts(root, 'columns'),
        filterScope: text(root, 'filterScope') ?? 'Everything',
        filters: elements(root, 'filters').map((node) => ({
            field: text(node, 'field') ?? '',
            operation: text(node, 'operation') ?? 'equals',
            value: text(node, 'value')
        })),
        booleanFilter: text(root, 'booleanFilter'),
        queue: text(root, 'queue'),
        file
    };
}

export function readFieldSet(root: XmlNode, name: string): FieldSetSchema {
    return {
        name,
        label: text(root, 'label') ?? name,
        description: text(root, 'description'),
        fields: elements(root, 'displayedFields').map((node) => ({
            field: text(node, 'field') ?? '',
            required: flag(node, 'isRequired')
        }))
    };
}

export function readCompactLayout(root: XmlNode, name: string): ObjectMetadata['compactLayouts'][number] {
    return { name, label: text(root, 'label') ?? name, fields: texts(root, 'fields') };
}
