import type { Expression, Statement } from '../syntax/ast.ts';
import { isAssignable, supertypeNamed } from '../types/conversions.ts';
import { type ApexType, isGeneric, isUnknown } from '../types/type.ts';
import { describeReference } from '../types/type-resolver.ts';
import { type CodeContext, inner } from './context.ts';
import { translate } from './expressions.ts';
import { effectOf, emitBody, emitLocals } from './statements.ts';
import { condition, type Typed } from './typed.ts';
import type { Writer } from './writer.ts';

type Node<Kind extends Statement['kind']> = Extract<Statement, { kind: Kind }>;

function loopContext(context: CodeContext): CodeContext {
    return inner(context, { loopDepth: context.loopDepth + 1 });
}

/** Emits the body with a look at the CPU limit in each round. */
function emitLoopBody(body: Statement | null, context: CodeContext, writer: Writer): void {
    writer.write('{$.tick();');
    emitBody(body, context, writer);
    writer.write('}');
}

/** `while (…)`. */
export function emitWhile(node: Node<'while'>, context: CodeContext, writer: Writer): boolean {
    writer.write(`while(${condition(translate(node.condition, context), context, node.condition)})`);
    emitLoopBody(node.body, loopContext(context), writer);
    return !endless(node.condition) || hasBreak(node.body);
}

/** `do … while (…)`. */
export function emitDoWhile(node: Node<'doWhile'>, context: CodeContext, writer: Writer): boolean {
    writer.write('do');
    emitLoopBody(node.body, loopContext(context), writer);
    writer.write(`while(${condition(translate(node.condition, context), context, node.condition)});`);
    return !endless(node.condition) || hasBreak(node.body);
}

/** `for (…; …; …)`. The variables live in a block around the loop. */
export function emitFor(node: Node<'for'>, context: CodeContext, writer: Writer): boolean {
    const scope = loopContext(context);
    writer.write('{');
    if (node.initial && !Array.isArray(node.initial)) emitLocals(node.initial, scope, writer);
    else for (const initial of node.initial ?? []) writer.write(`${effectOf(initial, scope).code};`);
    const test = node.condition ? condition(translate(node.condition, scope), scope, node.condition) : '';
    const update = node.update.map((expression) => effectOf(expression, scope).code).join(',');
    writer.write(`for(;${test};${update})`);
    emitLoopBody(node.body, scope, writer);
    writer.write('}');
    return (node.condition !== null && !endless(node.condition)) || hasBreak(node.body);
}

/** `for (X x : …)` over a collection, an Iterable or the rows of a query, one by one or in batches. */
export function emitForEach(node: Node<'forEach'>, context: CodeContext, writer: Writer): boolean {
    const scope = loopContext(context);
    const { resolver, table } = context.unit.environment;
    const type = resolver.resolve(node.type, context.owner);
    if (!type) context.unit.report(node.type, `Invalid type: ${describeReference(node.type)}`);
    const iterable = translate(node.iterable, context);
    if (context.scope.find(node.name)) context.unit.report(node, `Duplicate variable: ${node.name}`);
    const variable = scope.scope.declare(node.name, type ?? table.error);
    writer.write(`for(let ${variable.code} of ${iteration(node, iterable, type ?? table.error, context)})`);
    emitLoopBody(node.body, scope, writer);
    return true;
}

function iteration(node: Node<'forEach'>, iterable: Typed, type: ApexType, context: CodeContext): string {
    if (iterable.query && isGeneric(type, 'List')) return `$.batches(${iterable.code})`;
    const element = elementType(iterable.type);
    if (!element) {
        context.unit.report(node.iterable, `Loop must iterate over collection: ${iterable.type.name}`);
        return '[]';
    }
    if (!goesInto(element, type)) {
        context.unit.report(node, `Invalid loop variable type expected ${element.name} was ${type.name}`);
    }
    return `$.iterate(${iterable.code})`;
}

function elementType(type: ApexType): ApexType | null {
    if (isUnknown(type)) return type;
    if (isGeneric(type, 'List') || isGeneric(type, 'Set')) return type.arguments[0];
    return supertypeNamed(type, 'Iterable')?.[0].arguments[0] ?? null;
}

function goesInto(element: ApexType, variable: ApexType): boolean {
    return (
        isAssignable(element, variable) ||
        (element.kind === 'sobject' && variable.kind === 'sobject') ||
        element.kind === 'object'
    );
}

function endless(node: Expression): boolean {
    return node.kind === 'literal' && node.value === 'true';
}

/** Does a break leave this loop? Breaks of loops inside it do not count. */
function hasBreak(node: Statement | null): boolean {
    if (!node) return false;
    switch (node.kind) {
        case 'break':
            return true;
        case 'block':
            return node.statements.some(hasBreak);
        case 'if':
            return hasBreak(node.then) || hasBreak(node.otherwise);
        case 'try':
            return [node.body, ...node.catches.map((clause) => clause.body)].some(hasBreak) || hasBreak(node.finally);
        case 'switch':
            return node.clauses.some((clause) => hasBreak(clause.body));
        case 'runAs':
            return hasBreak(node.body);
        default:
            return false;
    }
}
