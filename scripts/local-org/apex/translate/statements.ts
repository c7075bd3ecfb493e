import type { Block, Expression, LocalVariables, Statement } from '../syntax/ast.ts';
import { supertypeNamed } from '../types/conversions.ts';
import { isGeneric, isUnknown } from '../types/type.ts';
import { describeReference } from '../types/type-resolver.ts';
import { translateIncrement } from './assignments.ts';
import { type CodeContext, inner } from './context.ts';
import { emitDml, emitMerge } from './dml-statements.ts';
import { translate } from './expressions.ts';
import { emitDoWhile, emitFor, emitForEach, emitWhile } from './loops.ts';
import { emitSwitch } from './switch.ts';
import { emitTry } from './try.ts';
import { coerce, condition, type Typed } from './typed.ts';
import type { Writer } from './writer.ts';

type Node<Kind extends Statement['kind']> = Extract<Statement, { kind: Kind }>;

/** Emits a statement on its line. False when what follows it cannot be reached. */
export function emitStatement(node: Statement, context: CodeContext, writer: Writer): boolean {
    writer.at(node.line);
    if (node.kind === 'block') return emitBlock(node, inner(context), writer);
    countStatement(node, context, writer);
    switch (node.kind) {
        case 'locals':
            return emitLocals(node, context, writer);
        case 'expression':
            return emitExpression(node, context, writer);
        case 'if':
            return emitIf(node, context, writer);
        case 'return':
            return emitReturn(node, context, writer);
        case 'throw':
            return emitThrow(node, context, writer);
        default:
            return emitCompound(node, context, writer);
    }
}

function emitCompound(node: Statement, context: CodeContext, writer: Writer): boolean {
    switch (node.kind) {
        case 'for':
            return emitFor(node, context, writer);
        case 'forEach':
            return emitForEach(node, context, writer);
        case 'while':
            return emitWhile(node, context, writer);
        case 'doWhile':
            return emitDoWhile(node, context, writer);
        case 'switch':
            return emitSwitch(node, context, writer);
        case 'try':
            return emitTry(node, context, writer);
        default:
            return emitOther(node, context, writer);
    }
}

function emitOther(node: Statement, context: CodeContext, writer: Writer): boolean {
    switch (node.kind) {
        case 'dml':
            return emitDml(node, context, writer);
        case 'merge':
            return emitMerge(node, context, writer);
        case 'runAs':
            return emitRunAs(node, context, writer);
        case 'break':
        case 'continue':
            if (!context.loopDepth)
                context.unit.report(node, `${node.kind === 'break' ? 'Break' : 'Continue'} statement must be in loop`);
            writer.write(`${node.kind};`);
            return false;
        default:
            throw new Error(`Unknown statement: ${node.kind}`);
    }
}

/** Records that the line has a statement, and counts it when coverage is wanted. */
export function countStatement(node: { line: number }, context: CodeContext, writer: Writer): void {
    const { unit } = context;
    if (unit.statementLines.at(-1) !== node.line) unit.statementLines.push(node.line);
    if (unit.environment.coverage) writer.write(`$coverage[${node.line}]=1;`);
}

/** Emits the statements of a block in braces. The context's scope is the block's own. */
export function emitBlock(block: Block, context: CodeContext, writer: Writer, before = '', after = ''): boolean {
    writer.write(`{${before}`);
    const completes = emitStatements(block.statements, context, writer);
    writer.at(block.endLine).write(`${after}}`);
    return completes;
}

/** Emits statements one after the other; one that cannot be reached is an error. */
export function emitStatements(statements: Statement[], context: CodeContext, writer: Writer): boolean {
    let reachable = true;
    for (const statement of statements) {
        if (!reachable) {
            context.unit.report(statement, 'Unreachable statement');
            break;
        }
        reachable = emitStatement(statement, context, writer);
    }
    return reachable;
}

/** A statement that stands alone as the body of a loop or branch, in braces. */
export function emitBody(body: Statement | null, context: CodeContext, writer: Writer): boolean {
    if (!body) {
        writer.write(';');
        return true;
    }
    if (body.kind === 'block') return emitBlock(body, inner(context), writer);
    writer.write('{');
    const completes = emitStatement(body, inner(context), writer);
    writer.write('}');
    return completes;
}

/** Declares local variables. */
export function emitLocals(node: LocalVariables, context: CodeContext, writer: Writer): boolean {
    const { resolver, table } = context.unit.environment;
    const resolved = resolver.resolve(node.type, context.owner);
    if (!resolved) context.unit.report(node.type, `Invalid type: ${describeReference(node.type)}`);
    const type = resolved ?? table.error;
    for (const variable of node.variables) {
        writer.at(variable.line);
        const value = variable.initializer && coerce(translate(variable.initializer, context), type, context, variable);
        if (context.scope.find(variable.name)) context.unit.report(variable, `Duplicate variable: ${variable.name}`);
        const { code } = context.scope.declare(variable.name, type, node.final, value !== null);
        writer.write(`let ${code}=${value ?? 'null'};`);
    }
    return true;
}

function emitExpression(node: Node<'expression'>, context: CodeContext, writer: Writer): boolean {
    if (!isStatementExpression(node.expression)) context.unit.report(node, 'Expression cannot be a statement.');
    writer.write(`${effectOf(node.expression, context).code};`);
    return true;
}

/** An expression whose value is not used. */
export function effectOf(node: Expression, context: CodeContext): Typed {
    return node.kind === 'increment' ? translateIncrement(node, context, true) : translate(node, context);
}

function isStatementExpression(node: Expression): boolean {
    return (
        ['assign', 'call', 'constructorCall', 'increment', 'new'].includes(node.kind) ||
        node.kind === 'soql' ||
        node.kind === 'sosl'
    );
}

function emitIf(node: Node<'if'>, context: CodeContext, writer: Writer): boolean {
    writer.write(`if(${condition(translate(node.condition, context), context, node.condition)})`);
    const then = emitBody(node.then, context, writer);
    if (!node.otherwise) return true;
    writer.write('else ');
    const otherwise = emitBody(node.otherwise, context, writer);
    return then || otherwise;
}

function emitReturn(node: Node<'return'>, context: CodeContext, writer: Writer): boolean {
    const { returnType, unit } = context;
    const isVoid = !returnType || returnType.kind === 'void';
    if (!node.value) {
        if (!isVoid) unit.report(node, `Missing return statement required return type: ${returnType.name}`);
        writer.write(context.constructorExit ? `break ${context.constructorExit};` : 'return null;');
        return false;
    }
    const value = translate(node.value, context);
    if (isVoid)
        unit.report(
            node,
            context.constructorExit ? 'Constructors must not return a value' : 'Void method must not return a value'
        );
    else writer.write(`return ${coerce(value, returnType, context, node.value, returnError(value, returnType.name))};`);
    return false;
}

function returnError(value: Typed, wanted: string): string {
    return `Illegal conversion from ${value.type.name} to ${wanted}`;
}

function emitThrow(node: Node<'throw'>, context: CodeContext, writer: Writer): boolean {
    const value = translate(node.value, context);
    const throwable = isUnknown(value.type) || value.type.kind === 'null' || supertypeNamed(value.type, 'Exception');
    if (!throwable) context.unit.report(node, `Throw expression must be of type exception: ${value.type.name}`);
    writer.write(`throw $.n(${value.code});`);
    return false;
}

function emitRunAs(node: Node<'runAs'>, context: CodeContext, writer: Writer): boolean {
    const user = translate(node.arguments[0], context);
    if (
        !isUnknown(user.type) &&
        user.type.name !== 'User' &&
        user.type.name !== 'Version' &&
        !isGeneric(user.type, 'List')
    ) {
        context.unit.report(node, "runAs requires a single argument of type 'User' or 'Version'");
    }
    const code = user.query ? `$.one(${user.code},"User")` : user.code;
    writer.write(`$.runAs(${code});try`);
    const completes = emitBlock(node.body, inner(context), writer);
    writer.write('finally{$.endRunAs();}');
    return completes;
}
