/** One parameter of a member. */
export interface Parameter {
    type: string;
    name: string;
}

/** A parsed 'Boolean contains(String substring)'. */
export interface Signature {
    returnType: string;
    name: string;
    parameters: Parameter[];
}

/** Parses 'ReturnType name(Type name, …)'. Types are canonical Apex type names without inner spaces. */
export function parseMethodSignature(text: string): Signature {
    const open = text.indexOf('(');
    if (open < 0 || !text.endsWith(')')) throw new Error(`Bad platform signature: ${text}`);
    const head = parseTypedName(text.slice(0, open), text);
    return { returnType: head.type, name: head.name, parameters: parseParameters(text.slice(open + 1, -1), text) };
}

/** Parses 'HttpRequest()' or 'Url(String spec)': the name is the class. */
export function parseConstructorSignature(text: string, className: string): Signature {
    const open = text.indexOf('(');
    const parameters = parseParameters(text.slice(open + 1, text.lastIndexOf(')')), text);
    return { returnType: className, name: '<init>', parameters };
}

/** Parses 'Integer size'. */
export function parseTypedName(text: string, whole = text): Parameter {
    const match = /^\s*(.+?)\s+(\w+)\s*$/.exec(text);
    if (!match) throw new Error(`Bad platform signature: ${whole}`);
    return { type: match[1].replaceAll(/\s+/g, ''), name: match[2] };
}

function parseParameters(text: string, whole: string): Parameter[] {
    return splitOutsideGenerics(text).map((part) => parseTypedName(part, whole));
}

function splitOutsideGenerics(text: string): string[] {
    const parts: string[] = [];
    let depth = 0;
    let start = 0;
    for (let index = 0; index <= text.length; index++) {
        const character = text[index];
        if (character === '<') depth++;
        if (character === '>') depth--;
        if ((character === ',' && depth === 0) || index === text.length) {
            parts.push(text.slice(start, index));
            start = index + 1;
        }
    }
    return parts.filter((part) => part.trim() !== '');
}
