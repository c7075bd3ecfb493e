import { asksForOverview, cueScore } from './cues.ts';
import { polarity } from './polarity.ts';
import type { Sentence } from './sentences.ts';
import type { Mood } from './scales.ts';
import type { Slot } from './slots.ts';
import { overlap } from './words.ts';

/** From here on two sentences say the same thing. */
const SAME = 0.6;
/** What a sentence needs to enter a list. */
const ENOUGH = 0.75;
/** How far a sentence that fits another slot better is held back. */
const RIVALRY = 0.35;

/** What a sentence gains that says all that the person asks for. */
const ASKED_FOR = 2;

/**
 * Gives every slot its sentences; no sentence, and none that repeats it, is given twice. `relevant` tells how much sentences have to do
 * with what a person asks, 0–1.
 */
export function chooseSentences(
    slots: Slot[],
    sentences: Sentence[],
    relevant: ReadonlyMap<Sentence, number> = new Map()
): Map<string, Sentence[]> {
    const wanted = sentences.map((sentence) => ASKED_FOR * (relevant.get(sentence) ?? 0));
    const scores = slots.map((slot) => scoreAll(slot, sentences).map((score, at) => score + wanted[at]));
    const ranked = slots.map((_, at) => rank(scores, at, sentences));
    const used: Sentence[] = [];
    const chosen = slots.map((): Sentence[] => []);
    const pick = (at: number): Ranked | undefined =>
        ranked[at].find((each) => each.score >= ENOUGH && isNew(each.sentence, used));
    const give = (at: number, next: Ranked) => {
        chosen[at].push(next.sentence);
        used.push(next.sentence);
    };
    overviews(slots).forEach((at) =>
        [...ranked[at]]
            .sort((left, right) => right.score - left.score)
            .slice(0, 1)
            .forEach((best) => give(at, best))
    );
    for (let round = 0; round < Math.max(...slots.map((slot) => slot.most), 0); round += 1) {
        const waiting = new Set(
            [...slots.keys()].filter(
                (at) => slots[at].most > round && chosen[at].length === round && slots[at].mood === null
            )
        );
        while (waiting.size > 0) {
            const offers = [...waiting].map((at) => ({ at, next: pick(at) }));
            const best = offers.reduce((left, right) =>
                (right.next?.held ?? -Infinity) > (left.next?.held ?? -Infinity) ? right : left
            );
            waiting.delete(best.at);
            if (best.next !== undefined) {
                give(best.at, best.next);
            }
        }
    }
    fillUp(slots, chosen, (at) => ranked[at].find((each) => isNew(each.sentence, used)), give);
    slots.forEach((slot, at) => chosen[at].push(...(slot.mood === null ? [] : telling(ranked[at], used))));
    return new Map(
        slots.map((slot, at) => [slot.path, chosen[at].sort((left, right) => left.position - right.position)])
    );
}

/** A sentence of another source that says much the same, to stand beside it as evidence; undefined when there is none. */
export function seconded(sentence: Sentence, sentences: Sentence[]): Sentence | undefined {
    const similar = (other: Sentence) => overlap(sentence.keywords, other.keywords) >= 0.6;
    return sentences.find(
        (other) =>
            other.source.id !== sentence.source.id &&
            Math.min(other.keywords.size, sentence.keywords.size) >= 4 &&
            similar(other)
    );
}

interface Ranked {
    sentence: Sentence;
    /** How well the sentence fits the slot. */
    score: number;
    /** The same, less what it is worth to another slot. */
    held: number;
}

/** The sentence that shows a mood best: a new one when it is plain enough, else one that already stands elsewhere. */
function telling(ranked: Ranked[], used: Sentence[]): Sentence[] {
    const best = [...ranked].sort((left, right) => right.score - left.score);
    const found = best.find((each) => each.score >= 2 * ENOUGH && isNew(each.sentence, used)) ?? best[0];
    return found === undefined ? [] : [found.sentence];
}

/** The first slots that ask for an overview: they choose before the others. */
function overviews(slots: Slot[]): number[] {
    return [...slots.keys()].filter((at) => !slots[at].list && asksForOverview(slots[at].cues)).slice(0, 1);
}

/** The first slot of an answer and lists with a least length get sentences even when none fits well. */
function fillUp(
    slots: Slot[],
    chosen: Sentence[][],
    pick: (at: number) => Ranked | undefined,
    give: (at: number, next: Ranked) => void
): void {
    slots.forEach((slot, at) => {
        const least = slot.list ? slot.least : at === 0 && !slot.optional ? 1 : 0;
        for (
            let next = pick(at);
            slot.mood === null && chosen[at].length < least && next !== undefined;
            next = pick(at)
        ) {
            give(at, next);
        }
    });
}

function rank(scores: number[][], slot: number, sentences: Sentence[]): Ranked[] {
    const rivals = scores.filter((_, at) => at !== slot);
    const held = sentences.map(
        (_, at) => scores[slot][at] - RIVALRY * Math.max(0, ...rivals.map((rival) => rival[at]))
    );
    const order = sentences.map((_, at) => at).sort((left, right) => held[right] - held[left]);
    return order.map((at) => ({ sentence: sentences[at], score: scores[slot][at], held: held[at] }));
}

function scoreAll(slot: Slot, sentences: Sentence[]): number[] {
    const frequency = countKeywords(sentences);
    const commonest = Math.max(1, ...frequency.values());
    const last = Math.max(1, sentences.length - 1);
    return sentences.map((sentence) => {
        const central = centrality(sentence, frequency, commonest);
        const cue = cueScore(slot.cues, sentence.quote, sentence.position / last, sentence.source.description);
        const fits = cue + 1.5 * lexical(slot, sentence) + moodScore(slot.mood, sentence.quote);
        return (fits + (slot.cues.size === 0 ? 1.5 : 0.5) * central) * fullness(sentence);
    });
}

function lexical(slot: Slot, sentence: Sentence): number {
    const shared = [...slot.keywords].filter((word) => sentence.keywords.has(word)).length;
    const described = [...slot.keywords].filter((word) => sentence.described.has(word)).length;
    return slot.keywords.size === 0 ? 0 : Math.min(1, shared / 3) * 0.6 + Math.min(1, described / 2) * 0.4;
}

/** How much a sentence shares with the whole prompt, 0–1. */
function centrality(sentence: Sentence, frequency: Map<string, number>, commonest: number): number {
    if (sentence.keywords.size === 0) {
        return 0;
    }
    const sum = [...sentence.keywords].reduce((total, word) => total + (frequency.get(word) ?? 0) / commonest, 0);
    return Math.min(1, sum / Math.sqrt(sentence.keywords.size * 4));
}

/** Lines such as "Priority: High": data rather than a sentence. */
const LABELLED = /^(?:\p{Lu}[\p{L} ]{1,20}: ?.{1,60}(?:\n|$))+$/u;

/** Fragments say little: 0.1 for one word of meaning, 1 from five on; labelled values say less. */
function fullness(sentence: Sentence): number {
    if (LABELLED.test(sentence.quote)) {
        return 0.2;
    }
    return [0, 0.1, 0.35, 0.65, 0.85][sentence.keywords.size] ?? 1;
}

function moodScore(mood: Mood | null, text: string): number {
    if (mood === null || mood === 'neutral') {
        return 0;
    }
    const { positive, negative } = polarity(text);
    const shown =
        mood === 'mixed' ? Math.min(1, positive + negative) : Math.min(2, mood === 'positive' ? positive : negative);
    return shown === 0 ? -1 : 1.2 * shown;
}

function countKeywords(sentences: Sentence[]): Map<string, number> {
    const counts = new Map<string, number>();
    for (const word of sentences.flatMap((sentence) => [...sentence.keywords])) {
        counts.set(word, (counts.get(word) ?? 0) + 1);
    }
    return counts;
}

function isNew(sentence: Sentence, used: Sentence[]): boolean {
    return used.every(
        (other) =>
            other !== sentence && other.quote !== sentence.quote && overlap(other.keywords, sentence.keywords) < SAME
    );
}
