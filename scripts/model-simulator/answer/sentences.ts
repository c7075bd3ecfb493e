import type { Source } from './sources.ts';
import { keywords } from './words.ts';

/** A sentence of a source, with what is needed to compare and to quote it. */
export interface Sentence {
    source: Source;
    /** Verbatim: a substring of the source's text. */
    quote: string;
    /** Stemmed words that carry meaning. */
    keywords: ReadonlySet<string>;
    /** Place among all sentences of the prompt, from 0. */
    position: number;
    /** Place within its source, from 0. */
    index: number;
}

/** Longest quote, in characters; longer sentences are cut at a clause. */
export const LONGEST_QUOTE = 220;

const NOT_CONTENT = [
    /^\s*>/,
    /^\s*(?:on|am|le|el)\b.{0,120}(?:wrote|schrieb|écrit|escribió)\s*:\s*$/i,
    /^\s*-{2,}/,
    /^\s*(?:from|to|cc|bcc|sent|subject|date|von|an|gesendet|betreff)\s*:/i,
    /^\s*(?:hi|hello|hey|dear|good (?:morning|afternoon|evening)|hallo|guten tag|bonjour|hola)\b[^.!?]{0,40}[,.!:–-]?\s*$/i,
    /^\s*(?:(?:kind|best|warm|many)?\s*(?:regards|thanks|wishes)|best|sincerely|cheers|thank you|mfg|cordialement|saludos|yours (?:truly|sincerely))\b[^.!?]{0,30}[,.!]?\s*$/i
];
const SIGNATURE =
    /^\s*(?:--\s*$|(?:kind |best |warm )?regards\b|sincerely\b|mit freundlichen grüßen|cordialement\b|sent from my )/i;
const SENTENCE_END = /[.!?…]+["'”’)\]]*(?=\s|$)|\n\s*\n|\n(?=\s*(?:[-*•]|\d+[.)])\s)/g;
const ABBREVIATION =
    /(?:\b(?:mr|mrs|ms|dr|no|nr|st|approx|e\.g|i\.e|etc|vs|inc|ltd|co|dept|tel|ext|fig|p|pp|[a-z])|(?:^|\n)\s*\d{1,2})\.$/i;

/** All sentences of the sources worth quoting: greetings, signatures and quoted replies are left out. */
export function sentencesOf(sources: Source[]): Sentence[] {
    const all = sources.flatMap((source) => quotes(source.text).map((quote, index) => ({ source, quote, index })));
    return all.map((sentence, position) => ({ ...sentence, position, keywords: new Set(keywords(sentence.quote)) }));
}

function quotes(text: string): string[] {
    return contentBlocks(text)
        .flatMap(splitSentences)
        .map(shorten)
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
        if (!ABBREVIATION.test(block.slice(start, upTo)) || end[0].includes('\n')) {
            sentences.push(block.slice(start, upTo));
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
    const cut = clause > LONGEST_QUOTE / 3 ? clause : head.lastIndexOf(' ');
    return head.slice(0, cut > 0 ? cut : LONGEST_QUOTE).trim();
}
