import type { SchemaNode } from '../schema/node.ts';
import { chooseSentences } from './choose.ts';
import { fill } from './fill.ts';
import { isLetterPart } from './letter.ts';
import { answering, findRequest, relevance } from './request.ts';
import { sentencesOf } from './sentences.ts';
import { collectSlots } from './slots.ts';
import { findSources, wholePrompt } from './sources.ts';

/** Answers without a schema hold this many sentences. */
const PLAIN_SCHEMA: SchemaNode = { type: 'string', title: 'summary', description: 'The main sentences of the prompt' };

/** Fills a response schema from the prompt's own sentences. The prompt is what the user message holds. */
export function structuredAnswer(prompt: string, schema: SchemaNode): unknown {
    const fenced = findSources(prompt);
    const sources = fenced.length > 0 ? fenced : [wholePrompt(prompt)];
    const all = sentencesOf(sources);
    const texts = sources.map((source) => source.text);
    const asked = findRequest(prompt);
    const relevant = asked === null ? new Map() : relevance(asked, all);
    const sentences = asked === null ? all : answering(asked, relevant);
    const slots = collectSlots(schema, texts)
        .filter((slot) => !(asked?.isQuestion && slot.wording && slot.optional))
        .filter(({ path }) => !isLetterPart(path, prompt));
    const chosen = chooseSentences(slots, sentences, relevant);
    return fill({ root: schema, prompt, sentences, texts, chosen });
}

/** A few sentences of the prompt, for requests that ask for no schema. */
export function plainAnswer(prompt: string): string {
    return String(structuredAnswer(prompt, PLAIN_SCHEMA));
}
