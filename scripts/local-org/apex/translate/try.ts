import type { CatchClause, Statement } from '../syntax/ast.ts';
import { supertypeNamed } from '../types/conversions.ts';
import { isUnknown } from '../types/type.ts';
import { describeReference } from '../types/type-resolver.ts';
import { type CodeContext, inner } from './context.ts';
import { emitBlock } from './statements.ts';
import type { Writer } from './writer.ts';

/** `try` with its catches and finally. What is not an Apex exception passes through. */
export function emitTry(node: Extract<Statement, { kind: 'try' }>, context: CodeContext, writer: Writer): boolean {
    writer.write('try');
    let completes = emitBlock(node.body, inner(context), writer);
    if (node.catches.length) completes = emitCatches(node.catches, context, writer) || completes;
    if (!node.finally) return completes;
    writer.at(node.finally.line).write('finally');
    return emitBlock(node.finally, inner(context), writer) && completes;
}

function emitCatches(clauses: CatchClause[], context: CodeContext, writer: Writer): boolean {
    const caught = context.unit.temporary();
    writer.at(clauses[0].line).write(`catch(${caught}){${caught}=$.caught(${caught});`);
    let completes = false;
    checkCaughtOnce(clauses, context);
    for (const clause of clauses) {
        completes = emitCatch(clause, caught, context, writer) || completes;
        writer.write('else ');
    }
    writer.write(`throw ${caught};}`);
    return completes;
}

function checkCaughtOnce(clauses: CatchClause[], context: CodeContext): void {
    const seen = new Set<string>();
    for (const { type } of clauses) {
        const name = describeReference(type);
        if (seen.has(name.toLowerCase())) context.unit.report(type, `Exception type already caught: ${name}`);
        seen.add(name.toLowerCase());
    }
}

function emitCatch(clause: CatchClause, caught: string, context: CodeContext, writer: Writer): boolean {
    const { resolver, table } = context.unit.environment;
    const type = resolver.resolve(clause.type, context.owner) ?? null;
    if (!type) context.unit.report(clause.type, `Invalid type: ${describeReference(clause.type)}`);
    else if (!isUnknown(type) && !supertypeNamed(type, 'Exception')) {
        context.unit.report(clause.type, `Catch block variable must be of type exception: ${type.name}`);
    }
    const scope = inner(context);
    if (context.scope.find(clause.name)) context.unit.report(clause, `Duplicate variable: ${clause.name}`);
    const variable = scope.scope.declare(clause.name, type ?? table.error);
    const test = type?.name === 'Exception' ? 'true' : `$.is(${caught},${JSON.stringify(type?.name ?? '')})`;
    writer.at(clause.line).write(`if(${test})`);
    return emitBlock(clause.body, scope, writer, `let ${variable.code}=${caught};`);
}
