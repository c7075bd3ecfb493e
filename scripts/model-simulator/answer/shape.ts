import { typeOf, type SchemaNode } from '../schema/node.ts';
import { stem, words } from './words.ts';

const QUOTE = new Set(['quote', 'excerpt', 'verbatim', 'passage', 'snippet', 'quotation'].map(stem));
const SOURCE = new Set(['source', 'reference', 'ref', 'document', 'citation', 'origin'].map(stem));
const KEY = new Set(['id', 'key', 'index', 'number']);
const EVIDENCE = new Set(
    ['evidence', 'citation', 'support', 'proof', 'quote', 'source', 'reference', 'excerpt', 'grounding'].map(stem)
);

/** What a property holds, seen from its shape and name alone. */
export type Role = 'quote' | 'source' | 'evidence' | 'content';

/** Tells the parts of a statement apart: its evidence, a verbatim quote, the key of a source, or content of its own. */
export function roleOf(name: string, node: SchemaNode, siblings: Record<string, SchemaNode> = {}): Role {
    const names = words(name).map(stem);
    const type = typeOf(node);
    if (type === 'array' || type === 'object') {
        return names.some((word) => EVIDENCE.has(word)) ? 'evidence' : 'content';
    }
    if (type !== 'string' && type !== 'integer') {
        return 'content';
    }
    if (names.some((word) => SOURCE.has(word)) || (names.some((word) => KEY.has(word)) && hasQuote(siblings))) {
        return 'source';
    }
    return type === 'string' && names.some((word) => QUOTE.has(word)) ? 'quote' : 'content';
}

/** Whether an object states one thing and says where it is from. */
export function isGrounded(node: SchemaNode): boolean {
    const properties = node.properties ?? {};
    return Object.entries(properties).some(([name, child]) => roleOf(name, child, properties) !== 'content');
}

/** Whether a string property asks for more than one sentence. */
export function asksForSeveralSentences(name: string, node: SchemaNode): boolean {
    return /\b(?:paragraphs?|sentences|body|letter|e-?mail|article|draft|markdown|narrative)\b/i.test(
        `${words(name).join(' ')} ${node.description ?? ''}`
    );
}

function hasQuote(siblings: Record<string, SchemaNode>): boolean {
    return Object.keys(siblings).some((name) => words(name).some((word) => QUOTE.has(stem(word))));
}
