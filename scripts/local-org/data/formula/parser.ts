/** A formula as data. */
export type FormulaNode =
    | { kind: 'literal'; value: string | number | boolean | null }
    | { kind: 'reference'; path: string[] }
    | { kind: 'call'; name: string; parameters: FormulaNode[] }
    | { kind: 'operation'; operator: string; left: FormulaNode; right: FormulaNode }
    | { kind: 'negation'; operand: FormulaNode };

/** A formula that cannot be read; the message says where. */
export class FormulaSyntaxError extends Error {}

interface Token {
    kind: 'text' | 'number' | 'name' | 'symbol' | 'end';
    text: string;
    position: number;
}

const TOKEN =
    /\s+|\/\*[\s\S]*?\*\/|(?<text>"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')|(?<number>\d+(?:\.\d+)?|\.\d+)|(?<name>[$A-Za-z_][\w]*(?:(?:\.|:)[$A-Za-z_]\w*)*)|(?<symbol>&&|\|\||<>|!=|<=|>=|==|[-+*/^&=<>(),!])/gy;

function tokenize(source: string): Token[] {
    const tokens: Token[] = [];
    TOKEN.lastIndex = 0;
    while (TOKEN.lastIndex < source.length) {
        const position = TOKEN.lastIndex;
        const match = TOKEN.exec(source);
        if (!match)
            throw new FormulaSyntaxError(
                `Syntax error at character ${position + 1}: ${source.slice(position, position + 10)}`
            );
        const [kind, text] = Object.entries(match.groups ?? {}).find(([, value]) => value !== undefined) ?? [];
        if (kind) tokens.push({ kind: kind as Token['kind'], text: text as string, position });
    }
    return [...tokens, { kind: 'end', text: 'end of formula', position: source.length }];
}

/** Operators from the weakest to the strongest. */
const LEVELS = [['||'], ['&&'], ['=', '==', '<>', '!='], ['<', '<=', '>', '>='], ['&'], ['+', '-'], ['*', '/']];

/** Parses a formula. @throws FormulaSyntaxError */
export function parseFormula(source: string): FormulaNode {
    return new FormulaParser(tokenize(source)).parse();
}

class FormulaParser {
    private readonly tokens: Token[];
    private index = 0;

    constructor(tokens: Token[]) {
        this.tokens = tokens;
    }

    parse(): FormulaNode {
        const node = this.level(0);
        if (this.current.kind !== 'end') throw this.unexpected();
        return node;
    }

    private get current(): Token {
        return this.tokens[this.index];
    }

    private unexpected(): FormulaSyntaxError {
        const { text, position } = this.current;
        return new FormulaSyntaxError(`Syntax error. Unexpected '${text}' at character ${position + 1}`);
    }

    private take(symbol: string): boolean {
        if (this.current.kind !== 'symbol' || this.current.text !== symbol) return false;
        this.index++;
        return true;
    }

    private expect(symbol: string): void {
        if (!this.take(symbol)) throw this.unexpected();
    }

    private level(depth: number): FormulaNode {
        if (depth === LEVELS.length) return this.power();
        let left = this.level(depth + 1);
        for (;;) {
            const operator = LEVELS[depth].find((symbol) => this.take(symbol));
            if (!operator) return left;
            left = { kind: 'operation', operator, left, right: this.level(depth + 1) };
        }
    }

    private power(): FormulaNode {
        const base = this.unary();
        return this.take('^') ? { kind: 'operation', operator: '^', left: base, right: this.power() } : base;
    }

    private unary(): FormulaNode {
        if (this.take('-')) return { kind: 'negation', operand: this.unary() };
        if (this.take('+')) return this.unary();
        if (this.take('!')) return { kind: 'call', name: 'NOT', parameters: [this.unary()] };
        return this.primary();
    }

    private primary(): FormulaNode {
        const token = this.current;
        if (this.take('(')) {
            const inner = this.level(0);
            this.expect(')');
            return inner;
        }
        this.index++;
        if (token.kind === 'number') return { kind: 'literal', value: Number(token.text) };
        if (token.kind === 'text') return { kind: 'literal', value: unquote(token.text) };
        if (token.kind === 'name') return this.named(token);
        this.index--;
        throw this.unexpected();
    }

    private named(token: Token): FormulaNode {
        if (this.take('(')) return { kind: 'call', name: token.text.toUpperCase(), parameters: this.parameters() };
        const lower = token.text.toLowerCase();
        if (lower === 'true' || lower === 'false') return { kind: 'literal', value: lower === 'true' };
        if (lower === 'null') return { kind: 'literal', value: null };
        return { kind: 'reference', path: token.text.split(/[.:]/) };
    }

    private parameters(): FormulaNode[] {
        const parameters: FormulaNode[] = [];
        if (this.take(')')) return parameters;
        do parameters.push(this.level(0));
        while (this.take(','));
        this.expect(')');
        return parameters;
    }
}

function unquote(text: string): string {
    const escapes: Record<string, string> = { n: '\n', r: '\r', t: '\t' };
    return text.slice(1, -1).replace(/\\(.)/gs, (_, code: string) => escapes[code] ?? code);
}

/** Paths of all fields that a formula refers to, in order, each once. */
export function formulaReferences(node: FormulaNode): string[][] {
    const found = new Map<string, string[]>();
    const note = (path: string[]): void => {
        const key = path.join('.').toLowerCase();
        if (!found.has(key)) found.set(key, path);
    };
    const visit = (part: FormulaNode): void => {
        if (part.kind === 'reference') note(part.path);
        if (part.kind === 'call') part.parameters.forEach(visit);
        if (part.kind === 'negation') visit(part.operand);
        if (part.kind === 'operation') [part.left, part.right].forEach(visit);
    };
    visit(node);
    return [...found.values()];
}
