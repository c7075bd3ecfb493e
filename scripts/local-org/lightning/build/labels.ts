import { XMLParser } from 'fast-xml-parser';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { findInPackages } from './bundles.ts';

/** Text of one custom label: the original, and translations by language such as `de`. */
export interface LabelText {
    value: string;
    translations: Record<string, string>;
}

interface LabelsFile {
    CustomLabels?: { labels?: { fullName: string; value: string }[] };
}

interface TranslationsFile {
    Translations?: { customLabels?: { name: string; label: string }[] };
}

const parser = new XMLParser({
    parseTagValue: false,
    trimValues: false,
    isArray: (name) => name === 'labels' || name === 'customLabels'
});

/** Custom labels of the project by lower-case name, with the translations that the project ships. */
export function readLabels(projectDirectory: string): Map<string, LabelText> {
    const labels = new Map<string, LabelText>();
    for (const file of findInPackages(projectDirectory, (name) => name.endsWith('.labels-meta.xml'))) {
        const content = parser.parse(readFileSync(file, 'utf8')) as LabelsFile;
        for (const label of content.CustomLabels?.labels ?? []) {
            labels.set(label.fullName.toLowerCase(), { value: label.value, translations: {} });
        }
    }
    addTranslations(projectDirectory, labels);
    return labels;
}

function addTranslations(projectDirectory: string, labels: Map<string, LabelText>): void {
    const suffix = '.translation-meta.xml';
    for (const file of findInPackages(projectDirectory, (name) => name.endsWith(suffix))) {
        const language = path.basename(file, suffix);
        const content = parser.parse(readFileSync(file, 'utf8')) as TranslationsFile;
        for (const translation of content.Translations?.customLabels ?? []) {
            const label = labels.get(translation.name.toLowerCase());
            if (label) {
                label.translations[language] = translation.label;
            }
        }
    }
}
