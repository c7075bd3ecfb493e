import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Ajv } from 'ajv';
import { plainAnswer, structuredAnswer } from '../answer/answer.ts';
import { findSources } from '../answer/sources.ts';
import type { SchemaNode } from '../schema/node.ts';
import { closed, EVIDENCE, PROMPT, statement } from './support.ts';

/** Statements wherever they stand in an answer. */
function statements(value: unknown): { text: string; evidence: { source: string; quote: string }[] }[] {
    if (typeof value !== 'object' || value === null) {
        return [];
    }
    const own = 'evidence' in value && 'text' in value ? [value as never] : [];
    return [...own, ...Object.values(value).flatMap(statements)];
}

const SUMMARY = closed({
    headline: statement('What the case is about, in one line'),
    customerWants: { type: 'array', description: 'What the customer asks for', items: statement('') },
    tried: { type: 'array', description: 'What was done so far', items: statement('') },
    open: { type: 'array', description: 'What is still open', items: statement('') },
    sentiment: {
        ...closed({
            value: { type: 'string', enum: ['Positive', 'Neutral', 'Negative', 'Mixed'] },
            text: { type: 'string' },
            evidence: EVIDENCE
        }),
        description: 'How the customer feels'
    }
}) as SchemaNode;

/** A schema of another trade, seen nowhere else. */
const UNSEEN = closed({
    verdict: { type: 'string', enum: ['approve', 'decline', 'unclear'] },
    urgency: { type: 'string', enum: ['low', 'medium', 'high'] },
    rootCause: { type: ['string', 'null'], description: 'Why it happened' },
    facts: {
        type: 'array',
        maxItems: 2,
        items: closed({ claim: { type: 'string' }, citations: { type: 'array', items: { type: 'string' } } })
    },
    confidence: { type: 'number', description: '0 to 1' },
    isSafetyIssue: { type: 'boolean' },
    nested: closed({ dueDate: { type: 'string', format: 'date' }, count: { type: 'integer' } })
}) as SchemaNode;

describe('an answer made from the prompt', () => {
    test('holds statements whose quotes stand verbatim in the source they name', () => {
        const sources = new Map(findSources(PROMPT).map((source) => [source.id, source.text]));
        const all = statements(structuredAnswer(PROMPT, SUMMARY));
        assert.ok(all.length >= 5);
        for (const { source, quote } of all.flatMap((each) => each.evidence)) {
            assert.ok(sources.get(source)?.includes(quote), `${source}: ${quote}`);
        }
    });

    test('puts requests, work done and loose ends where the schema asks for them', () => {
        const answer = structuredAnswer(PROMPT, SUMMARY) as Record<
            string,
            { text: string }[] & { text: string; value: string }
        >;
        assert.match(answer.headline.text, /freezer/i);
        assert.match(JSON.stringify(answer.customerWants), /send somebody today/);
        assert.match(JSON.stringify(answer.tried), /replaced the door heater/);
        assert.match(JSON.stringify(answer.open), /gasket/);
        assert.equal(answer.sentiment.value, 'Negative');
    });

    test('says nothing twice across the groups', () => {
        const groups = { ...(structuredAnswer(PROMPT, SUMMARY) as Record<string, unknown>), sentiment: null };
        const texts = statements(groups).map((each) => each.text);
        assert.equal(new Set(texts).size, texts.length);
    });

    test('leaves greetings, signatures and quoted replies out', () => {
        const text = JSON.stringify(structuredAnswer(PROMPT, SUMMARY));
        assert.doesNotMatch(text, /Hi team|Kind regards|EMAIL_1|come back to you tomorrow/);
    });

    test('fits a schema that nothing here knows', () => {
        const answer = structuredAnswer(PROMPT, UNSEEN) as Record<string, never>;
        const validate = new Ajv({ strict: false, validateFormats: false }).compile(UNSEEN);
        assert.ok(validate(answer), JSON.stringify(validate.errors));
        assert.ok((answer.facts as unknown[]).length >= 1);
        assert.equal((answer.nested as { dueDate: string }).dueDate, '2026-03-04');
    });

    test('follows property names: renaming a group changes what is picked', () => {
        const pick = (name: string) =>
            JSON.stringify(
                structuredAnswer(
                    PROMPT,
                    closed({ [name]: { type: 'array', maxItems: 1, items: statement('') } }) as SchemaNode
                )
            );
        assert.match(pick('actionsTaken'), /replaced the door heater/);
        assert.match(pick('questions'), /When will the gasket arrive/);
    });

    test('resolves references and stops at recursive ones', () => {
        const schema = {
            ...closed({ root: { $ref: '#/$defs/node' } }),
            $defs: {
                node: closed({
                    title: { type: 'string' },
                    child: { anyOf: [{ $ref: '#/$defs/node' }, { type: 'null' }] }
                })
            }
        };
        const answer = structuredAnswer(PROMPT, schema as SchemaNode) as { root: { title: string } };
        assert.match(answer.root.title, /\w/);
    });

    test('gives empty lists, empty strings and null when the prompt says nothing', () => {
        const answer = structuredAnswer('<source id="S1">ok</source>', UNSEEN) as Record<string, unknown>;
        assert.deepEqual(answer.facts, []);
        assert.equal(answer.rootCause, null);
    });

    test('answers a prompt without fences and without a schema with its own sentences', () => {
        const text = 'The chiller tripped on high pressure twice last night. We reset it both times.';
        assert.ok(text.includes(plainAnswer(text).split('. ')[0]));
    });

    test('reads escaped sources: the quote as sent, the statement as prose', () => {
        const prompt =
            '<source id="S1" label="Note">\nPressure &lt; 2 bar &amp; falling, the compressor stopped again.\n</source>';
        const [first] = statements(structuredAnswer(prompt, closed({ headline: statement('summary') }) as SchemaNode));
        assert.equal(first.evidence[0].quote, 'Pressure &lt; 2 bar &amp; falling, the compressor stopped again.');
        assert.equal(first.text, 'Pressure < 2 bar & falling, the compressor stopped again.');
    });
});
