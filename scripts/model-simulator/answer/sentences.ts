import type { Source } from './sources.ts';
import { keywords } from './words.ts';

/** A sentence of a source, with what is needed to compare and to quote it. */
export interface Sentence {
    source: Source;
    /** Verbatim: a substring of the source's text. */
    quote: string;
    /** Stemmed words that carry meaning. */
    keywords: ReadonlySet<string>;
    /** The same of what the source's fence says about it. */
    described: ReadonlySet<string>;
    /** Place among all sentences in the order of time, from 0; sources of one day, or without a date, follow the prompt. */
    position: number;
    /** Place within its source, from 0. */
    index: number;
}

/** Longest quote, in characters; longer sentences are cut at a clause. */
export const LONGEST_QUOTE = 200;

const NOT_CONTENT = [
    /^\s*>/,
    /^\s*(?:on|am|le|el)\b.{0,120}(?:wrote|schrieb|écrit|escribió)\s*:\s*$/i,
    /^\s*-{2,}/,
    /^\s*(?:from|to|cc|bcc|sent|subject|date|von|an|gesendet|betreff)\s*:/i,
    /^\s*(?:hi|hello|hey|dear|good (?:morning|afternoon|evening)|hallo|guten tag|bonjour|hola)\b[^.!?]{0,40}[,.!:–-]?\s*$/i,
    /^\s*(?:(?:kind|best|warm|many)?\s*(?:regards|thanks|wishes)|best|sincerely|cheers|thank you|mfg|cordialement|saludos|yours (?:truly|sincerely))\b[^.!?]{0,30}[,.!]?\s*$/i
];
/** A line such as "Due: 2026-11-16": a value of a field, not the beginning of what the next line says. */
const LABELLED_VALUE = /^\s*\p{Lu}[\p{L} ]{1,24}: \S.{0,60}\n?$/u;
/** What a line of a transcript begins with: time and speaker, which are no words of theirs. */
const TURN = /^\s*\[\d{1,3}:\d{2}:\d{2}\] (?:[^:\n]{1,80}: )?/;
const SIGNATURE =
    /^\s*(?:--\s*$|(?:kind |best |warm )?regards\b|sincerely\b|mit freundlichen grüßen|cordialement\b|sent from my )/i;
const SENTENCE_END = /[.!?…]+["'”’)\]]*(?=\s|$)|\n\s*\n|\n(?=\s*(?:(?:[-*•]|\d+[.)])\s|\p{Lu}[\p{L} ]{1,24}: ))/gu;
const ABBREVIATION =
    /(?:\b(?:mr|mrs|ms|dr|no|nr|st|approx|e\.g|i\.e|etc|vs|inc|ltd|co|dept|tel|ext|fig|p|pp)|(?:^|\n)\s*\d{1,2})\.$/i;
const INITIAL = /(?:^|[\s.(])\p{Lu}\.$/u;

/** All sentences of the sources worth quoting: greetings, signatures and quoted replies are left out. */
export function sentencesOf(sources: Source[]): Sentence[] {
    const inTime = [...sources].sort((left, right) => compareDates(left, right) || left.position - right.position);
    const all = inTime.flatMap((source) => {
        const described = new Set(keywords(source.description));
        return quotes(source.text).map((quote, index) => ({ source, quote, index, described }));
    });
    return all.map((sentence, position) => ({ ...sentence, position, keywords: new Set(keywords(sentence.quote)) }));
}

/** By date where both have one; sources without a date come first, because they frame the rest. */
function compareDates(left: Source, right: Source): number {
    return (left.date ?? '').localeCompare(right.date ?? '');
}

function quotes(text: string): string[] {
    return contentBlocks(text)
        .flatMap(splitSentences)
        .map((sentence) => shorten(sentence.replace(TURN, '')))
        .filter((quote) => /\p{L}{2}/u.test(quote) && !NOT_CONTENT.some((pattern) => pattern.test(quote)));
}

/** Runs of lines that somebody wrote, as substrings of the text. */
function contentBlocks(text: string): string[] {
    const blocks: string[] = [];
    let block = '';
    for (const line of text.match(/[^\n]*\n|[^\n]+$/g) ?? []) {
        if (SIGNATURE.test(line)) {
            break;
        }
        if (NOT_CONTENT.some((pattern) => pattern.test(line))) {
            blocks.push(block);
            block = '';
        } else if (LABELLED_VALUE.test(line)) {
            blocks.push(block, line);
            block = '';
        } else {
            block += line;
        }
    }
    return [...blocks, block].filter((each) => each.trim() !== '');
}

function splitSentences(block: string): string[] {
    const sentences: string[] = [];
    let start = 0;
    for (const end of block.matchAll(SENTENCE_END)) {
        const upTo = end.index + end[0].length;
        const sentence = block.slice(start, upTo);
        if (end[0].includes('\n') || !(ABBREVIATION.test(sentence) || INITIAL.test(sentence))) {
            sentences.push(sentence);
            start = upTo;
        }
    }
    return [...sentences, block.slice(start)].map((sentence) => sentence.trim()).filter((sentence) => sentence !== '');
}

/** Cuts a long sentence at the last clause that fits, or at a word; the rest is a verbatim prefix. */
function shorten(sentence: string): string {
    if (sentence.length <= LONGEST_QUOTE) {
        return sentence;
    }
    const head = sentence.slice(0, LONGEST_QUOTE);
    const clause = Math.max(
        ...[', ', '; ', ' - ', ' – ', ' and ', ' but ', '\n'].map((mark) => head.lastIndexOf(mark))
    );
    const afterMark = /[,;]/.test(head[clause] ?? '') ? clause + 1 : clause;
    const cut = clause > LONGEST_QUOTE / 3 ? afterMark : head.lastIndexOf(' ');
    return head.slice(0, cut > 0 ? cut : LONGEST_QUOTE).trim();
}
