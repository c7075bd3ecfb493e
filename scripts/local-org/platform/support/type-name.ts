/** A type name in its parts: 'Map<Id,List<Account>>' → Map, [Id, List<Account>]. An array type is a List. */
export interface TypeNameParts {
    name: string;
    typeArguments: string[];
}

export function splitTypeName(typeName: string): TypeNameParts {
    if (typeName.endsWith('[]')) return { name: 'List', typeArguments: [typeName.slice(0, -2)] };
    const open = typeName.indexOf('<');
    if (open < 0) return { name: typeName, typeArguments: [] };
    return { name: typeName.slice(0, open), typeArguments: splitArguments(typeName.slice(open + 1, -1)) };
}

function splitArguments(text: string): string[] {
    const parts = [''];
    let depth = 0;
    for (const character of text) {
        if (character === '<') depth++;
        if (character === '>') depth--;
        if (character === ',' && depth === 0) parts.push('');
        else parts[parts.length - 1] += character;
    }
    return parts.map((part) => part.trim());
}
