import type * as Ast from '../syntax/ast.ts';
import type { FieldSymbol, ProjectTypeSymbol } from '../types/symbols.ts';
import type { CodeContext, UnitContext } from './context.ts';
import { emitBlockOf, sharingOf } from './methods.ts';
import { Scope } from './scope.ts';
import type { Writer } from './writer.ts';

/** Emits the accessors of a property that have code, or that a subclass may replace. */
export function emitProperty(
    member: Ast.PropertyDeclaration,
    symbol: ProjectTypeSymbol,
    unit: UnitContext,
    writer: Writer
): void {
    const field = symbol.fieldTable.get(member.name.toLowerCase());
    if (!field || member.modifiers.words.has('abstract')) return;
    if (field.getter) emitAccessor('get', member.getter!, field, symbol, unit, writer);
    if (field.setter) emitAccessor('set', member.setter!, field, symbol, unit, writer);
    unit.traces.push({ from: member.line, to: member.endLine, label: `Class.${symbol.name}.${member.name}` });
}

function emitAccessor(
    kind: 'get' | 'set',
    accessor: Ast.AccessorDeclaration,
    field: FieldSymbol,
    symbol: ProjectTypeSymbol,
    unit: UnitContext,
    writer: Writer
): void {
    writer
        .at(accessor.line)
        .write(
            `${field.isStatic ? 'static ' : ''}${kind}$${field.name.toLowerCase()}(${kind === 'set' ? 'value' : ''})`
        );
    if (!accessor.body) return emitAutomatic(kind, field, writer);
    const context = accessorContext(kind, field, symbol, unit);
    const completes = emitBlockOf(accessor.body, context, sharingOf(symbol), writer);
    if (kind === 'get' && completes) {
        unit.report(
            { line: accessor.body.endLine, column: 1 },
            `Missing return statement required return type: ${field.type.name}`
        );
    }
}

function emitAutomatic(kind: 'get' | 'set', field: FieldSymbol, writer: Writer): void {
    const storage = field.isStatic ? `this.$s().${field.storage}` : `this.${field.storage}`;
    writer.write(kind === 'get' ? `{return ${storage};}` : `{${storage}=value;}`);
}

function accessorContext(
    kind: 'get' | 'set',
    field: FieldSymbol,
    symbol: ProjectTypeSymbol,
    unit: UnitContext
): CodeContext {
    const scope = new Scope();
    if (kind === 'set') scope.declare('value', field.type);
    return {
        unit,
        owner: symbol,
        isStatic: field.isStatic,
        returnType: kind === 'get' ? field.type : unit.table.void,
        scope,
        triggerObject: null,
        accessorOf: field,
        initializing: false,
        constructorSymbol: null,
        loopDepth: 0,
        calls: { made: false }
    };
}
