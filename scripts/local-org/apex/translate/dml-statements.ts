import type { AccessMode, Statement } from '../syntax/ast.ts';
import { type ApexType, isGeneric, isUnknown } from '../types/type.ts';
import type { CodeContext } from './context.ts';
import { translate } from './expressions.ts';
import type { Typed } from './typed.ts';
import type { Writer } from './writer.ts';

type Node<Kind extends Statement['kind']> = Extract<Statement, { kind: Kind }>;

/** `insert`, `update`, `upsert`, `delete`, `undelete`. */
export function emitDml(node: Node<'dml'>, context: CodeContext, writer: Writer): boolean {
    context.calls.made = true;
    const value = translate(node.value, context);
    if (!isRecords(value.type)) {
        context.unit.report(node, `DML requires SObject or SObject list type: ${value.type.name}`);
    }
    const field = node.field ? `,${JSON.stringify(node.field.split('.').at(-1))}` : '';
    writer.write(`$.dml("${node.operation}",${value.code},${modeOf(node.access)}${field});`);
    return true;
}

/** `merge master duplicates`. */
export function emitMerge(node: Node<'merge'>, context: CodeContext, writer: Writer): boolean {
    context.calls.made = true;
    const [master, duplicates] = [node.master, node.duplicates].map((part): Typed => translate(part, context));
    writer.write(`$.merge(${master.code},${duplicates.code},${modeOf(node.access)});`);
    return true;
}

function modeOf(access: AccessMode): string {
    return access ? JSON.stringify(access) : '$mode';
}

function isRecords(type: ApexType): boolean {
    if (type.kind === 'sobject' || isUnknown(type)) return true;
    return isGeneric(type, 'List') && (type.arguments[0].kind === 'sobject' || isUnknown(type.arguments[0]));
}
