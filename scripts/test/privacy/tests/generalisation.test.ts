import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { leaks } from '../outbound.ts';
import { literal, RoadSession } from '../road-session.ts';

interface Sentence {
    text: string;
    items: { kind: string; item: string }[];
}

/** Sentences of a service desk with invented people, numbers and addresses of fifteen countries; the rules were not made for them. */
const corpus = JSON.parse(readFileSync(new URL('../corpus/generalisation.json', import.meta.url), 'utf8')) as {
    sentences: Sentence[];
    withoutPersonalData: string[];
};
const GOAL = { structured: 0.95, names: 0.8, falseMasks: 0.03 };
const TOKEN = /\[[A-Z]{2,20}_[0-9]+(?:\.[0-9]+)?\]/;

/** Words of a text that belong to none of its items, and how many of them are gone. */
function otherWords({ text, items }: Sentence, masked: string): { all: number; gone: number } {
    const rest = items.reduce((left, { item }) => left.replaceAll(item, ' '), text);
    const words = rest.match(/\p{L}{3,}/gu) ?? [];
    const bare = masked.replaceAll(new RegExp(TOKEN, 'g'), ' ');
    return { all: words.length, gone: words.filter((word) => !bare.includes(word)).length };
}

describe('masking of what it was not made for', () => {
    let session: RoadSession;
    before(async () => void (session = await RoadSession.start()));
    after(() => session.stop());

    /** What the masker makes of each text when no record knows anybody. */
    const masked = (texts: string[]): string[] =>
        session
            .apex(
                `for (String text : new List<String>{ ${texts.map(literal).join(', ')} }) {
                    AIMasker masker = new AIMasker(AIConfig.maskingRules(), new Set<String>());
                    masker.learnNames(text);
                    System.debug(JSON.serialize(masker.mask(text)));
                }`
            )
            .map((line) => JSON.parse(line) as string);

    it('finds 95 % of structured items and 80 % of names that no record knows', () => {
        const results = masked(corpus.sentences.map(({ text }) => text));
        const found = { structured: [0, 0], names: [0, 0] };
        const missed: string[] = [];
        corpus.sentences.forEach(({ items }, index) =>
            items.forEach(({ kind, item }) => {
                const tally = kind === 'name' ? found.names : found.structured;
                const isFound = !leaks({ kind, item, country: '*', text: '', via: 'text' }, results[index]);
                tally[0] += isFound ? 1 : 0;
                tally[1] += 1;
                if (!isFound) missed.push(`${kind}: ${item} in ${results[index]}`);
            })
        );
        console.log(`structured ${found.structured.join(' of ')}, names ${found.names.join(' of ')}`);
        assert.ok(found.structured[0] / found.structured[1] >= GOAL.structured, missed.join('\n'));
        assert.ok(found.names[0] / found.names[1] >= GOAL.names, missed.join('\n'));
    });

    it('masks under 3 % of the other words', () => {
        const sentences = [...corpus.sentences, ...corpus.withoutPersonalData.map((text) => ({ text, items: [] }))];
        const results = masked(sentences.map(({ text }) => text));
        const counts = sentences.map((sentence, index) => otherWords(sentence, results[index]));
        const all = counts.reduce((sum, count) => sum + count.all, 0);
        const gone = counts.reduce((sum, count) => sum + count.gone, 0);
        const touched = results.slice(-corpus.withoutPersonalData.length).filter((text) => TOKEN.test(text));
        console.log(
            `${gone} of ${all} other words masked; ${touched.length} of ${corpus.withoutPersonalData.length} sentences without personal data`
        );
        assert.ok(gone / all < GOAL.falseMasks, `${gone} of ${all}`);
        assert.ok(touched.length / corpus.withoutPersonalData.length < GOAL.falseMasks, touched.join('\n'));
    });
});
