import type * as Ast from '../syntax/ast.ts';
import { jsClassName } from '../types/naming.ts';
import type { ProjectTypeSymbol } from '../types/symbols.ts';
import type { ApexType } from '../types/type.ts';
import { classContext, emitType } from './classes.ts';
import type { UnitContext } from './context.ts';
import { emitTopLevel } from './methods.ts';
import { Writer } from './writer.ts';

/** The JavaScript of one file. It evaluates to a function of the runtime (`$`) and the table of classes (`$t`). */
export function emitClassUnit(symbol: ProjectTypeSymbol, unit: UnitContext): string {
    const writer = new Writer();
    writer.at(symbol.declaration.line).write(`return {${jsClassName(symbol)}:()=>`);
    emitType(symbol, unit, writer);
    writer.write('};');
    return wrap(writer, unit);
}

/** The declaration that holds the methods and classes of a trigger or an anonymous block. */
export function holderOf(unit: Ast.TriggerDeclaration | Ast.AnonymousBlock, name: string): Ast.TypeDeclaration {
    for (const member of unit.members) {
        if (member.kind === 'method' || member.kind === 'field' || member.kind === 'property')
            member.modifiers.words.add('static');
    }
    return {
        line: 1,
        column: 1,
        kind: 'class',
        modifiers: { words: new Set(['public', 'inherited sharing']), annotations: [] },
        name,
        extends: null,
        implements: [],
        members: unit.members,
        enumConstants: [],
        endLine: 1
    };
}

/** The JavaScript of a trigger or an anonymous block: the class that holds its members, and `run`. */
export function emitBlockUnit(
    node: Ast.TriggerDeclaration | Ast.AnonymousBlock,
    holder: ProjectTypeSymbol,
    unit: UnitContext,
    triggerObject: ApexType | null
): string {
    const writer = new Writer();
    writer.write('return {');
    const context = {
        ...classContext(holder, unit, true),
        returnType: unit.table.void,
        initializing: false,
        triggerObject
    };
    const label = node.kind === 'trigger' ? `Trigger.${node.name}` : 'AnonymousBlock';
    unit.traces.push({ from: 1, to: node.endLine, label });
    const emitRun = (): void => {
        writer.write(`run()${freshState(holder)}`);
        emitTopLevel(node.body, context, node.endLine, writer);
        writer.write(hasState(holder) ? endOfState(holder) : '');
    };
    const emitHolder = (): void => {
        writer.write(`${jsClassName(holder)}:()=>`);
        emitType(holder, unit, writer);
    };
    const [first, second] = membersFirst(node) ? [emitHolder, emitRun] : [emitRun, emitHolder];
    first();
    writer.write(',');
    second();
    writer.write('};');
    return wrap(writer, unit);
}

function hasState(holder: ProjectTypeSymbol): boolean {
    return [...holder.fieldTable.values()].some((field) => field.isStatic);
}

/** Each run has members of its own, also one inside another. */
function freshState(holder: ProjectTypeSymbol): string {
    const name = `$t.${jsClassName(holder)}`;
    return hasState(holder) ? `{const $before=${name}.$st;${name}.$st=null;try` : '';
}

function endOfState(holder: ProjectTypeSymbol): string {
    return `finally{$t.${jsClassName(holder)}.$st=$before;}}`;
}

function wrap(writer: Writer, unit: UnitContext): string {
    const mode = unit.userModeByDefault ? 'user' : 'system';
    const coverage = unit.environment.coverage ? `const $coverage=$.coverage(${JSON.stringify(unit.file)});` : '';
    const prelude = `(function($,$t){"use strict";const $mode="${mode}";${coverage}${unit.constantDeclarations()}`;
    return `${prelude}${writer.toString()}})`;
}

/** Code must be emitted in the order of its lines: what stands first in the source comes first. */
function membersFirst(node: Ast.TriggerDeclaration | Ast.AnonymousBlock): boolean {
    const [member] = node.members;
    const [statement] = node.body;
    return !!member && (!statement || member.line < statement.line);
}
