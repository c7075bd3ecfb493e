import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { entriesIn, leaks, marker, type Planted } from '../outbound.ts';
import { RECORDS } from '../planted-records.ts';
import { literal, RoadSession } from '../road-session.ts';

const KNOWN = 'Alexandra Petrova-Lindqvist';
const AT_ONCE = 80;
const corpus = <T>(name: string): T[] =>
    JSON.parse(readFileSync(new URL(`../corpus/${name}.json`, import.meta.url), 'utf8')) as T[];
const planted = corpus<Planted>('planted');
const lookAlikes = corpus<string>('look-alikes');

describe('what leaves the org', () => {
    let session: RoadSession;
    before(async () => void (session = await RoadSession.start()));
    after(() => session.stop());

    /** Sends the texts as parts of records of the use case, and gives what the simulator received of each. */
    async function sent(useCase: string, texts: { text: string; via: 'text' | 'html' }[]): Promise<string[]> {
        const received: string[] = [];
        for (let from = 0; from < texts.length; from += AT_ONCE) {
            const part = texts
                .slice(from, from + AT_ONCE)
                .map((each, index) => ({ ...each, text: `${marker(index)}: ${each.text} entry end` }));
            const [plain, html] = ['text', 'html'].map((via) =>
                part.filter((each) => each.via === via).map(({ text }) => text)
            );
            const view = await session.ask(
                useCase,
                RECORDS[useCase](
                    session,
                    plain,
                    html.map((text) => `<div>${text}</div>`),
                    KNOWN
                )
            );
            assert.notEqual(view.state, 'failed', JSON.stringify(view));
            received.push(...entriesIn(session.latestRequest(), part.length));
        }
        return received;
    }

    const useCases = (): string[] =>
        session.apex(
            'for (AI_Use_Case__mdt each : [SELECT DeveloperName FROM AI_Use_Case__mdt]) { System.debug(each.DeveloperName); }'
        );

    it('has a corpus of the promised size', () => {
        const kinds = new Set(planted.map(({ kind }) => kind));
        const countries = new Set(planted.map(({ country }) => country));
        assert.ok(planted.length >= 300 && lookAlikes.length >= 150, `${planted.length} and ${lookAlikes.length}`);
        assert.ok(kinds.size >= 10 && countries.size >= 20, `${kinds.size} kinds, ${countries.size} countries`);
    });

    it('knows where the text of every use case that ships comes from', () => {
        assert.deepEqual(
            useCases().filter((name) => RECORDS[name] === undefined),
            []
        );
    });

    it('is none of the planted items, in any use case', async () => {
        for (const useCase of useCases()) {
            const received = await sent(useCase, planted);
            const leaked = planted.filter((each, index) => leaks(each, received[index]));
            console.log(`${useCase}: ${planted.length - leaked.length} of ${planted.length} planted items masked`);
            assert.ok(leaked.length <= planted.length / 100, JSON.stringify(leaked, null, 1));
        }
    });

    it('is what looks like personal data and is none', async () => {
        for (const useCase of useCases()) {
            const received = await sent(
                useCase,
                lookAlikes.map((text) => ({ text, via: 'text' }))
            );
            // What is said in a call has no line ends.
            const inOneLine = (text: string): string => text.replace(/\s+/g, ' ');
            const masked = lookAlikes.filter((text, index) => !inOneLine(received[index]).includes(inOneLine(text)));
            console.log(`${useCase}: ${masked.length} of ${lookAlikes.length} look-alikes masked`);
            assert.ok(masked.length <= lookAlikes.length / 50, JSON.stringify(masked, null, 1));
        }
    });

    it('comes back exactly as it was', () => {
        const texts = [...planted.map(({ text }) => text), ...lookAlikes];
        const log = session.apex(`Integer wrong = 0;
            AIMasker masker = new AIMasker(AIConfig.maskingRules(), new Set<String>{ '${KNOWN}' });
            for (String text : new List<String>{ ${texts.slice(0, 200).map(literal).join(', ')} }) {
                wrong += AITokens.restore(masker.mask(text), masker.originals()) == text ? 0 : 1;
            }
            System.debug(wrong);`);
        assert.equal(log.at(-1), '0');
    });
});
