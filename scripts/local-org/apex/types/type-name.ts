/** A type name taken apart. */
export interface ParsedTypeName {
    name: string;
    parameters: string[];
    arrayDepth: number;
}

/** Takes 'Map<Id, List<Account>>' or 'String[]' apart: the name, the texts of its type arguments, the array brackets. */
export function parseTypeName(text: string): ParsedTypeName {
    const trimmed = text.trim();
    const arrayDepth = (trimmed.match(/\[\]/g) ?? []).length;
    const plain = trimmed.replace(/(\s*\[\s*\])+$/, '');
    const open = plain.indexOf('<');
    if (open < 0) return { name: plain, parameters: [], arrayDepth };
    return { name: plain.slice(0, open).trim(), parameters: splitArguments(plain.slice(open + 1, -1)), arrayDepth };
}

function splitArguments(text: string): string[] {
    const parts: string[] = [];
    let depth = 0;
    let start = 0;
    for (let index = 0; index < text.length; index++) {
        if (text[index] === '<') depth++;
        else if (text[index] === '>') depth--;
        else if (text[index] === ',' && depth === 0) {
            parts.push(text.slice(start, index).trim());
            start = index + 1;
        }
    }
    parts.push(text.slice(start).trim());
    return parts;
}
