const PRIMITIVES: Readonly<Record<string, string>> = {
    string: 'string',
    id: 'string',
    date: 'string',
    datetime: 'string',
    time: 'string',
    blob: 'string',
    integer: 'number',
    long: 'number',
    double: 'number',
    decimal: 'number',
    boolean: 'boolean',
    void: 'void',
    object: 'unknown'
};

/**
 * The TypeScript type of what an Apex type becomes in JSON. `within` is the class in which the name stands, because an
 * inner class is named without its outer one there; `known` are the names of the classes that have an interface.
 */
export function typeScriptType(apexType: string, within: string, known: ReadonlySet<string>): string {
    const list = /^(?:List|Set)<(.+)>$/i.exec(apexType) ?? /^(.+)\[\]$/.exec(apexType);
    if (list) return `readonly ${element(list[1]!, within, known)}[]`;
    const map = /^Map<[^,]+,(.+)>$/i.exec(apexType);
    if (map) return `Readonly<Record<string, ${typeScriptType(map[1]!, within, known)}>>`;
    return PRIMITIVES[apexType.toLowerCase()] ?? classType(apexType, within, known);
}

function element(apexType: string, within: string, known: ReadonlySet<string>): string {
    const type = typeScriptType(apexType, within, known);
    return type.startsWith('readonly ') ? `(${type})` : type;
}

function classType(apexType: string, within: string, known: ReadonlySet<string>): string {
    const outer = within.split('.')[0];
    const name = [`${outer}.${apexType}`, apexType].find((candidate) => known.has(candidate));
    // What is no class of ours is a record: its fields depend on the query that read it.
    return name ? `ApexTypes.${name.replace('.', '_')}` : 'Readonly<Record<string, unknown>>';
}
