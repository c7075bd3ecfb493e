import type { Statement, WhenClause, WhenValue } from '../syntax/ast.ts';
import { type ApexType, isSObject, isUnknown } from '../types/type.ts';
import { describeReference } from '../types/type-resolver.ts';
import { type CodeContext, inner } from './context.ts';
import { translate } from './expressions.ts';
import { readField } from './names.ts';
import { combine } from './operators.ts';
import { emitBlock } from './statements.ts';
import type { Typed } from './typed.ts';
import type { Writer } from './writer.ts';

type Switch = Extract<Statement, { kind: 'switch' }>;

/**
 * `switch on`, as a chain of conditions, so that `break` still means the loop around it. Text is compared by case, as
 * the platform does here and not with `==`.
 */
export function emitSwitch(node: Switch, context: CodeContext, writer: Writer): boolean {
    const value = translate(node.value, context);
    const variable = context.unit.temporary();
    writer.write(`{const ${variable}=${value.code};`);
    const tested: Typed = { code: variable, type: value.type, simple: true };
    const [last] = node.clauses.filter((clause) => !clause.values.length);
    checkOrder(node, last, context);
    checkSwitched(node, value.type, context);
    checkBranchesOnce(node, context);
    let completes = !last;
    node.clauses.forEach((clause, index) => {
        writer.at(clause.line).write(index ? 'else ' : '');
        completes = emitClause(clause, tested, context, writer) || completes;
    });
    writer.write('}');
    return completes;
}

function checkOrder(node: Switch, last: WhenClause | undefined, context: CodeContext): void {
    if (last && last !== node.clauses.at(-1)) context.unit.report(last, "'when else' must be the last when block");
}

/** apex_switch.htm: what can be switched on. */
const SWITCHABLE = new Set(['Integer', 'Long', 'String', 'Id']);

function checkSwitched(node: Switch, type: ApexType, context: CodeContext): void {
    const fits = isUnknown(type) || isSObject(type) || type.symbol?.kind === 'enum' || SWITCHABLE.has(type.name);
    if (!fits && type.kind !== 'object')
        context.unit.report(node.value, `${type.name} is not a valid switch expression type`);
}

function checkBranchesOnce(node: Switch, context: CodeContext): void {
    const seen = new Set<string>();
    for (const when of node.clauses.flatMap((clause) => clause.values)) {
        const name = nameOf(when);
        if (seen.has(name))
            context.unit.report(when, `${name} occurs as more than one when branch for this switch statement`);
        seen.add(name);
    }
}

function nameOf(when: WhenValue): string {
    if (when.kind === 'type') return describeReference(when.type);
    if (when.kind === 'name') return when.parts.join('.');
    return when.expression.kind === 'literal' ? String(when.expression.value) : `${when.line}:${when.column}`;
}

function emitClause(clause: WhenClause, value: Typed, context: CodeContext, writer: Writer): boolean {
    const scope = inner(context);
    if (!clause.values.length) return emitBlock(clause.body, scope, writer);
    let before = '';
    const tests = clause.values.map((when) => {
        if (when.kind !== 'type') return test(when, value, context);
        const binding = bindType(when, value, scope);
        before = binding.declaration;
        return binding.test;
    });
    writer.write(`if(${tests.join('||')})`);
    return emitBlock(clause.body, scope, writer, before);
}

/** `when Account record`: tests the type and names the value. */
function bindType(
    when: Extract<WhenValue, { kind: 'type' }>,
    value: Typed,
    scope: CodeContext
): { test: string; declaration: string } {
    const { resolver, table } = scope.unit.environment;
    const type = resolver.resolve(when.type, scope.owner);
    if (!type) scope.unit.report(when, `Invalid type: ${describeReference(when.type)}`);
    const variable = scope.scope.declare(when.variable, type ?? table.error);
    return {
        test: `$.is(${value.code},${JSON.stringify(type?.name ?? '')})`,
        declaration: `let ${variable.code}=${value.code};`
    };
}

function test(when: Exclude<WhenValue, { kind: 'type' }>, value: Typed, context: CodeContext): string {
    if (when.kind === 'literal' && value.type.name === 'String')
        return `(${value.code}===${translate(when.expression, context).code})`;
    if (when.kind === 'literal')
        return combine('==', value, translate(when.expression, context), context, when.expression).code;
    const constant = enumConstant(when.parts, value, context);
    if (constant)
        return combine('==', value, constant, context, { ...when, kind: 'name', name: when.parts.join('.') }).code;
    if (!isUnknown(value.type)) context.unit.report(when, `Invalid when value: ${when.parts.join('.')}`);
    return 'false';
}

/** Constants of an enum stand without its name. */
function enumConstant(parts: string[], value: Typed, context: CodeContext): Typed | null {
    const { symbol } = value.type;
    if (symbol?.kind !== 'enum') return null;
    const field = symbol.field(parts.at(-1)!.toLowerCase());
    if (!field?.enumConstant) return null;
    return readField(field, '', context);
}
