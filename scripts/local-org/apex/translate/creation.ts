import { absentFieldName, isAbsentField } from '../../data/schema/absent-fields.ts';
import type { Expression, NewExpression } from '../syntax/ast.ts';
import { supertypeNamed } from '../types/conversions.ts';
import { isVisible } from '../types/members.ts';
import { jsClassName } from '../types/naming.ts';
import type { MethodSymbol, ProjectTypeSymbol } from '../types/symbols.ts';
import { type ApexType, isGeneric } from '../types/type.ts';
import { describeReference } from '../types/type-resolver.ts';
import { argumentCodes, choose, describeTypes, translateArguments } from './arguments.ts';
import type { CodeContext } from './context.ts';
import { translate } from './expressions.ts';
import { notImplemented } from './not-implemented.ts';
import { findSObjectMember } from './sobject-members.ts';
import { coerce, failed, type Typed, wrong } from './typed.ts';

/** `new X(…)`, with all its kinds of braces and brackets. */
export function translateNew(node: NewExpression, context: CodeContext): Typed {
    const type = context.unit.environment.resolver.resolve(node.type, context.owner);
    if (!type) return wrong(context, node.type, `Invalid type: ${describeReference(node.type)}`);
    if (node.creation.kind !== 'constructor') return collectionLiteral(node, type, context);
    if (type.kind === 'sobject') return newRecord(node, type, node.creation.arguments, context);
    const values = translateArguments(node.creation.arguments, context);
    if (type.kind === 'absent') {
        const stop = notImplemented(
            `new ${type.name}(${describeTypes(values)})`,
            node,
            context,
            values.map((value) => value.code)
        );
        return { ...stop, type };
    }
    if (type.kind === 'project') return newObject(node, type, values, context);
    return newPlatformObject(node, type, values, context);
}

function newObject(node: NewExpression, type: ApexType, values: Typed[], context: CodeContext): Typed {
    const symbol = type.symbol as ProjectTypeSymbol;
    if (symbol.kind !== 'class') return wrong(context, node, `Type cannot be constructed: ${type.name}`);
    if (symbol.isAbstract) return wrong(context, node, `Abstract classes cannot be constructed: ${type.name}`);
    context.calls.made = true;
    const created = `new $t.${jsClassName(symbol)}()`;
    const chosen = choose(symbol.constructors, values, null, context);
    if (chosen) {
        if (!isVisible(chosen.method, context.owner))
            return wrong(
                context,
                node,
                `Constructor is not visible: [${type.name}].<Constructor>(${describeTypes(values)})`
            );
        return {
            code: `${created}.${chosen.method.key}(${argumentCodes(chosen, values, node, context)})`,
            type,
            nonNull: true
        };
    }
    const builtIn = exceptionArguments(type, values);
    if (builtIn) return { code: `$.newException(${created}${builtIn})`, type, nonNull: true };
    if (!values.length && !symbol.constructors.length)
        return { code: `${created}.init$${jsClassName(symbol)}()`, type, nonNull: true };
    if (values.some((value) => value.type.kind === 'error')) return failed(context);
    return wrong(context, node, `Constructor not defined: [${type.name}].<Constructor>(${describeTypes(values)})`);
}

/** The constructors that every exception has: nothing, a message, a cause, both. */
export function exceptionArguments(type: ApexType, values: Typed[]): string | null {
    if (!supertypeNamed(type, 'Exception') || values.length > 2) return null;
    const isText = (value: Typed): boolean => ['String', 'Id', 'null'].includes(value.type.name);
    if (values.length === 2 && !isText(values[0])) return null;
    if (values.length === 1 && !isText(values[0]) && !supertypeNamed(values[0].type, 'Exception')) return null;
    return values.map((value) => `,${value.code}`).join('');
}

function newPlatformObject(node: NewExpression, type: ApexType, values: Typed[], context: CodeContext): Typed {
    const direct = emptyCollection(type, values);
    if (direct) return { code: direct, type, nonNull: true };
    const constructors: readonly MethodSymbol[] = type.symbol?.constructors ?? [];
    const chosen = choose(constructors, values, type, context);
    if (!chosen) {
        if (values.some((value) => value.type.kind === 'error')) return { code: 'null', type };
        const stop = notImplemented(
            `new ${type.name}(${describeTypes(values)})`,
            node,
            context,
            values.map((value) => value.code)
        );
        return { ...stop, type };
    }
    const { platform } = chosen.method;
    const types = platform!.parameters.map((parameter) => parameter.type).join(',');
    const reference = context.unit.constant(
        `$.platformConstructor(${JSON.stringify(platform!.className)},${JSON.stringify(types)})`
    );
    const codes = argumentCodes(chosen, values, node, context);
    const generic = type.arguments.length ? JSON.stringify(type.arguments.map((part) => part.name)) : '';
    return { code: `${reference}(${[codes, generic].filter(Boolean).join(',')})`, type, nonNull: true };
}

function emptyCollection(type: ApexType, values: Typed[]): string | null {
    if (values.length || !type.arguments.length) return null;
    const names = type.arguments.map((part) => JSON.stringify(part.name)).join(',');
    if (isGeneric(type, 'List')) return `$.list(${names},[])`;
    if (isGeneric(type, 'Set')) return `$.set(${names},[])`;
    return isGeneric(type, 'Map') ? `$.map(${names},[])` : null;
}

function collectionLiteral(node: NewExpression, type: ApexType, context: CodeContext): Typed {
    const { creation } = node;
    const names = type.arguments.map((part) => JSON.stringify(part.name)).join(',');
    if (creation.kind === 'map') {
        const [key, value] = type.arguments;
        if (!isGeneric(type, 'Map')) return wrong(context, node, `Invalid initializer type ${type.name}`);
        const entries = creation.entries.map(
            (entry) => `[${element(entry.key, key, context)},${element(entry.value, value, context)}]`
        );
        return { code: `$.map(${names},[${entries.join(',')}])`, type, nonNull: true };
    }
    if (creation.kind === 'array') {
        const size = coerce(translate(creation.size, context), context.unit.table.primitive('Integer'), context, node);
        return { code: `$.sizedList(${names},${size})`, type, nonNull: true };
    }
    if (creation.kind === 'constructor') throw new Error('Constructors are translated elsewhere');
    if (isGeneric(type, 'Map')) return { code: `$.map(${names},[])`, type, nonNull: true };
    const items = creation.items.map((item) => element(item, type.arguments[0], context)).join(',');
    if (isGeneric(type, 'List')) return { code: `$.list(${names},[${items}])`, type, nonNull: true };
    if (isGeneric(type, 'Set')) return { code: `$.set(${names},[${items}])`, type, nonNull: true };
    return wrong(context, node, `Invalid initializer type ${type.name}`);
}

function element(node: Expression, type: ApexType, context: CodeContext): string {
    return coerce(translate(node, context), type, context, node);
}

/** `new Account(Name = 'Acme')`. */
function newRecord(node: NewExpression, type: ApexType, parameters: Expression[], context: CodeContext): Typed {
    if (type.name === 'SObject') return wrong(context, node, 'Type cannot be constructed: SObject');
    const pairs: string[] = [];
    for (const parameter of parameters) {
        if (parameter.kind !== 'assign' || parameter.target.kind !== 'name' || parameter.operator !== '=') {
            return wrong(context, parameter, `Constructor not defined: [${type.name}].<Constructor>(…)`);
        }
        pairs.push(fieldPair(parameter.target.name, parameter.value, type, parameter, context));
    }
    return { code: `$.record(${JSON.stringify(type.name)},[${pairs.join(',')}])`, type, nonNull: true };
}

function fieldPair(name: string, value: Expression, type: ApexType, at: Expression, context: CodeContext): string {
    const member = findSObjectMember(type, name, context);
    const translated = translate(value, context);
    if (!member && isAbsentField(type.name, name))
        return `"${name}",${notImplemented(absentFieldName(type.name, name), at, context, [translated.code]).code}`;
    if (!member) {
        context.unit.report(at, `Field does not exist: ${name} on ${type.name}`);
        return '';
    }
    if (member.kind === 'field' && member.field.calculated)
        context.unit.report(at, `Field is not writeable: ${type.name}.${member.field.name}`);
    const code = coerce(translated, member.type, context, value);
    if (member.kind === 'field') return `"${member.field.name}",${code}`;
    return `"${member.kind === 'parent' ? '^' : '*'}${member.relationship}",${code}`;
}
