import { isNullable, resolveNode, typeOf, type SchemaNode } from '../schema/node.ts';
import { seconded } from './choose.ts';
import { cuesFor, cueScore } from './cues.ts';
import { isLetterPart, letterPart } from './letter.ts';
import { booleanFor, dateFor, matching, numberFor } from './scalars.ts';
import { chooseValue } from './scales.ts';
import type { Sentence } from './sentences.ts';
import { isGrounded, roleOf } from './shape.ts';
import { join } from './slots.ts';
import { toStatement } from './statement.ts';

/** Everything an answer is made from. */
export interface Material {
    root: SchemaNode;
    prompt: string;
    sentences: Sentence[];
    texts: string[];
    chosen: Map<string, Sentence[]>;
}

/** Fills a schema from the sentences that were chosen for its slots. */
export function fill(material: Material): unknown {
    return fillNode(material, material.root, '', '', 0);
}

function fillNode(material: Material, raw: SchemaNode, path: string, name: string, depth: number): unknown {
    const node = resolveNode(raw, material.root);
    const sentences = material.chosen.get(path) ?? [];
    const type = typeOf(node);
    if (depth > 12 || (isNullable(raw) && sentences.length === 0 && material.chosen.has(path))) {
        return isNullable(raw) ? null : emptyOf(type);
    }
    if (type === 'string' && isFree(node) && isLetterPart(path, material.prompt)) {
        return letterPart(path, material.prompt).slice(0, node.maxLength);
    }
    if (type === 'array') {
        return node.items === undefined
            ? []
            : sentences.map((each) => fillBound(material, node.items as SchemaNode, name, each, depth + 1));
    }
    if (type === 'object' && !isGrounded(node)) {
        const properties = Object.entries(node.properties ?? {});
        return Object.fromEntries(
            properties.map(([key, child]) => [key, fillNode(material, child, join(path, key), key, depth + 1)])
        );
    }
    return type === 'string' && isFree(node)
        ? sentences
              .map((each) => toStatement(each.quote, node.maxLength))
              .join(' ')
              .slice(0, node.maxLength)
        : fillBound(material, node, name, sentences[0], depth + 1);
}

/** Fills a node that is about one sentence: a statement with its evidence, or a plain value. */
function fillBound(
    material: Material,
    raw: SchemaNode,
    name: string,
    sentence: Sentence | undefined,
    depth: number
): unknown {
    const node = resolveNode(raw, material.root);
    const type = typeOf(node);
    if (type === 'object' && depth < 12) {
        const properties = node.properties ?? {};
        const entries = Object.entries(properties).map(([key, child]) => {
            const role = roleOf(key, resolveNode(child, material.root), properties);
            return [key, fillPart(material, child, key, role, sentence, depth + 1)];
        });
        return Object.fromEntries(entries);
    }
    return type === 'array' || type === 'object' ? emptyOf(type) : scalar(material, raw, node, name, sentence);
}

function fillPart(
    material: Material,
    raw: SchemaNode,
    name: string,
    role: string,
    sentence: Sentence | undefined,
    depth: number
): unknown {
    const node = resolveNode(raw, material.root);
    if (role === 'evidence') {
        return evidence(material, node, name, sentence, depth);
    }
    if (role === 'source' && node.type !== 'integer') {
        return sentence?.source.id ?? '';
    }
    if (role === 'source') {
        return sentence?.source.position ?? 0;
    }
    return role === 'quote' ? (sentence?.quote ?? '') : fillBound(material, raw, name, sentence, depth);
}

function evidence(
    material: Material,
    node: SchemaNode,
    name: string,
    sentence: Sentence | undefined,
    depth: number
): unknown {
    if (typeOf(node) === 'object') {
        return fillBound(material, node, name, sentence, depth);
    }
    const backing = [sentence, sentence && seconded(sentence, material.sentences)].filter(
        (each) => each !== undefined && each.source.id !== ''
    );
    const items = resolveNode(node.items ?? {}, material.root);
    const asIds = /source|reference|id|key/i.test(name);
    const plain = (each: Sentence) => (asIds ? each.source.id : each.quote);
    const filled = (backing as Sentence[]).map((each) =>
        typeOf(items) === 'object' ? fillBound(material, items, name, each, depth) : plain(each)
    );
    return filled.slice(0, node.maxItems);
}

function scalar(
    material: Material,
    raw: SchemaNode,
    node: SchemaNode,
    name: string,
    sentence: Sentence | undefined
): unknown {
    const type = typeOf(node);
    if (node.const !== undefined) {
        return node.const;
    }
    if (node.enum !== undefined) {
        return enumValue(material, node, name);
    }
    if (type === 'number' || type === 'integer') {
        return numberFor(name, node, sentence === undefined ? material.sentences : [sentence]);
    }
    if (type === 'boolean') {
        return booleanFor(name, node, sentence === undefined ? material.sentences : [sentence]);
    }
    return type === 'null' ? null : text(material, raw, node, name, sentence);
}

function enumValue(material: Material, node: SchemaNode, name: string): unknown {
    const values = (node.enum ?? []).filter((value) => value !== null);
    const value = chooseValue(values.map(String), material.texts, `${name} ${node.description ?? ''}`);
    return values.find((each) => String(each) === value) ?? null;
}

function text(
    material: Material,
    raw: SchemaNode,
    node: SchemaNode,
    name: string,
    sentence: Sentence | undefined
): string | null {
    if (node.format !== undefined && /^(?:date|time|date-time)$/.test(node.format)) {
        return dateFor(node.format, sentence === undefined ? material.sentences : [sentence]);
    }
    if (node.pattern !== undefined) {
        return matching(node.pattern, material.sentences) ?? (isNullable(raw) ? null : '');
    }
    const best = sentence === undefined ? undefined : neighbour(material, node, name, sentence);
    return best === undefined ? (isNullable(raw) ? null : '') : toStatement(best.quote, node.maxLength);
}

/** A statement's further texts come from the same source, where one answers the property's own cues better. */
function neighbour(material: Material, node: SchemaNode, name: string, sentence: Sentence): Sentence {
    const cues = cuesFor(name, '');
    const score = (each: Sentence) => cueScore(cues, each.quote, 1);
    const beside = material.sentences.filter(
        (each) => each.source === sentence.source && score(each) > score(sentence)
    );
    return node.enum === undefined && cues.size > 0 && beside.length > 0 ? beside[0] : sentence;
}

function isFree(node: SchemaNode): boolean {
    return (
        node.enum === undefined && node.const === undefined && node.pattern === undefined && node.format === undefined
    );
}

function emptyOf(type: string): unknown {
    return type === 'array'
        ? []
        : type === 'object'
          ? {}
          : type === 'number' || type === 'integer'
            ? 0
            : type === 'boolean'
              ? false
              : '';
}
