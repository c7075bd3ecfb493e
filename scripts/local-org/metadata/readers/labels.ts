import type { CustomMetadataRecord, LabelMetadata, TranslationMetadata, XmlNode } from '../types.ts';
import { element, elements, flag, requiredText, text } from '../xml.ts';

/** All labels of a `.labels-meta.xml` file. */
export function readLabels(root: XmlNode, file: string): LabelMetadata[] {
    return elements(root, 'labels').map((node) => ({
        name: requiredText(node, 'fullName', file),
        value: element(node, 'value')?.text ?? '',
        language: text(node, 'language') ?? 'en_US',
        categories: text(node, 'categories'),
        protected: flag(node, 'protected'),
        shortDescription: text(node, 'shortDescription') ?? '',
        translations: {},
        file
    }));
}

/** What a `.translation-meta.xml` file translates, by name. */
export function readTranslations(root: XmlNode, language: string, file: string): TranslationMetadata {
    const texts = (kind: string): Record<string, string> => {
        const entries = elements(root, kind).map((node) => [
            requiredText(node, 'name', file),
            element(node, 'label')?.text ?? ''
        ]);
        return Object.fromEntries(entries) as Record<string, string>;
    };
    return {
        language,
        labels: texts('customLabels'),
        applications: texts('customApplications'),
        tabs: texts('customTabs')
    };
}

/** A `.md-meta.xml` file; its name is `Type.Record`. */
export function readCustomMetadata(root: XmlNode, name: string, file: string): CustomMetadataRecord {
    const [type, developerName] = name.split('.');
    return {
        type: type.endsWith('__mdt') ? type : `${type}__mdt`,
        developerName,
        label: text(root, 'label') ?? developerName,
        protected: flag(root, 'protected'),
        values: elements(root, 'values').map((node) => readValue(node, file)),
        file
    };
}

function readValue(node: XmlNode, file: string): CustomMetadataRecord['values'][number] {
    const value = element(node, 'value');
    const isNull = !value || value.attributes['xsi:nil'] === 'true';
    return {
        field: requiredText(node, 'field', file),
        type: value?.attributes['xsi:type'] ?? 'xsd:string',
        value: isNull ? null : value.text
    };
}
