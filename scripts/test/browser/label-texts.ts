import path from 'node:path';
import { openMetadata } from '../../local-org/metadata/index.ts';

const ROOT = path.resolve(import.meta.dirname, '../../..');
/** Fewer letters than these around a placeholder could stand in any text. */
const FEWEST_LETTERS = 10;

/** Finds texts of labels that stayed in the original although a language translates them. */
export class Untranslated {
    private readonly originals = new Map<string, string>();
    private readonly patterns: [name: string, pattern: RegExp][] = [];

    constructor(language: string) {
        for (const { name, value, translations } of openMetadata(ROOT).labels) {
            if ((translations[language] ?? value) === value) continue;
            if (!/\{\d\}/.test(value)) this.originals.set(value.trim(), name);
            else if (value.replace(/\{\d\}|[^\p{L}]/gu, '').length >= FEWEST_LETTERS)
                this.patterns.push([name, patternOf(value)]);
        }
    }

    /** `Label_Name: text` for each text that is a label's original. */
    among(texts: string[]): string[] {
        return texts.flatMap((text) => {
            const trimmed = text.trim();
            const name = this.originals.get(trimmed) ?? this.patterns.find(([, pattern]) => pattern.test(trimmed))?.[0];
            return name ? [`${name}: ${trimmed}`] : [];
        });
    }
}

/** A text with anything in the place of its placeholders. */
function patternOf(value: string): RegExp {
    const parts = value.split(/\{\d\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
    return new RegExp(`^${parts.join('[^]+')}$`);
}
