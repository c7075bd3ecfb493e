/** What apex-parser takes and Salesforce's own parser does not. */

interface Token {
    line: number;
    column: number;
    text: string;
}

/** Ends the building of a tree: a syntax error in a place that was parsed. */
export class SyntaxRefusal extends Error {
    readonly line: number;
    readonly column: number;

    constructor(token: Token, message: string) {
        super(message);
        this.line = token.line;
        this.column = token.column + 1;
    }
}

/** Words that name nothing that a program declares, though fields of objects may have them for a name. */
const RESERVED = new Set(
    'and as asc bulk by commit desc from having in instanceof like limit not nulls or select trigger using where'.split(
        ' '
    )
);

/** What variables, parameters, properties and types must not be called besides, though methods may (Apex Developer Guide, Reserved Keywords). */
const RESERVED_BUT_FOR_METHODS = new Set(
    (
        'activate any array autonomous begin bigdecimal blob boolean byte case cast char collect const currency date datetime ' +
        'decimal default double end exception exit export float goto group hint import inner int integer into join long loop ' +
        'number object outer package parallel pragma retrieve rollback set short sobject sort string switch synchronized ' +
        'system then time transaction void when'
    ).split(' ')
);

/** The name of a variable, parameter, property or constant that is declared. */
export function declaredVariable(id: { getText(): string; start: unknown }): string {
    const name = declaredName(id);
    if (RESERVED_BUT_FOR_METHODS.has(name.toLowerCase())) {
        throw new SyntaxRefusal(id.start as Token, `Identifier name is reserved: ${name}`);
    }
    return name;
}

/** The name of a method or type that is declared. */
export function declaredName(id: { getText(): string; start: unknown }): string {
    const name = id.getText();
    if (RESERVED.has(name.toLowerCase())) refuse(id.start);
    return name;
}

/** Refuses a token that stands where none of its kind may; nothing when there is no such token. */
export function refuse(token: unknown, expected?: string): void {
    if (!token) return;
    // Nodes of the tree that are a token have it as their symbol; the types of the parser do not say so.
    const at = ((token as { symbol?: Token }).symbol ?? token) as Token;
    const message = expected ? `Expecting '${expected}' but was: '${at.text}'.` : `Unexpected token '${at.text}'.`;
    throw new SyntaxRefusal(at, message);
}
