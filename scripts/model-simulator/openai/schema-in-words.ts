import type { SchemaNode } from '../schema/node.ts';

/** The JSON schema that a prompt ends with; null when there is none. A model without schemas reads it as any other words. */
export function schemaInWords(text: string): SchemaNode | null {
    for (let at = text.indexOf('{'); at >= 0; at = text.indexOf('{', at + 1)) {
        const node = parsed(text.slice(at));
        if (node !== null) {
            return node;
        }
    }
    return null;
}

function parsed(text: string): SchemaNode | null {
    try {
        const value = JSON.parse(text) as SchemaNode;
        return value.type === 'object' && value.properties !== undefined ? value : null;
    } catch {
        return null;
    }
}
