import type { Expression } from '../syntax/ast.ts';
import { type ApexType, isUnknown, numericRank } from '../types/type.ts';
import type { CodeContext } from './context.ts';
import { commonType, translate } from './expressions.ts';
import { condition, convert, failed, type Typed, wrong } from './typed.ts';

type Binary = Extract<Expression, { kind: 'binary' }>;
type Unary = Extract<Expression, { kind: 'unary' }>;

const ARITHMETIC: Record<string, string> = { '+': 'add', '-': 'subtract', '*': 'multiply', '/': 'divide' };
const BITWISE: Record<string, string> = {
    '&': 'and',
    '|': 'or',
    '^': 'xor',
    '<<': 'shiftLeft',
    '>>': 'shiftRight',
    '>>>': 'shiftRightUnsigned'
};
const COMPARISON: Record<string, string> = { '<': 'less', '>': 'greater', '<=': 'atMost', '>=': 'atLeast' };
const ORDERED = new Set(['String', 'Id', 'Date', 'Datetime', 'Time']);

/** Two operands and what stands between them. */
export function translateBinary(node: Binary, context: CodeContext): Typed {
    if (node.operator === '&&' || node.operator === '||') return logical(node, context);
    if (node.operator === '??') return coalesce(node, context);
    const left = translate(node.left, context);
    const right = translate(node.right, context);
    return combine(node.operator, left, right, context, node);
}

/** The result of an operator on two translated operands; also what `+=` and its kind compute. */
export function combine(operator: string, left: Typed, right: Typed, context: CodeContext, node: Expression): Typed {
    if (operator in COMPARISON) return comparison(operator, left, right, context, node);
    if (isEquality(operator)) return equality(operator, left, right, context, node);
    if (isUnknown(left.type) || isUnknown(right.type)) return unknownResult(operator, left, right, context);
    if (operator === '+' && (left.type.name === 'String' || right.type.name === 'String'))
        return concatenate(left, right, context);
    if (operator in BITWISE) return bitwise(operator, left, right, context, node);
    return arithmetic(operator, left, right, context, node);
}

function isEquality(operator: string): boolean {
    return ['==', '!=', '===', '!==', '<>'].includes(operator);
}

/** One side is not known: text stays text, anything else stays unknown. */
function unknownResult(operator: string, left: Typed, right: Typed, context: CodeContext): Typed {
    const text = [left, right].find((side) => side.type.name === 'String');
    if (operator === '+' && text) return concatenate(left, right, context);
    return {
        code: `$.unknownOperation(${left.code},${right.code})`,
        type: isUnknown(left.type) ? left.type : right.type
    };
}

function concatenate(left: Typed, right: Typed, context: CodeContext): Typed {
    return {
        code: `$.concatenate(${left.code},${right.code})`,
        type: context.unit.table.primitive('String'),
        nonNull: true
    };
}

function logical(node: Binary, context: CodeContext): Typed {
    const sides = [node.left, node.right].map((side) => condition(translate(side, context), context, side));
    return { code: `(${sides.join(node.operator)})`, type: context.unit.table.primitive('Boolean'), nonNull: true };
}

function coalesce(node: Binary, context: CodeContext): Typed {
    const left = translate(node.left, context);
    const right = translate(node.right, context);
    const type = commonType(left, right, context);
    if (!type)
        return wrong(
            context,
            node,
            `Incompatible types in null coalescing operator: ${left.type.name}, ${right.type.name}`
        );
    const first =
        left.query && type.kind === 'sobject'
            ? `$.oneOrNull(${left.code},${JSON.stringify(type.name)})`
            : convert(left, type, context);
    const second =
        right.query && type.kind === 'sobject'
            ? `$.one(${right.code},${JSON.stringify(type.name)})`
            : convert(right, type, context);
    return { code: `(${first}??${second})`, type, nonNull: right.nonNull };
}

function arithmetic(operator: string, left: Typed, right: Typed, context: CodeContext, node: Expression): Typed {
    const dated = dateArithmetic(operator, left, right, context);
    if (dated) return dated;
    if (!numericRank(left.type) || !numericRank(right.type)) {
        return wrong(context, node, arithmeticError(operator, left.type, right.type));
    }
    const type = numericRank(left.type) >= numericRank(right.type) ? left.type : right.type;
    const operands = `${convert(left, type, context)},${convert(right, type, context)}`;
    return { code: `$.${ARITHMETIC[operator]}${type.name}(${operands})`, type, nonNull: true };
}

function arithmeticError(operator: string, left: ApexType, right: ApexType): string {
    if (operator === '+') return `Arithmetic expressions must use numeric arguments: ${left.name}, ${right.name}`;
    return 'Arithmetic expressions must use numeric arguments';
}

/** Date and Datetime plus or minus a number of days. */
function dateArithmetic(operator: string, left: Typed, right: Typed, context: CodeContext): Typed | null {
    const dated = left.type.name === 'Date' || left.type.name === 'Datetime';
    if (!dated || !numericRank(right.type) || (operator !== '+' && operator !== '-')) return null;
    const days = convert(right, context.unit.table.primitive('Decimal'), context);
    return { code: `$.addDays(${left.code},${days},${operator === '-' ? -1 : 1})`, type: left.type, nonNull: true };
}

function bitwise(operator: string, left: Typed, right: Typed, context: CodeContext, node: Expression): Typed {
    const { table } = context.unit;
    if (left.type.name === 'Boolean' && right.type.name === 'Boolean' && '&|^'.includes(operator)) {
        return { code: `$.${BITWISE[operator]}Boolean(${left.code},${right.code})`, type: left.type, nonNull: true };
    }
    const ranks = [numericRank(left.type), numericRank(right.type)];
    if (ranks.some((rank) => rank < 1 || rank > 2))
        return wrong(context, node, 'Bitwise operators must use Integer or Long arguments');
    const shift = operator.length > 1;
    const type = shift ? left.type : table.primitive(Math.max(...ranks) === 2 ? 'Long' : 'Integer');
    const operands = `${convert(left, type, context)},${convert(right, type, context)}`;
    return { code: `$.${BITWISE[operator]}${type.name}(${operands})`, type, nonNull: true };
}

function comparison(operator: string, left: Typed, right: Typed, context: CodeContext, node: Expression): Typed {
    const type = context.unit.table.primitive('Boolean');
    if (!areOrdered(left.type, right.type)) {
        return wrong(
            context,
            node,
            `Comparison arguments must be compatible types: ${left.type.name}, ${right.type.name}`
        );
    }
    const integers = left.type.name === 'Integer' && right.type.name === 'Integer';
    if (integers && left.nonNull && right.nonNull)
        return { code: `(${left.code}${operator}${right.code})`, type, nonNull: true };
    const suffix = integers ? 'Integer' : '';
    return { code: `$.${COMPARISON[operator]}${suffix}(${left.code},${right.code})`, type, nonNull: true };
}

function areOrdered(left: ApexType, right: ApexType): boolean {
    if (isUnknown(left) || isUnknown(right)) return true;
    if (numericRank(left) && numericRank(right)) return true;
    if (!ORDERED.has(left.name) || !ORDERED.has(right.name)) return false;
    return left === right || family(left) === family(right);
}

function family(type: ApexType): string {
    if (type.name === 'Id') return 'String';
    return type.name === 'Datetime' ? 'Date' : type.name;
}

function equality(operator: string, left: Typed, right: Typed, context: CodeContext, node: Expression): Typed {
    const type = context.unit.table.primitive('Boolean');
    if (!areComparable(left, right)) {
        return wrong(
            context,
            node,
            `Comparison arguments must be compatible types: ${left.type.name}, ${right.type.name}`
        );
    }
    const not = operator.startsWith('!') || operator === '<>' ? '!' : '';
    const exact = operator === '===' || operator === '!==';
    return { code: `${not}${exact ? exactly(left, right) : equals(left, right, context)}`, type, nonNull: true };
}

function exactly(left: Typed, right: Typed): string {
    return `$.identical(${left.code},${right.code})`;
}

function equals(left: Typed, right: Typed, context: CodeContext): string {
    const { table } = context.unit;
    const names = [left.type.name, right.type.name];
    if (names.includes('null')) return `(${left.code}===${right.code})`;
    if (names.every((name) => name === 'Integer') || names.every((name) => name === 'Boolean'))
        return `(${left.code}===${right.code})`;
    if (names.includes('Id')) return `$.sameId(${left.code},${right.code})`;
    if (names.every((name) => name === 'String')) return `$.sameText(${left.code},${right.code})`;
    if (names.includes('Date') && names.includes('Datetime')) {
        const moment = table.primitive('Datetime');
        return `$.equals(${convert(left, moment, context)},${convert(right, moment, context)})`;
    }
    return `$.equals(${left.code},${right.code})`;
}

function areComparable(left: Typed, right: Typed): boolean {
    const types = [left.type, right.type];
    if (types.some((type) => isUnknown(type) || type.kind === 'null' || type.kind === 'object')) return true;
    if (types.some((type) => type.kind === 'void')) return false;
    if (types.every((type) => numericRank(type) > 0)) return true;
    if (types.some((type) => type.kind === 'primitive'))
        return types.every((type) => type.kind === 'primitive') && sameFamily(left.type, right.type);
    return true;
}

function sameFamily(left: ApexType, right: ApexType): boolean {
    return family(left) === family(right);
}

/** A sign, `!` or `~`. */
export function translateUnary(node: Unary, context: CodeContext): Typed {
    const operand = translate(node.operand, context);
    if (isUnknown(operand.type)) return failed(context);
    if (node.operator === '!')
        return { code: `!${condition(operand, context, node.operand)}`, type: operand.type, nonNull: true };
    if (!numericRank(operand.type)) return wrong(context, node, 'Arithmetic expressions must use numeric arguments');
    if (node.operator === '+') return operand;
    if (node.operator === '~')
        return { code: `$.invert${operand.type.name}(${operand.code})`, type: operand.type, nonNull: true };
    if (operand.literal !== undefined && !operand.literal.startsWith('-')) return negativeLiteral(operand, context);
    return { code: `$.negate${operand.type.name}(${operand.code})`, type: operand.type, nonNull: true };
}

function negativeLiteral(operand: Typed, context: CodeContext): Typed {
    const value = { ...operand, literal: `-${operand.literal!}` };
    if (operand.type.name === 'Integer') return { ...value, code: `(-${operand.literal!}|0)` };
    if (operand.type.name === 'Long') return { ...value, code: `(-${operand.literal!}n)` };
    return { ...value, code: context.unit.constant(`$.literal${operand.type.name}(${JSON.stringify(value.literal)})`) };
}
