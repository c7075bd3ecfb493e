import type { CallExpression, Expression } from '../syntax/ast.ts';
import { jsClassName } from '../types/naming.ts';
import { isProjectType } from '../types/symbols.ts';
import { type ApexType, isSObject } from '../types/type.ts';
import type { CodeContext } from './context.ts';
import { translate } from './expressions.ts';
import { dottedName, valueNamed } from './names.ts';
import { findSObjectMember, sobjectStatic } from './sobject-members.ts';
import { coerce, dereferenced, type Typed } from './typed.ts';

/** `Color.values()` and `Color.valueOf('RED')`. */
export function enumStaticCall(
    node: CallExpression,
    type: ApexType,
    values: Typed[],
    context: CodeContext
): Typed | null {
    if (type.symbol?.kind !== 'enum') return null;
    const { table } = context.unit;
    const name = node.name.toLowerCase();
    const constants = isProjectType(type.symbol)
        ? `$t.${jsClassName(type.symbol)}.$values`
        : `$.platformEnum(${JSON.stringify(type.name)})`;
    if (name === 'values' && !values.length)
        return {
            code: `$.list(${JSON.stringify(type.name)},${constants}.slice())`,
            type: table.list(type),
            nonNull: true
        };
    if (name !== 'valueof' || values.length !== 1) return null;
    const text = coerce(values[0], table.primitive('String'), context, node);
    return { code: `$.enumNamed(${constants},${text},${JSON.stringify(type.name)})`, type, nonNull: true };
}

/** `Account.getSObjectType()` means `Account.SObjectType`. */
export function objectTypeCall(node: CallExpression, type: ApexType, context: CodeContext): Typed | null {
    const wanted = node.name.toLowerCase() === 'getsobjecttype' && !node.arguments.length;
    if (!wanted || type.kind !== 'sobject' || type.name === 'SObject') return null;
    return sobjectStatic(type, 'SObjectType', node, context);
}

/** `name()` and `ordinal()` of an enum value. */
export function enumInstanceCall(
    node: CallExpression,
    object: Typed,
    values: Typed[],
    context: CodeContext
): Typed | null {
    const isEnum = object.type.symbol?.kind === 'enum' || object.type.name === 'Enum';
    if (!isEnum || values.length) return null;
    const { table } = context.unit;
    const name = node.name.toLowerCase();
    if (name === 'name')
        return { code: `${dereferenced(object)}.name`, type: table.primitive('String'), nonNull: true };
    if (name === 'ordinal')
        return { code: `${dereferenced(object)}.ordinal`, type: table.primitive('Integer'), nonNull: true };
    return null;
}

/** `toString`, `equals` and `hashCode`, which every object has. */
export function objectMethodCall(
    node: CallExpression,
    object: Typed,
    values: Typed[],
    context: CodeContext
): Typed | null {
    const { table } = context.unit;
    const self = dereferenced(object);
    const name = node.name.toLowerCase();
    if (name === 'tostring' && !values.length)
        return { code: `$.text(${self})`, type: table.primitive('String'), nonNull: true };
    if (name === 'hashcode' && !values.length)
        return { code: `$.hashCode(${self})`, type: table.primitive('Integer'), nonNull: true };
    if (name === 'equals' && values.length === 1)
        return { code: `$.equalObjects(${self},${values[0].code})`, type: table.primitive('Boolean'), nonNull: true };
    return null;
}

/** `record.Field.addError('…')`: the error belongs to the field. */
export function fieldErrorCall(node: CallExpression, target: Expression, context: CodeContext): Typed | null {
    if (node.name.toLowerCase() !== 'adderror' || target.kind !== 'member') return null;
    const path = dottedName(target.object);
    if (path && !valueNamed(path.split('.')[0], context) && !path.toLowerCase().startsWith('trigger.')) return null;
    const record = translate(target.object, context);
    const member = isSObject(record.type) ? findSObjectMember(record.type, target.name, context) : null;
    if (member?.kind !== 'field') return null;
    const message = translate(node.arguments[0], context);
    const code = `$.fieldError(${dereferenced(record)},${JSON.stringify(member.field.name)},${message.code})`;
    return { code, type: context.unit.table.void };
}

/** `Account.Name.getDescribe()` is a plain call on a token; `….fields.Name.getDescribe()` names the field dynamically. */
export function describeCall(node: CallExpression, target: Expression, context: CodeContext): Typed | null {
    const path = dottedName(target)?.split('.') ?? [];
    const lower = path.map((part) => part.toLowerCase());
    if (lower[0] === 'schema') [path, lower].forEach((parts) => parts.shift());
    if (lower[0] !== 'sobjecttype' || lower[2] !== 'fields' || path.length !== 4) return null;
    const { table } = context.unit;
    const describe = table.outside('Schema.DescribeFieldResult', []);
    if (!describe) return null;
    const member = findSObjectMember(table.sobjectType(path[1]) ?? table.sobject, path[3], context);
    if (member?.kind !== 'field') return null;
    const code = `$.describeField(${JSON.stringify(member.field.object)},${JSON.stringify(member.field.name)})`;
    const method = describe.symbol
        ?.methods(node.name.toLowerCase())
        .find((candidate) => candidate.parameters.length === node.arguments.length);
    if (!method?.platform) return null;
    const reference = context.unit.constant(
        `$.platformMethod("Schema.DescribeFieldResult",${JSON.stringify(method.name)},"",false)`
    );
    return { code: `${reference}(${code})`, type: method.returnType };
}
