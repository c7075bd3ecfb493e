import * as Parse from '@apexdevtools/apex-parser';
import type { Expression, Location, NewArguments } from './ast.ts';
import { buildLiteralToken } from './build-literals.ts';
import { buildSoql, buildSosl } from './build-queries.ts';
import { buildCreatedName, buildTypeReference, locationOf } from './build-types.ts';

type Context = Parse.ExpressionContext;
// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Builder = (context: any, at: Location) => Expression;

/** The expressions of a comma-separated list, or none. */
export function buildExpressionList(context: Parse.ExpressionListContext | null): Expression[] {
    return context?.expression_list().map(buildExpression) ?? [];
}

/** Any expression. */
export function buildExpression(context: Context): Expression {
    const builder = builders.get(context.constructor);
    if (!builder) throw new Error(`Unknown kind of expression: ${context.getText()}`);
    return builder(context, locationOf(context));
}

function binary(context: Context & { expression_list(): Context[] }, at: Location): Expression {
    const [left, right] = context.expression_list();
    return {
        ...at,
        kind: 'binary',
        operator: operatorOf(context),
        left: buildExpression(left),
        right: buildExpression(right)
    };
}

/** The text of the tokens between the two operands: one operator, or the pieces of `>>`. */
function operatorOf(context: Context): string {
    const children = (context.children ?? []) as { getText(): string }[];
    return children
        .filter((child) => !(child instanceof Parse.ExpressionContext))
        .map((child) => child.getText())
        .join('');
}

function primary(context: Parse.PrimaryExpressionContext, at: Location): Expression {
    const inner: Parse.PrimaryContext = context.primary();
    if (inner instanceof Parse.LiteralPrimaryContext) return buildLiteralToken(inner.literal(), at);
    if (inner instanceof Parse.IdPrimaryContext) return { ...at, kind: 'name', name: inner.id().getText() };
    if (inner instanceof Parse.ThisPrimaryContext) return { ...at, kind: 'this' };
    if (inner instanceof Parse.SuperPrimaryContext) return { ...at, kind: 'super' };
    if (inner instanceof Parse.VoidPrimaryContext) return { ...at, kind: 'typeLiteral', type: null };
    if (inner instanceof Parse.TypeRefPrimaryContext) {
        return { ...at, kind: 'typeLiteral', type: buildTypeReference(inner.typeRef()) };
    }
    if (inner instanceof Parse.SoqlPrimaryContext) return buildSoql(inner.soqlLiteral(), at);
    return buildSosl((inner as Parse.SoslPrimaryContext).soslLiteral(), at);
}

function dot(context: Parse.DotExpressionContext, at: Location): Expression {
    const object = buildExpression(context.expression());
    const safe = !!context.QUESTIONDOT();
    const call = context.dotMethodCall();
    if (!call) return { ...locationOf(context.anyId()), kind: 'member', object, name: context.anyId().getText(), safe };
    const name = call.anyId();
    const parameters = buildExpressionList(call.expressionList());
    return {
        ...locationOf(name),
        line: at.line,
        kind: 'call',
        object,
        name: name.getText(),
        arguments: parameters,
        safe
    };
}

function methodCall(context: Parse.MethodCallExpressionContext, at: Location): Expression {
    const call = context.methodCall();
    const parameters = buildExpressionList(call.expressionList());
    if (call.THIS()) return { ...at, kind: 'constructorCall', target: 'this', arguments: parameters };
    if (call.SUPER()) return { ...at, kind: 'constructorCall', target: 'super', arguments: parameters };
    return { ...at, kind: 'call', object: null, name: call.id().getText(), arguments: parameters, safe: false };
}

function creation(context: Parse.NewExpressionContext, at: Location): Expression {
    const creator = context.creator();
    const type = buildCreatedName(creator.createdName());
    const array = creator.arrayCreatorRest();
    if (array) return { ...at, kind: 'new', type: { ...type, arrayDepth: 1 }, creation: arrayArguments(array) };
    return { ...at, kind: 'new', type, creation: newArguments(creator) };
}

function arrayArguments(context: Parse.ArrayCreatorRestContext): NewArguments {
    if (context.expression()) return { kind: 'array', size: buildExpression(context.expression()) };
    return { kind: 'list', items: context.arrayInitializer()?.expression_list().map(buildExpression) ?? [] };
}

function newArguments(creator: Parse.CreatorContext): NewArguments {
    const plain = creator.classCreatorRest();
    if (plain) return { kind: 'constructor', arguments: buildExpressionList(plain.arguments().expressionList()) };
    const map = creator.mapCreatorRest();
    if (map) {
        const entries = map.mapCreatorRestPair_list().map((pair) => {
            const [key, value] = pair.expression_list().map(buildExpression);
            return { key, value };
        });
        return { kind: 'map', entries };
    }
    const items = creator.setCreatorRest()?.expression_list().map(buildExpression) ?? [];
    return { kind: 'set', items };
}

function negation(context: Parse.NegExpressionContext, at: Location): Expression {
    const operator = context.BANG() ? '!' : '~';
    return { ...at, kind: 'unary', operator, operand: buildExpression(context.expression()) };
}

function prefix(context: Parse.PreOpExpressionContext, at: Location): Expression {
    const operand = buildExpression(context.expression());
    if (context.INC() || context.DEC()) {
        return { ...at, kind: 'increment', operator: context.INC() ? '++' : '--', prefix: true, operand };
    }
    return { ...at, kind: 'unary', operator: context.SUB() ? '-' : '+', operand };
}

function postfix(context: Parse.PostOpExpressionContext, at: Location): Expression {
    const operator = context.INC() ? '++' : '--';
    return { ...at, kind: 'increment', operator, prefix: false, operand: buildExpression(context.expression()) };
}

function assignment(context: Parse.AssignExpressionContext, at: Location): Expression {
    const [target, value] = context.expression_list().map(buildExpression);
    return { ...at, kind: 'assign', operator: operatorOf(context), target, value };
}

function conditional(context: Parse.CondExpressionContext, at: Location): Expression {
    const [condition, then, otherwise] = context.expression_list().map(buildExpression);
    return { ...at, kind: 'conditional', condition, then, otherwise };
}

function index(context: Parse.ArrayExpressionContext, at: Location): Expression {
    const [object, position] = context.expression_list().map(buildExpression);
    return { ...at, kind: 'index', object, index: position };
}

function cast(context: Parse.CastExpressionContext, at: Location): Expression {
    return {
        ...at,
        kind: 'cast',
        type: buildTypeReference(context.typeRef()),
        operand: buildExpression(context.expression())
    };
}

function instanceOf(context: Parse.InstanceOfExpressionContext, at: Location): Expression {
    const operand = buildExpression(context.expression());
    return { ...at, kind: 'instanceof', operand, type: buildTypeReference(context.typeRef()) };
}

const builders = new Map<unknown, Builder>([
    [Parse.PrimaryExpressionContext, primary],
    [Parse.DotExpressionContext, dot],
    [Parse.MethodCallExpressionContext, methodCall],
    [Parse.NewExpressionContext, creation],
    [Parse.SubExpressionContext, (context: Parse.SubExpressionContext) => buildExpression(context.expression())],
    [Parse.NegExpressionContext, negation],
    [Parse.PreOpExpressionContext, prefix],
    [Parse.PostOpExpressionContext, postfix],
    [Parse.AssignExpressionContext, assignment],
    [Parse.CondExpressionContext, conditional],
    [Parse.ArrayExpressionContext, index],
    [Parse.CastExpressionContext, cast],
    [Parse.InstanceOfExpressionContext, instanceOf],
    [Parse.Arth1ExpressionContext, binary],
    [Parse.Arth2ExpressionContext, binary],
    [Parse.BitExpressionContext, binary],
    [Parse.BitAndExpressionContext, binary],
    [Parse.BitOrExpressionContext, binary],
    [Parse.BitNotExpressionContext, binary],
    [Parse.CmpExpressionContext, binary],
    [Parse.EqualityExpressionContext, binary],
    [Parse.LogAndExpressionContext, binary],
    [Parse.LogOrExpressionContext, binary],
    [Parse.CoalExpressionContext, binary]
]);
