import { isNullable, resolveNode, typeOf, type SchemaNode } from '../schema/node.ts';
import { cuesFor, type CueWeights } from './cues.ts';
import { chooseValue, moodOf, type Mood } from './scales.ts';
import { asksForSeveralSentences, isGrounded } from './shape.ts';
import { keywords } from './words.ts';

/** A place in the answer that sentences have to fill. */
export interface Slot {
    /** Property names from the root, joined by dots. */
    path: string;
    cues: CueWeights;
    keywords: ReadonlySet<string>;
    /** Fewest and most sentences. */
    least: number;
    most: number;
    list: boolean;
    /** Null is a valid answer. */
    optional: boolean;
    /** Text that claims nothing, outside of a statement with evidence. */
    wording: boolean;
    /** The mood that the sentence should show, when the slot says one. */
    mood: Mood | null;
}

const DEFAULT_LIST = 4;
const DEEPEST = 12;

/** Lists the places of a schema that need sentences, in schema order. */
export function collectSlots(root: SchemaNode, texts: string[]): Slot[] {
    const visit = (node: SchemaNode, path: string, name: string, depth: number): Slot[] => {
        const resolved = resolveNode(node, root);
        const type = typeOf(resolved);
        if (depth > DEEPEST || isComputed(resolved)) {
            return [];
        }
        if (type === 'object' && !isGrounded(resolved)) {
            const properties = Object.entries(resolved.properties ?? {});
            return properties.flatMap(([key, child]) => visit(child, join(path, key), key, depth + 1));
        }
        return type === 'array' || type === 'object' || type === 'string'
            ? [
                  {
                      ...slotFor(resolved, path, name, texts, root),
                      optional: isNullable(node) || mayBeEmpty(resolved),
                      wording: type === 'string'
                  }
              ]
            : [];
    };
    return visit(root, '', '', 0);
}

/** The schema says when to leave the text empty. */
function mayBeEmpty(node: SchemaNode): boolean {
    return /\bempty\b/i.test(node.description ?? '');
}

/** Values that are worked out rather than picked from sentences. */
function isComputed(node: SchemaNode): boolean {
    return [node.enum, node.const, node.format, node.pattern].some((rule) => rule !== undefined);
}

/** Joins a path and a property name. */
export function join(path: string, name: string): string {
    return path === '' ? name : `${path}.${name}`;
}

function slotFor(
    node: SchemaNode,
    path: string,
    name: string,
    texts: string[],
    root: SchemaNode
): Omit<Slot, 'optional' | 'wording'> {
    const description = describe(node, root);
    return {
        path,
        cues: cuesFor(name, description),
        keywords: new Set(keywords(`${name} ${description}`)),
        ...bounds(node, name, description),
        list: typeOf(node) === 'array',
        mood: moodAsked(node, texts, root)
    };
}

function describe(node: SchemaNode, root: SchemaNode): string {
    const items = node.items === undefined ? undefined : resolveNode(node.items, root);
    return [node.title, node.description, items?.title, items?.description]
        .filter((text) => text !== undefined)
        .join(' ');
}

function bounds(node: SchemaNode, name: string, description: string): { least: number; most: number } {
    if (typeOf(node) !== 'array') {
        return { least: 1, most: typeOf(node) === 'string' && asksForSeveralSentences(name, node) ? 3 : 1 };
    }
    const said = /\b(?:at most|up to|no more than|maximum(?: of)?)\s+(\d+|one|two|three|four|five|six)\b/i.exec(
        description
    )?.[1];
    const named = ['zero', 'one', 'two', 'three', 'four', 'five', 'six'].indexOf(said?.toLowerCase() ?? '');
    const most = node.maxItems ?? (named > 0 ? named : said === undefined ? DEFAULT_LIST : Number(said));
    return { least: node.minItems ?? 0, most: Math.max(most, node.minItems ?? 0) };
}

function moodAsked(node: SchemaNode, texts: string[], root: SchemaNode): Mood | null {
    const enums = Object.values(node.properties ?? {}).map((child) => resolveNode(child, root).enum);
    const values = enums.find((each) => each?.some((value) => moodOf(String(value)) !== null))?.map(String);
    return values === undefined ? null : moodOf(chooseValue(values, texts, ''));
}
