import { absentFieldName, isAbsentField } from '../../data/schema/absent-fields.ts';
import type { Expression, Location } from '../syntax/ast.ts';
import { fieldNamed, isVisible } from '../types/members.ts';
import { jsClassName } from '../types/naming.ts';
import type { FieldSymbol } from '../types/symbols.ts';
import { type ApexType, isGeneric, isUnknown } from '../types/type.ts';
import type { CodeContext } from './context.ts';
import { translate } from './expressions.ts';
import { fieldInReach, readField, typeNamed } from './names.ts';
import { notImplemented } from './not-implemented.ts';
import { findSObjectMember } from './sobject-members.ts';
import { coerce, dereferenced, type Typed } from './typed.ts';

/** Something that can be assigned to. */
export interface Place {
    type: ApexType;
    /** Code that reads it. Only valid inside `wrap`. */
    read: string;
    /** Code that writes a value and has that value. Only valid inside `wrap`. */
    write(value: string): string;
    /** Evaluates the parts that must be evaluated once. */
    wrap(code: string): string;
}

const plain = (code: string): string => code;

/** The place that an expression names; null after reporting that it names none. */
export function placeOf(node: Expression, context: CodeContext): Place | null {
    if (node.kind === 'name') return namedPlace(node, context);
    if (node.kind === 'member') return memberPlace(node, context);
    if (node.kind === 'index') return indexPlace(node, context);
    context.unit.report(node, 'Expression cannot be assigned');
    return null;
}

function namedPlace(node: Extract<Expression, { kind: 'name' }>, context: CodeContext): Place | null {
    const variable = context.scope.find(node.name);
    if (variable) {
        if (variable.isFinal && variable.assigned)
            context.unit.report(node, `Final variable has already been initialized: ${node.name}`);
        variable.assigned = true;
        return {
            type: variable.type,
            read: variable.code,
            write: (value) => `(${variable.code}=${value})`,
            wrap: plain
        };
    }
    const field = fieldInReach(node.name, context);
    if (field) return fieldPlace(field, 'this', node, context);
    context.unit.report(node, `Variable does not exist: ${node.name}`);
    return null;
}

function fieldPlace(field: FieldSymbol, object: string, node: Expression, context: CodeContext): Place | null {
    const direct = context.accessorOf === field;
    if (field.platform) return platformPlace(field, object, node, context);
    if (field.enumConstant || (!field.writable && !direct)) {
        context.unit.report(node, `Field is not writeable: ${field.owner.name}.${field.name}`);
        return null;
    }
    if (field.isFinal && !field.property && !context.initializing) {
        context.unit.report(
            node,
            `Final members can only be assigned in their declaration, init blocks, or constructors: ${field.name}`
        );
    }
    if (!isVisible({ ...field, access: field.writeAccess }, context.owner)) {
        context.unit.report(node, `Variable is not visible: ${field.owner.name}.${field.name}`);
    }
    const read = readField(field, object, context).code;
    const holder = field.isStatic ? `$t.${jsClassName(field.owner)}` : object;
    if (field.setter && !direct) {
        const setter = JSON.stringify(`set$${field.name.toLowerCase()}`);
        return { type: field.type, read, write: (value) => `$.assign(${holder},${setter},${value})`, wrap: plain };
    }
    const storage = field.isStatic ? `${holder}.$s().${field.storage}` : `${holder}.${field.storage}`;
    return { type: field.type, read, write: (value) => `(${storage}=${value})`, wrap: plain };
}

function platformPlace(field: FieldSymbol, object: string, node: Expression, context: CodeContext): Place | null {
    const { platform } = field;
    if (!platform!.set) {
        context.unit.report(node, `Field is not writeable: ${field.owner.name}.${field.name}`);
        return null;
    }
    const kind = platform!.isStatic ? 'staticProperty' : 'property';
    const name = `${JSON.stringify(platform!.className)},${JSON.stringify(platform!.name)}`;
    const access = context.unit.constant(`$.${kind}(${name})`);
    const self = platform!.isStatic ? 'null' : object;
    return {
        type: field.type,
        read: readField(field, object, context).code,
        write: (value) => `$.setProperty(${access},${self},${value})`,
        wrap: plain
    };
}

function memberPlace(node: Extract<Expression, { kind: 'member' }>, context: CodeContext): Place | null {
    const type = typeNamed(node.object, context);
    if (type?.symbol && type.kind !== 'sobject') {
        const field = fieldNamed(type.symbol, node.name);
        if (field?.isStatic) return fieldPlace(field, '', node, context);
    }
    const object = translate(node.object, context);
    if (isUnknown(object.type)) return unknownPlace(object, node, context);
    const variable = object.simple ? object.code : context.unit.temporary();
    const receiver: Typed = { ...object, code: variable, simple: true };
    const place =
        object.type.kind === 'sobject' ? sobjectPlace(receiver, node, context) : instancePlace(receiver, node, context);
    if (!place || object.simple) return place;
    return { ...place, wrap: (code) => `((${variable})=>${code})(${object.code})` };
}

function unknownPlace(
    object: Typed,
    node: Extract<Expression, { kind: 'member' }>,
    context: CodeContext
): Place | null {
    if (object.type.kind === 'error') return null;
    return stopPlace(`${object.type.name}.${node.name}`, object, node, context);
}

function absentPlace(object: Typed, node: Extract<Expression, { kind: 'member' }>, context: CodeContext): Place {
    return stopPlace(absentFieldName(object.type.name, node.name), object, node, context);
}

function stopPlace(feature: string, object: Typed, at: Location, context: CodeContext): Place {
    const stop = notImplemented(feature, at, context, [object.code]);
    return { type: stop.type, read: stop.code, write: () => stop.code, wrap: plain };
}

function instancePlace(
    object: Typed,
    node: Extract<Expression, { kind: 'member' }>,
    context: CodeContext
): Place | null {
    const field = object.type.symbol && fieldNamed(object.type.symbol, node.name);
    if (field) return fieldPlace(field, dereferenced(object), node, context);
    if (object.type.kind === 'platform')
        return unknownPlace({ ...object, type: context.unit.table.absent(object.type.name) }, node, context);
    context.unit.report(node, `Variable does not exist: ${node.name}`);
    return null;
}

function sobjectPlace(
    object: Typed,
    node: Extract<Expression, { kind: 'member' }>,
    context: CodeContext
): Place | null {
    const { table } = context.unit;
    const generic = object.type.name === 'SObject' && node.name.toLowerCase() === 'id';
    const member = generic ? null : findSObjectMember(object.type, node.name, context);
    if (!generic && !member && isAbsentField(object.type.name, node.name)) return absentPlace(object, node, context);
    if (!generic && (!member || member.kind === 'children')) {
        context.unit.report(node, `Variable does not exist: ${node.name}`);
        return null;
    }
    if (member?.kind === 'field' && member.field.calculated) {
        context.unit.report(node, `Field is not writeable: ${object.type.name}.${member.field.name}`);
    }
    const record = dereferenced(object);
    if (member?.kind === 'parent') {
        const name = JSON.stringify(member.relationship);
        return {
            type: member.type,
            read: `$.parent(${record},${name})`,
            write: (value) => `$.putParent(${record},${name},${value})`,
            wrap: plain
        };
    }
    const field = member?.kind === 'field' ? member.field.name : 'Id';
    const name = JSON.stringify(field);
    const type = member ? member.type : table.primitive('Id');
    return {
        type,
        read: `${record}.read(${name})`,
        write: (value) => `$.put(${record},${name},${value})`,
        wrap: plain
    };
}

function indexPlace(node: Extract<Expression, { kind: 'index' }>, context: CodeContext): Place | null {
    const list = translate(node.object, context);
    if (isUnknown(list.type)) return null;
    if (!isGeneric(list.type, 'List')) {
        context.unit.report(node, `Expression must be a list type: ${list.type.name}`);
        return null;
    }
    const position = coerce(
        translate(node.index, context),
        context.unit.table.primitive('Integer'),
        context,
        node.index
    );
    const [object, index] = [context.unit.temporary(), context.unit.temporary()];
    return {
        type: list.type.arguments[0],
        read: `${object}.get(${index})`,
        write: (value) => `$.setItem(${object},${index},${value})`,
        wrap: (code) => `((${object},${index})=>${code})($.n(${list.code}),${position})`
    };
}
