import type { Expression } from '../syntax/ast.ts';
import { isAssignable, isCastable, isSubtype } from '../types/conversions.ts';
import { type ApexType, isGeneric, isUnknown, numericRank } from '../types/type.ts';
import { describeReference } from '../types/type-resolver.ts';
import { translateAssignment, translateIncrement } from './assignments.ts';
import { translateCall, translateConstructorCall } from './calls.ts';
import type { CodeContext } from './context.ts';
import { translateNew } from './creation.ts';
import { translateMember, translateName } from './names.ts';
import { translateBinary, translateUnary } from './operators.ts';
import { translateQuery } from './queries.ts';
import { coerce, condition, convert, failed, isSingleRow, numberLiteral, type Typed, wrong } from './typed.ts';

type Node<Kind extends Expression['kind']> = Extract<Expression, { kind: Kind }>;

/** Checks an expression and translates it. */
export function translate(node: Expression, context: CodeContext): Typed {
    switch (node.kind) {
        case 'literal':
            return translateLiteral(node, context);
        case 'name':
            return translateName(node, context);
        case 'member':
            return translateMember(node, context);
        case 'call':
            return translateCall(node, context);
        case 'constructorCall':
            return translateConstructorCall(node, context);
        case 'new':
            return translateNew(node, context);
        case 'binary':
            return translateBinary(node, context);
        case 'unary':
            return translateUnary(node, context);
        case 'assign':
            return translateAssignment(node, context);
        case 'increment':
            return translateIncrement(node, context);
        case 'soql':
        case 'sosl':
            return translateQuery(node, context);
        default:
            return translateOther(node, context);
    }
}

function translateOther(
    node: Node<'this' | 'super' | 'typeLiteral' | 'index' | 'conditional' | 'cast' | 'instanceof'>,
    context: CodeContext
): Typed {
    switch (node.kind) {
        case 'this':
            return translateThis(node, context);
        case 'super':
            return wrong(context, node, 'Unexpected token: super');
        case 'typeLiteral':
            return translateTypeLiteral(node, context);
        case 'index':
            return translateIndex(node, context);
        case 'conditional':
            return translateConditional(node, context);
        case 'cast':
            return translateCast(node, context);
        case 'instanceof':
            return translateInstanceOf(node, context);
    }
}

function translateLiteral(node: Node<'literal'>, context: CodeContext): Typed {
    const { table } = context.unit;
    if (node.type === 'null') return { code: 'null', type: table.null };
    const type = table.primitive(node.type);
    if (node.type === 'String') return { code: JSON.stringify(node.value), type, nonNull: true, simple: true };
    if (node.type === 'Boolean') return { code: node.value, type, nonNull: true, simple: true };
    if (node.type === 'Integer' && Number(node.value) > 2147483647) return wrong(context, node, 'Illegal integer');
    if (node.type === 'Long' && BigInt(node.value) > 9223372036854775807n) return wrong(context, node, 'Illegal long');
    const made = numberLiteral(node.value, node.type);
    const code = node.type === 'Integer' || node.type === 'Long' ? made : context.unit.constant(made);
    return { code, type, nonNull: true, simple: true, literal: node.value };
}

function translateThis(node: Node<'this'>, context: CodeContext): Typed {
    if (context.isStatic || !context.owner)
        return wrong(context, node, 'This cannot be referenced in a static context');
    return { code: 'this', type: context.unit.table.projectType(context.owner.name)!, nonNull: true, simple: true };
}

function translateTypeLiteral(node: Node<'typeLiteral'>, context: CodeContext): Typed {
    const { table, environment } = context.unit;
    const type = node.type ? environment.resolver.resolve(node.type, context.owner) : table.void;
    if (!type) return wrong(context, node, `Invalid type: ${describeReference(node.type!)}`);
    // A flow that does not exist is the type that all flows have.
    const missing = /^Flow\.Interview\./i.test(type.name) && !environment.hasFlow(type.name.split('.')[2]);
    const name = missing ? 'Flow.Interview' : type.name;
    return {
        code: `$.type(${JSON.stringify(name)})`,
        type: table.outside('Type', []) ?? table.error,
        nonNull: true
    };
}

function translateIndex(node: Node<'index'>, context: CodeContext): Typed {
    const list = translate(node.object, context);
    const index = translate(node.index, context);
    if (isUnknown(list.type)) return failed(context);
    if (!isGeneric(list.type, 'List')) return wrong(context, node, `Expression must be a list type: ${list.type.name}`);
    const position = coerce(index, context.unit.table.primitive('Integer'), context, node.index);
    return { code: `$.n(${list.code}).get(${position})`, type: list.type.arguments[0] };
}

function translateConditional(node: Node<'conditional'>, context: CodeContext): Typed {
    const test = condition(translate(node.condition, context), context, node.condition);
    const then = translate(node.then, context);
    const otherwise = translate(node.otherwise, context);
    const type = commonType(then, otherwise, context);
    if (!type) {
        return wrong(
            context,
            node,
            `Incompatible types in ternary operator: ${then.type.name}, ${otherwise.type.name}`
        );
    }
    const code = `(${test}?${branch(then, type, context)}:${branch(otherwise, type, context)})`;
    return { code, type, nonNull: then.nonNull && otherwise.nonNull };
}

function branch(value: Typed, type: ApexType, context: CodeContext): string {
    if (value.query && isSingleRow(value.type, type)) return `$.one(${value.code},${JSON.stringify(type.name)})`;
    return convert(value, type, context);
}

/** The type that both values can take: that of one of them, a shared superclass, or Object. */
export function commonType(left: Typed, right: Typed, context: CodeContext): ApexType | null {
    const { table } = context.unit;
    if (left.type.kind === 'void' || right.type.kind === 'void') return null;
    if (left.type === right.type || isUnknown(right.type)) return left.type;
    if (isUnknown(left.type)) return right.type;
    if (left.type.kind === 'null') return right.type;
    if (right.type.kind === 'null') return left.type;
    if (left.query && isSingleRow(left.type, right.type)) return right.type;
    if (right.query && isSingleRow(right.type, left.type)) return left.type;
    if (numericRank(left.type) && numericRank(right.type)) {
        return numericRank(left.type) > numericRank(right.type) ? left.type : right.type;
    }
    return assignableOf(left.type, right.type) ?? table.object;
}

function assignableOf(left: ApexType, right: ApexType): ApexType | null {
    for (const [from, to] of [
        [left, right],
        [right, left]
    ]) {
        if (to.kind !== 'object' && isCastable(from, to) && isUpcast(from, to)) return to;
    }
    if (left.kind === 'sobject' && right.kind === 'sobject') return left.name === 'SObject' ? left : right;
    return null;
}

function isUpcast(from: ApexType, to: ApexType): boolean {
    if (from.name === 'Id' && to.name === 'String') return true;
    for (let type: ApexType | null = from; type; type = type.symbol?.superType ?? null) if (type === to) return true;
    return to.symbol?.kind === 'interface' || from.arguments.length > 0 || from.name === 'Date';
}

function translateCast(node: Node<'cast'>, context: CodeContext): Typed {
    const to = context.unit.environment.resolver.resolve(node.type, context.owner);
    const value = translate(node.operand, context);
    if (!to) return wrong(context, node.type, `Invalid type: ${describeReference(node.type)}`);
    if (isUnknown(value.type)) return { code: value.code, type: to };
    if (value.query && isSingleRow(value.type, to))
        return { code: `$.one(${value.code},${JSON.stringify(to.name)})`, type: to };
    if (!isCastable(value.type, to)) {
        return wrong(
            context,
            node,
            `Incompatible types since an instance of ${value.type.name} is never an instance of ${to.name}`
        );
    }
    if (numericRank(value.type) && numericRank(to))
        return { code: convert(value, to, context), type: to, nonNull: value.nonNull };
    if (value.type === to || value.type.kind === 'null')
        return { ...value, type: to, query: false, literal: undefined };
    if (value.type.kind === 'primitive' && to.kind === 'primitive')
        return { code: convert(value, to, context), type: to };
    return { code: `$.cast(${value.code},${JSON.stringify(to.name)})`, type: to, nonNull: value.nonNull };
}

function translateInstanceOf(node: Node<'instanceof'>, context: CodeContext): Typed {
    const { table, environment } = context.unit;
    const to = environment.resolver.resolve(node.type, context.owner);
    const value = translate(node.operand, context);
    if (!to) return wrong(context, node.type, `Invalid type: ${describeReference(node.type)}`);
    checkInstanceOf(value.type, to, node, context);
    return { code: `$.is(${value.code},${JSON.stringify(to.name)})`, type: table.primitive('Boolean'), nonNull: true };
}

/** A test that cannot fail, or cannot succeed, is a mistake. */
function checkInstanceOf(from: ApexType, to: ApexType, node: Node<'instanceof'>, context: CodeContext): void {
    if (isUnknown(from) || isUnknown(to) || from.kind === 'null') return;
    const never = from.kind === 'primitive' && to.kind === 'primitive' && !isAssignable(from, to);
    const always = from === to || to.kind === 'object' || isSubtype(from, to);
    if (!never && !always) return;
    const [word, article] = never ? ['false', 'never'] : ['true', 'always'];
    const reason = `an instance of ${from.name} is ${article} an instance of ${to.name}`;
    context.unit.report(node, `Operation instanceof is always ${word} since ${reason}`);
}
