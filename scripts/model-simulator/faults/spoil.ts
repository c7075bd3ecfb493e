import { roleOf } from '../answer/shape.ts';
import type { SchemaNode } from '../schema/node.ts';
import type { FaultKind } from './faults.ts';

/** Spoils a finished answer the way a fault says; kinds that do not concern the text leave it alone. */
export function spoil(text: string, kind: FaultKind | null, said = ''): string {
    switch (kind) {
        case 'answer':
            return said;
        case 'obey':
            return JSON.stringify(obeying(parsed(text), said));
        case 'malformed':
            return text.slice(0, Math.max(1, Math.floor(text.length * 0.6)));
        case 'prose':
            return `Certainly! Here is what you asked for:\n\n\`\`\`json\n${text}\n\`\`\`\n\nLet me know if anything is unclear.`;
        case 'wrong_schema':
            return JSON.stringify(misfit(parsed(text)));
        case 'unsupported_evidence':
            return JSON.stringify(inventQuotes(parsed(text)));
        default:
            return text;
    }
}

/** The answer of a model that was talked into saying something: every statement says it, the evidence stays what it was. */
function obeying(value: unknown, said: string): unknown {
    if (Array.isArray(value)) {
        return value.map((each) => obeying(each, said));
    }
    if (typeof value !== 'object' || value === null) {
        return value;
    }
    return Object.fromEntries(
        Object.entries(value).map(([name, each]) => [name, name === 'text' ? said : obeying(each, said)])
    );
}

/** Drops the first property and adds one that no schema allows. */
function misfit(value: unknown): unknown {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
        return { unexpected: value };
    }
    const [, ...rest] = Object.entries(value);
    return { ...Object.fromEntries(rest), unexpected: true };
}

/** Turns the words of every quote around, so that it stands in no source. */
function inventQuotes(value: unknown, name = '', siblings: Record<string, SchemaNode> = {}): unknown {
    if (Array.isArray(value)) {
        return value.map((each) => inventQuotes(each, name));
    }
    if (typeof value === 'object' && value !== null) {
        const types = Object.fromEntries(Object.entries(value).map(([key, each]) => [key, { type: typeof each }]));
        return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, inventQuotes(each, key, types)]));
    }
    const quoted = typeof value === 'string' && roleOf(name, { type: 'string' }, siblings) === 'quote';
    return quoted ? value.split(/\s+/).reverse().concat('indeed').join(' ') : value;
}

function parsed(text: string): unknown {
    try {
        return JSON.parse(text);
    } catch {
        return text;
    }
}
