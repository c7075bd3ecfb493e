import type { Expression } from '../syntax/ast.ts';
import { isSalesforceNamespace } from '../types/absent-types.ts';
import { fieldNamed, isVisible, substitute } from '../types/members.ts';
import { jsClassName } from '../types/naming.ts';
import { type FieldSymbol, isProjectType, type ProjectTypeSymbol } from '../types/symbols.ts';
import { type ApexType, isUnknown } from '../types/type.ts';
import type { CodeContext } from './context.ts';
import { translate } from './expressions.ts';
import { notImplemented } from './not-implemented.ts';
import { sobjectMember, sobjectStatic } from './sobject-members.ts';
import { describedField, describedObject, labelNamed, triggerVariable } from './special-names.ts';
import { dereferenced, failed, type Typed, wrong } from './typed.ts';

type Name = Extract<Expression, { kind: 'name' }>;
type Member = Extract<Expression, { kind: 'member' }>;

/** A bare name: a variable, or a field of the class or of those around it. */
export function translateName(node: Name, context: CodeContext): Typed {
    return valueNamed(node.name, context) ?? wrong(context, node, missingName(node.name, context));
}

/** A field that is there and needs an object is told apart from one that is not there. */
function missingName(name: string, { owner, isStatic }: CodeContext): string {
    const field = owner && isStatic ? fieldNamed(owner, name) : undefined;
    if (!field || field.isStatic) return `Variable does not exist: ${name}`;
    return `Non static field cannot be referenced from a static context: ${field.name} from the type ${owner!.name}`;
}

/** What a bare name stands for as a value; null when it stands for none. */
export function valueNamed(name: string, context: CodeContext): Typed | null {
    const variable = context.scope.find(name);
    if (variable) return { code: variable.code, type: variable.type, simple: true };
    const field = fieldInReach(name, context);
    return field ? readField(field, 'this', context) : null;
}

/** A field of the class around the code, or a static one of an outer class. */
export function fieldInReach(name: string, context: CodeContext): FieldSymbol | null {
    for (let scope: ProjectTypeSymbol | null = context.owner; scope; scope = scope.outer) {
        const field = fieldNamed(scope, name);
        const reachable = field && (field.isStatic || (scope === context.owner && !context.isStatic));
        if (reachable) return field;
    }
    return null;
}

/** Code that reads a field; `object` is code for the instance. */
export function readField(field: FieldSymbol, object: string, context: CodeContext): Typed {
    const direct = context.accessorOf === field;
    if (field.enumConstant) return { code: enumConstant(field), type: field.type, nonNull: true, simple: true };
    if (field.platform) return platformProperty(field, object, context);
    const holder = field.isStatic ? `$t.${jsClassName(field.owner)}` : object;
    if (field.getter && !direct) return { code: `${holder}.get$${field.name.toLowerCase()}()`, type: field.type };
    const storage = field.isStatic ? `${holder}.$s().${field.storage}` : `${holder}.${field.storage}`;
    return { code: storage, type: field.type, simple: object === 'this' || field.isStatic };
}

function enumConstant(field: FieldSymbol): string {
    if (isProjectType(field.owner)) return `$t.${jsClassName(field.owner)}.v$${field.name}`;
    return `$.enumValue(${JSON.stringify(field.owner.name)},${JSON.stringify(field.name)})`;
}

function platformProperty(field: FieldSymbol, object: string, context: CodeContext): Typed {
    const { platform } = field;
    const kind = platform!.isStatic ? 'staticProperty' : 'property';
    const read = context.unit.constant(
        `$.${kind}(${JSON.stringify(platform!.className)},${JSON.stringify(platform!.name)}).get`
    );
    return { code: `${read}(${platform!.isStatic ? '' : object})`, type: field.type };
}

/** `a.b`: a static member, or a field of what `a` is. */
export function translateMember(node: Member, context: CodeContext): Typed {
    const special = specialMember(node, context);
    if (special) return special;
    const type = typeNamed(node.object, context);
    if (type) return staticMember(node, type, context);
    const object = translate(node.object, context);
    if (isUnknown(object.type)) return unknownMember(object, node, context);
    return throughChain(object, node.safe, context, (receiver) => instanceMember(node, receiver, context));
}

function unknownMember(object: Typed, node: Member, context: CodeContext): Typed {
    if (object.type.kind === 'error') return failed(context);
    return notImplemented(`${object.type.name}.${node.name}`, node, context, [object.code]);
}

function specialMember(node: Member, context: CodeContext): Typed | null {
    const path = dottedName(node);
    if (!path) return null;
    const parts = path.split('.');
    if (valueNamed(parts[0], context)) return null;
    return (
        triggerVariable(parts, context) ??
        labelNamed(parts, node, context) ??
        describedObject(parts, context) ??
        describedField(parts, context)
    );
}

/** `a.b.c` as text when it is made of names only. */
export function dottedName(node: Expression): string | null {
    if (node.kind === 'name') return node.name;
    if (node.kind !== 'member' || node.safe) return null;
    const object = dottedName(node.object);
    return object ? `${object}.${node.name}` : null;
}

/** The type that an expression names; null when it is a value or names nothing. */
export function typeNamed(node: Expression, context: CodeContext): ApexType | null {
    const path = dottedName(node);
    if (!path || valueNamed(path.split('.')[0], context)) return null;
    const found = context.unit.environment.resolver.named(path, context.owner) ?? null;
    if (node.kind === 'name' || found?.kind !== 'absent') return found;
    return isValue(node as Member, context) ? null : found;
}

/** Names below a type that is known are its members, not types that the local org has not. */
function isValue(node: Member, context: CodeContext): boolean {
    if (specialMember(node, context)) return true;
    const outer = typeNamed(node.object, context);
    // `RestContext.request.params`: what stands before the last name is a value already.
    if (!outer) return node.object.kind === 'member';
    if (outer.kind === 'absent') return false;
    return !!outer.symbol && (fieldNamed(outer.symbol, node.name) !== undefined || !isSalesforceNamespace(outer.name));
}

function staticMember(node: Member, type: ApexType, context: CodeContext): Typed {
    if (type.kind === 'absent') return notImplemented(`${type.name}.${node.name}`, node, context);
    if (type.kind === 'sobject') return sobjectStatic(type, node.name, node, context);
    const field = type.symbol && fieldNamed(type.symbol, node.name);
    if (!field || !field.isStatic) {
        if (type.symbol?.isPlatform) return notImplemented(`${type.name}.${node.name}`, node, context);
        return wrong(context, node, `Variable does not exist: ${node.name}`);
    }
    if (!isVisible(field, context.owner))
        return wrong(context, node, `Variable is not visible: ${type.name}.${field.name}`);
    return readField(field, '', context);
}

function instanceMember(node: Member, object: Typed, context: CodeContext): Typed {
    if (object.type.kind === 'sobject' || object.query) return sobjectMember(object, node.name, node, context);
    const { symbol } = object.type;
    const field = symbol && fieldNamed(symbol, node.name);
    if (!field || field.enumConstant) {
        if (symbol?.isPlatform && object.type.kind === 'platform') {
            return notImplemented(`${object.type.name}.${node.name}`, node, context, [object.code]);
        }
        return wrong(context, node, `Variable does not exist: ${node.name}`);
    }
    if (!isVisible(field, context.owner))
        return wrong(context, node, `Variable is not visible: ${object.type.name}.${field.name}`);
    if (!field.readable && context.accessorOf !== field)
        return wrong(context, node, `Variable is not readable: ${node.name}`);
    const value = readField(field, dereferenced(object), context);
    return {
        ...value,
        type: substitute(value.type, object.type, context.unit.table),
        simple: value.simple && object.simple
    };
}

/** Applies `use` to the object of a `.` or `?.`, leaving the rest of the chain out when a `?.` meets null. */
export function throughChain(object: Typed, safe: boolean, context: CodeContext, use: (object: Typed) => Typed): Typed {
    if (object.chain) return continueChain(object.chain, safe, context, object, use);
    if (!safe) return use(object);
    const variable = object.simple ? object.code : context.unit.temporary();
    const result = use({
        code: variable,
        type: object.type,
        nonNull: true,
        simple: true,
        relationship: object.relationship
    });
    return chained({ receiver: object.code, variable, body: result.code }, result);
}

function continueChain(
    chain: NonNullable<Typed['chain']>,
    safe: boolean,
    context: CodeContext,
    object: Typed,
    use: (object: Typed) => Typed
): Typed {
    const plain: Typed = { ...object, chain: undefined, code: chain.body, nonNull: false, simple: false };
    const result = throughChain(plain, safe, context, use);
    return chained({ ...chain, body: result.code }, result);
}

function chained(chain: NonNullable<Typed['chain']>, result: Typed): Typed {
    const { receiver, variable, body } = chain;
    const guarded = `(${variable}===null?null:${body})`;
    const code = receiver === variable ? guarded : `((${variable})=>${guarded})(${receiver})`;
    return { type: result.type, code, chain, relationship: result.relationship };
}
