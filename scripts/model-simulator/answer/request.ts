import type { Sentence } from './sentences.ts';
import { keywords, words } from './words.ts';

/** What a person asks beside the sources. */
export interface Asked {
    /** Stemmed words that carry meaning. */
    keywords: ReadonlySet<string>;
    /** A question is answered by what speaks of it, or not at all; any other wish only says what to prefer. */
    isQuestion: boolean;
}

const REQUEST = /<request\b[^>]*>([\s\S]*?)<\/request\s*>/g;
const ASKING = new Set(
    (
        'who whom whose what when where why which how is are was were do does did has have can will ' +
        'wer wen wem was wann wo warum wieso welche welcher welches wie ist sind war hat haben kann ' +
        'qui que quoi quand où pourquoi quel quelle quels comment combien est'
    ).split(' ')
);
/** A sentence counts when it says at least so much of what the one that fits best says of the question. */
const NEARLY_AS_GOOD = 0.6;
/** What the label of a source is worth beside its words. */
const LABEL_SHARE = 0.5;

/** The last request that a prompt fences; null when it has none. */
export function findRequest(prompt: string): Asked | null {
    const text = [...prompt.matchAll(REQUEST)].at(-1)?.[1]?.trim();
    if (text === undefined || text === '') return null;
    const isQuestion = /\?/.test(text) || ASKING.has(words(text)[0] ?? '');
    return { keywords: new Set(keywords(text)), isQuestion };
}

/**
 * How much each sentence has to do with what is asked: the words that both have, rare ones more than common ones, as a share of the best.
 * 0 for a sentence that shares none.
 */
export function relevance(asked: Asked, sentences: readonly Sentence[]): Map<Sentence, number> {
    const frequency = countOf(sentences);
    const weight = (word: string): number => (asked.keywords.has(word) ? 1 / Math.sqrt(frequency.get(word) ?? 1) : 0);
    const sum = (all: ReadonlySet<string>): number => [...all].reduce((total, word) => total + weight(word), 0);
    const scores = sentences.map((each) => sum(each.keywords) + LABEL_SHARE * sum(each.described));
    const best = Math.max(...scores, Number.MIN_VALUE);
    return new Map(sentences.map((each, at) => [each, scores[at] / best]));
}

/** The sentences that may answer: to a question those that speak of it, to any other wish all. */
export function answering(asked: Asked, relevant: ReadonlyMap<Sentence, number>): Sentence[] {
    const all = [...relevant.keys()];
    return asked.isQuestion ? all.filter((each) => (relevant.get(each) ?? 0) >= NEARLY_AS_GOOD) : all;
}

function countOf(sentences: readonly Sentence[]): Map<string, number> {
    const counts = new Map<string, number>();
    for (const { keywords: said, described } of sentences)
        for (const word of new Set([...said, ...described])) counts.set(word, (counts.get(word) ?? 0) + 1);
    return counts;
}
