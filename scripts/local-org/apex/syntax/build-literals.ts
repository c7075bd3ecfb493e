import type { ApexTerminalNode as TerminalNode } from '@apexdevtools/apex-parser';
import type { Expression, Location } from './ast.ts';

interface LiteralTokens {
    IntegerLiteral(): TerminalNode | null;
    LongLiteral(): TerminalNode | null;
    NumberLiteral?(): TerminalNode | null;
    StringLiteral(): TerminalNode | null;
    MultilineStringLiteral(): TerminalNode | null;
    BooleanLiteral?(): TerminalNode | null;
    NULL(): TerminalNode | null;
}

const escapes: Record<string, string> = { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f', "'": "'", '"': '"', '\\': '\\' };

/** A literal expression from whichever token is there. Values are plain text: escapes are resolved, suffixes removed. */
export function buildLiteralToken(context: LiteralTokens, at: Location): Expression {
    const integer = context.IntegerLiteral();
    if (integer) return { ...at, kind: 'literal', type: 'Integer', value: integer.getText() };
    const long = context.LongLiteral();
    if (long) return { ...at, kind: 'literal', type: 'Long', value: long.getText().replace(/l$/i, '') };
    const number = context.NumberLiteral?.();
    if (number) return numberLiteral(number.getText(), at);
    const text = context.StringLiteral();
    if (text) return { ...at, kind: 'literal', type: 'String', value: unescapeApex(text.getText().slice(1, -1)) };
    const lines = context.MultilineStringLiteral();
    if (lines) return { ...at, kind: 'literal', type: 'String', value: multiline(lines.getText()) };
    const truth = context.BooleanLiteral?.();
    if (truth) return { ...at, kind: 'literal', type: 'Boolean', value: truth.getText().toLowerCase() };
    return { ...at, kind: 'literal', type: 'null', value: 'null' };
}

/** Resolves the escapes of an Apex string literal. */
export function unescapeApex(text: string): string {
    return text.replace(/\\(?:u([0-9a-fA-F]{4})|(.))/gs, (whole, code: string | undefined, char: string) =>
        code ? String.fromCharCode(parseInt(code, 16)) : (escapes[char.toLowerCase()] ?? escapes[char] ?? whole)
    );
}

function numberLiteral(text: string, at: Location): Expression {
    if (/d$/i.test(text)) return { ...at, kind: 'literal', type: 'Double', value: text.slice(0, -1) };
    return { ...at, kind: 'literal', type: 'Decimal', value: text };
}

/** A text block: the line break after the opening quotes does not count, nor does the common indentation. */
function multiline(text: string): string {
    const body = text.slice(3, -3).replace(/^[ \t]*\r?\n/, '');
    const lines = body.split(/\r?\n/);
    const indents = lines.filter((line, index) => line.trim() || index === lines.length - 1).map(indentOf);
    const common = Math.min(...indents);
    return unescapeApex(lines.map((line) => line.slice(common)).join('\n'));
}

function indentOf(line: string): number {
    return line.length - line.trimStart().length;
}
