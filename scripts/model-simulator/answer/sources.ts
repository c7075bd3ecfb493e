/** A piece of the prompt that the answer may quote. */
export interface Source {
    /** The fence's id attribute, as it was written in the prompt. */
    id: string;
    /** Every other attribute of the fence, in words: kind, label, author. */
    description: string;
    /** The first ISO date among the attributes, or null. */
    date: string | null;
    /** Exactly what stood between the tags. */
    text: string;
    /** Position in the prompt, from 0. */
    position: number;
}

const FENCE = /<([A-Za-z][\w.-]*)((?:\s+[\w:.-]+\s*=\s*(?:"[^"]*"|'[^']*'))+)\s*>([\s\S]*?)<\/\1\s*>/g;
const ATTRIBUTE = /([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
const ISO_DATE = /^\d{4}-\d{2}-\d{2}/;
const IDENTIFIERS = new Set(['id', 'key', 'ref']);

/**
 * Finds the fenced sources of a prompt: any element with an id (or key, or ref) attribute. An element around such elements is
 * opened, so that sources may stand in a list.
 */
export function findSources(prompt: string): Source[] {
    return elements(prompt).map((source, position) => ({ ...source, position }));
}

/** The prompt as one source without an id, for requests that fence nothing. */
export function wholePrompt(prompt: string): Source {
    return { id: '', description: '', date: null, text: prompt, position: 0 };
}

function elements(prompt: string): Source[] {
    const found: Source[] = [];
    for (const match of prompt.matchAll(FENCE)) {
        const attributes = parseAttributes(match[2]);
        const inner = elements(match[3]);
        if (inner.length > 0) {
            found.push(...inner);
        } else if (identifier(attributes) !== undefined) {
            found.push(toSource(attributes, match[3]));
        }
    }
    return found.length > 0 ? found : insidePlainElements(prompt);
}

/** Lists such as <sources><source id="S1">…</source></sources>, where the outer element has no attributes. */
function insidePlainElements(prompt: string): Source[] {
    const plain = /<([A-Za-z][\w.-]*)>([\s\S]*?)<\/\1>/g;
    return [...prompt.matchAll(plain)].flatMap((match) =>
        /<[A-Za-z][\w.-]*\s/.test(match[2]) ? elements(match[2]) : []
    );
}

function parseAttributes(text: string): Map<string, string> {
    const attributes = [...text.matchAll(ATTRIBUTE)];
    return new Map(attributes.map((attribute) => [attribute[1].toLowerCase(), attribute[2] ?? attribute[3] ?? '']));
}

function identifier(attributes: Map<string, string>): string | undefined {
    return [...attributes].find(([name]) => IDENTIFIERS.has(name))?.[1];
}

function toSource(attributes: Map<string, string>, text: string): Source {
    const others = [...attributes].filter(([name]) => !IDENTIFIERS.has(name)).map(([, value]) => value);
    return {
        id: identifier(attributes) ?? '',
        description: others.filter((value) => !ISO_DATE.test(value)).join(' '),
        date: others.find((value) => ISO_DATE.test(value)) ?? null,
        text,
        position: 0
    };
}
