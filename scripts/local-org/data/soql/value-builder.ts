import type * as Grammar from '@apexdevtools/apex-parser';
import { NotImplementedError } from '../../platform/not-implemented.ts';
import { buildSubquery } from './ast-builder.ts';
import type { Value } from './ast.ts';
import { unmarkWildcards } from './wildcards.ts';

/** A value on the right of a comparison. */
export function buildValue(tree: Grammar.ValueContext): Value {
    if (tree.subQuery()) return { kind: 'subquery', query: buildSubquery(tree.subQuery()) };
    if (tree.valueList()) return { kind: 'list', values: tree.valueList().value_list().map(buildValue) };
    if (tree.boundExpression()) return buildBind(tree.boundExpression());
    if (tree.dateFormula()) return buildDateLiteral(tree.dateFormula());
    if (tree.IntegralCurrencyLiteral()) throw new NotImplementedError('SOQL currency literal');
    return buildLiteral(tree);
}

function buildLiteral(tree: Grammar.ValueContext): Value {
    const text = tree.getText();
    if (tree.NULL()) return { kind: 'null' };
    if (tree.BooleanLiteral()) return { kind: 'boolean', value: text.toLowerCase() === 'true' };
    if (tree.StringLiteral()) return { kind: 'string', ...unescape(text.slice(1, -1)) };
    if (tree.MultilineStringLiteral()) return { kind: 'string', value: text.slice(3, -3), pattern: text.slice(3, -3) };
    if (tree.DateTimeLiteral()) return { kind: 'datetime', text };
    if (tree.DateLiteral()) return { kind: 'date', text };
    if (tree.TimeLiteral()) return { kind: 'time', text };
    return { kind: 'number', text };
}

/** A bind, by the text of its expression. */
export function buildBind(tree: Grammar.BoundExpressionContext): Value {
    const expression = tree.expression();
    const { start, stop } = expression;
    const source = start.getInputStream();
    return { kind: 'bind', name: source && stop ? source.getText(start.start, stop.stop) : expression.getText() };
}

function buildDateLiteral(tree: Grammar.DateFormulaContext): Value {
    const count = tree.signedInteger();
    const name = tree.getChild(0).getText().toUpperCase().replace(/:$/, '');
    return { kind: 'dateLiteral', name, count: count ? Number(count.getText()) : 0 };
}

/** LIMIT or OFFSET: a number or a bind. */
export function buildLimit(tree: Grammar.LimitClauseContext | Grammar.OffsetClauseContext | null): Value | null {
    if (!tree) return null;
    if (tree.boundExpression()) return buildBind(tree.boundExpression());
    return { kind: 'number', text: tree.IntegerLiteral().getText() };
}

const ESCAPES: Record<string, string> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

/** The text of a literal, and the same for LIKE, where `\%` and `\_` stay escaped. */
function unescape(source: string): { value: string; pattern: string } {
    const replace = (keep: boolean): string =>
        unmarkWildcards(source, keep).replace(/\\(u[0-9a-fA-F]{4}|.)/gs, (whole, code: string) => {
            if (code.length === 5) return String.fromCharCode(parseInt(code.slice(1), 16));
            if (keep && '%_\\'.includes(code)) return whole;
            return ESCAPES[code] ?? code;
        });
    return { value: replace(false), pattern: replace(true) };
}
