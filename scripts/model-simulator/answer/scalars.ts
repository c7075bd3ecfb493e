import { typeOf, type SchemaNode } from '../schema/node.ts';
import { cuesFor, cueScore } from './cues.ts';
import type { Sentence } from './sentences.ts';
import { keywords, overlap, words } from './words.ts';

const MEASURED = /\b(?:confidence|score|probability|percent|percentage|rating|likelihood|grade|share)\b/;
const COUNTED = /\b(?:count|total|how many|number of)\b/;

/** A number: one that stands near the property's own words, a share of supporting sentences, or a count of sources. */
export function numberFor(name: string, node: SchemaNode, sentences: Sentence[]): number {
    const asked = `${words(name).join(' ')} ${node.description ?? ''}`.toLowerCase();
    const range = rangeOf(node, asked);
    const whole = typeOf(node) === 'integer';
    const value = MEASURED.test(asked)
        ? measured(name, node, sentences, range)
        : (mentioned(asked, sentences, whole) ?? counted(asked, sentences));
    const bounded = Math.min(range.high, Math.max(range.low, value));
    return whole ? Math.round(bounded) : Math.round(bounded * 100) / 100;
}

/** True when a sentence answers the property without a negation. */
export function booleanFor(name: string, node: SchemaNode, sentences: Sentence[]): boolean {
    const cues = cuesFor(name, node.description ?? '');
    const asked = new Set(keywords(name));
    const best = sentences.find(
        (sentence) =>
            overlap(asked, sentence.keywords) >= 0.5 && (cues.size === 0 || cueScore(cues, sentence.quote, 1) > 0)
    );
    return best !== undefined && !/\b(?:not|no|never|n't|without)\b|n't\b/i.test(best.quote);
}

/** A date that the prompt holds, the latest; the epoch when it holds none. */
export function dateFor(format: string, sentences: Sentence[]): string {
    const inText = sentences.flatMap((sentence) => sentence.quote.match(/\b\d{4}-\d{2}-\d{2}\b/g) ?? []);
    const dates = [...inText, ...sentences.flatMap((sentence) => sentence.source.date?.slice(0, 10) ?? [])];
    const date = dates.sort().at(-1) ?? '1970-01-01';
    return format === 'date' ? date : format === 'time' ? '00:00:00Z' : `${date}T00:00:00Z`;
}

/** The first piece of the sentences that matches the pattern, or null. */
export function matching(pattern: string, sentences: Sentence[]): string | null {
    const loose = new RegExp(pattern.replace(/^\^|\$$/g, ''), 'u');
    const exact = new RegExp(pattern, 'u');
    const found = sentences.map((sentence) => loose.exec(sentence.quote)?.[0]);
    return found.find((text) => text !== undefined && exact.test(text)) ?? null;
}

interface Range {
    low: number;
    high: number;
}

function rangeOf(node: SchemaNode, asked: string): Range {
    const said = /(-?\d+(?:\.\d+)?)\s*(?:-|–|to|and|\.\.)\s*(\d+(?:\.\d+)?)/.exec(asked);
    const unbounded = MEASURED.test(asked) ? { low: 0, high: 100 } : { low: 0, high: Number.MAX_SAFE_INTEGER };
    const described = said === null ? unbounded : { low: Number(said[1]), high: Number(said[2]) };
    return { low: node.minimum ?? described.low, high: node.maximum ?? described.high };
}

function measured(name: string, node: SchemaNode, sentences: Sentence[], range: Range): number {
    const cues = cuesFor(name, node.description ?? '');
    const supporting = sentences.filter((sentence) => cueScore(cues, sentence.quote, 1) > 0).length;
    return range.low + (range.high - range.low) * Math.min(1, (supporting + 1) / (sentences.length + 1));
}

function mentioned(asked: string, sentences: Sentence[], whole: boolean): number | null {
    const wanted = new Set(keywords(asked));
    const pattern = whole ? /(?<![\d.,])\d{1,9}(?![\d.,]*\d)/ : /(?<![\d.,])\d[\d,]*(?:\.\d+)?/;
    const near = sentences.filter((sentence) => pattern.test(sentence.quote) && overlap(wanted, sentence.keywords) > 0);
    const best = near.sort((left, right) => overlap(wanted, right.keywords) - overlap(wanted, left.keywords))[0];
    return best === undefined ? null : Number(pattern.exec(best.quote)?.[0].replaceAll(',', ''));
}

function counted(asked: string, sentences: Sentence[]): number {
    return COUNTED.test(asked) ? new Set(sentences.map((sentence) => sentence.source.id)).size : 0;
}
