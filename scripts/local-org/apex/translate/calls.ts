import type { CallExpression, Expression } from '../syntax/ast.ts';
import { describeMethod, isVisible, methodsNamed } from '../types/members.ts';
import { jsClassName } from '../types/naming.ts';
import { isProjectType, type MethodSymbol, type ProjectTypeSymbol } from '../types/symbols.ts';
import { instanceMethodsOf, staticMethodsOf } from '../types/method-sources.ts';
import { type ApexType, isSObject, isUnknown } from '../types/type.ts';
import { argumentCodes, choose, describeTypes, type Selection, translateArguments } from './arguments.ts';
import type { CodeContext } from './context.ts';
import { exceptionArguments } from './creation.ts';
import { databaseCall } from './database-calls.ts';
import {
    describeCall,
    enumInstanceCall,
    enumStaticCall,
    fieldErrorCall,
    objectMethodCall,
    objectTypeCall
} from './special-calls.ts';
import { translate } from './expressions.ts';
import { throughChain, typeNamed } from './names.ts';
import { notImplemented } from './not-implemented.ts';
import { dereferenced, failed, type Typed, wrong } from './typed.ts';

/** A method call: unqualified, on a type, on `super` or on a value. */
export function translateCall(node: CallExpression, context: CodeContext): Typed {
    if (!node.object) return unqualifiedCall(node, context);
    if (node.object.kind === 'super') return superCall(node, context);
    const special = fieldErrorCall(node, node.object, context) ?? describeCall(node, node.object, context);
    if (special) return special;
    const type = typeNamed(node.object, context);
    if (type) return staticCall(node, type, context);
    const object = translate(node.object, context);
    const values = translateArguments(node.arguments, context);
    if (isUnknown(object.type)) return unknownCall(node, object, values, context);
    return throughChain(object, node.safe, context, (receiver) => instanceCall(node, receiver, values, context));
}

function unknownCall(node: CallExpression, object: Typed, values: Typed[], context: CodeContext): Typed {
    if (object.type.kind === 'error') return failed(context);
    const operands = [object.code, ...values.map((value) => value.code)];
    return notImplemented(`${object.type.name}.${node.name}(${describeTypes(values)})`, node, context, operands);
}

function unqualifiedCall(node: CallExpression, context: CodeContext): Typed {
    const values = translateArguments(node.arguments, context);
    for (let scope: ProjectTypeSymbol | null = context.owner; scope; scope = scope.outer) {
        const candidates = methodsNamed(scope, node.name);
        if (!candidates.length) continue;
        const chosen = choose(candidates, values, null, context);
        if (!chosen) continue;
        const reachable = chosen.method.isStatic || (scope === context.owner && !context.isStatic);
        if (!reachable)
            return wrong(
                context,
                node,
                `Non static method cannot be referenced from a static context: ${describeMethod(chosen.method)}`
            );
        return callCode(chosen, values, 'this', node, context);
    }
    if (values.some((value) => isUnknown(value.type))) return failed(context);
    return missing(node, values, context.owner?.name ?? 'anonymous', context);
}

function superCall(node: CallExpression, context: CodeContext): Typed {
    const values = translateArguments(node.arguments, context);
    const parent = context.owner?.superType?.symbol;
    const chosen = parent && choose(methodsNamed(parent, node.name), values, null, context);
    if (!chosen)
        return parent
            ? missing(node, values, parent.name, context)
            : (objectMethodCall(
                  node,
                  { code: 'this', type: context.unit.table.object, nonNull: true },
                  values,
                  context
              ) ?? missing(node, values, 'Object', context));
    if (chosen.method.platform) return callCode(chosen, values, 'this', node, context, true);
    context.calls.made = true;
    return {
        code: `super.${chosen.method.key}(${argumentCodes(chosen, values, node, context)})`,
        type: chosen.returnType
    };
}

function staticCall(node: CallExpression, type: ApexType, context: CodeContext): Typed {
    const values = translateArguments(node.arguments, context);
    if (isUnknown(type)) return unknownCall(node, { code: 'null', type }, values, context);
    const special = enumStaticCall(node, type, values, context) ?? objectTypeCall(node, type, context);
    if (special) return special;
    const candidates = staticMethodsOf(type, context.unit.table).flatMap((symbol) => methodsNamed(symbol, node.name));
    const chosen = choose(
        candidates.filter((method) => method.isStatic),
        values,
        type,
        context
    );
    if (chosen) return callCode(chosen, values, '', node, context);
    if (values.some((value) => value.type.kind === 'error')) return failed(context);
    if (type.symbol?.isPlatform ?? true) return absentMethod(node, type, values, context);
    return missing(node, values, type.name, context);
}

function instanceCall(node: CallExpression, object: Typed, values: Typed[], context: CodeContext): Typed {
    const special = enumInstanceCall(node, object, values, context);
    if (special) return special;
    const candidates = instanceMethodsOf(object.type, context.unit.table).flatMap((symbol) =>
        methodsNamed(symbol, node.name).filter((method) => !method.isStatic)
    );
    const chosen = choose(candidates, values, object.type, context);
    if (chosen) return ownClone(node, object, callCode(chosen, values, receiverOf(node, object), node, context));
    if (values.some((value) => value.type.kind === 'error')) return failed(context);
    const inherited = objectMethodCall(node, object, values, context);
    if (inherited) return inherited;
    if (object.type.symbol?.isPlatform ?? object.type.kind === 'primitive')
        return absentMethod(node, object.type, values, context, object.code);
    return missing(node, values, object.type.name, context);
}

/** The clone of a record has the record's type. */
function ownClone(node: CallExpression, object: Typed, result: Typed): Typed {
    const isCopy = isSObject(object.type) && node.name.toLowerCase() === 'clone';
    return isCopy ? { ...result, type: object.type } : result;
}

/** The platform class is there but not this method or overload: it may exist on Salesforce. */
function absentMethod(
    node: CallExpression,
    type: ApexType,
    values: Typed[],
    context: CodeContext,
    object?: string
): Typed {
    const operands = [...(object ? [object] : []), ...values.map((value) => value.code)];
    return notImplemented(`${type.name}.${node.name}(${describeTypes(values)})`, node, context, operands);
}

function missing(node: CallExpression, values: Typed[], owner: string, context: CodeContext): Typed {
    const signature = `void ${node.name}(${describeTypes(values)})`;
    return wrong(context, node, `Method does not exist or incorrect signature: ${signature} from the type ${owner}`);
}

/** Code that calls the chosen method; `object` is code for a receiver that is not null. */
function callCode(
    chosen: Selection,
    values: Typed[],
    object: string,
    node: CallExpression,
    context: CodeContext,
    direct = false
): Typed {
    const { method } = chosen;
    if (!isVisible(method, context.owner))
        return wrong(context, node, `Method is not visible: ${describeMethod(method)}`);
    const codes = argumentCodes(chosen, values, node, context);
    if (method.platform) return platformCall(chosen, codes, object, context, direct);
    context.calls.made = true;
    const holder = method.isStatic ? `$t.${jsClassName(method.owner)}` : object;
    return { code: `${holder}.${method.key}(${codes})`, type: chosen.returnType };
}

/** What a method is called on. A Blob without a value is refused by toString itself, as a missing argument. */
function receiverOf(node: CallExpression, object: Typed): string {
    const isText = object.type.name === 'Blob' && node.name.toLowerCase() === 'tostring';
    return isText ? object.code : dereferenced(object);
}

const TRACKS_SHARING = new Set(['Database', 'Search', 'System', 'Type', 'Approval', 'Test', 'EventBus', 'Http']);

function platformCall(chosen: Selection, codes: string, object: string, context: CodeContext, direct: boolean): Typed {
    const { method, returnType } = chosen;
    const { owner } = method;
    if (TRACKS_SHARING.has(owner.name) || owner.kind === 'interface') context.calls.made = true;
    if (owner.name === 'Database') return databaseCall(chosen, codes, context);
    const implementation = context.unit.constant(platformMethodCode(method));
    if (method.isStatic) return { code: `${implementation}(${codes})`, type: returnType };
    const list = codes ? `,${codes}` : '';
    if (owner.name === 'Exception' && !direct) {
        const key = JSON.stringify(`${method.name.toLowerCase()}$${method.parameters.length}`);
        return { code: `$.virtual(${implementation},${key},${object}${list})`, type: returnType };
    }
    return { code: `${implementation}(${object}${list})`, type: returnType };
}

/** Code that finds a method of the platform library when the file is loaded. */
export function platformMethodCode(method: MethodSymbol): string {
    const { platform } = method;
    const types = platform!.parameters.map((parameter) => parameter.type).join(',');
    const parts = [platform!.className, platform!.name, types].map((part) => JSON.stringify(part));
    const finder =
        method.owner.name.endsWith('__c') || method.owner.name.endsWith('__mdt') ? 'settingsMethod' : 'platformMethod';
    return `$.${finder}(${parts.join(',')},${platform!.isStatic})`;
}

/** `this(…)` and `super(…)`: only as the first statement of a constructor. */
export function translateConstructorCall(
    node: Extract<Expression, { kind: 'constructorCall' }>,
    context: CodeContext
): Typed {
    const { table } = context.unit;
    const { owner } = context;
    if (!context.constructorSymbol || !owner) return wrong(context, node, `Unexpected token: ${node.target}`);
    const values = translateArguments(node.arguments, context);
    const target = node.target === 'this' ? owner : owner.superType?.symbol;
    if (!isProjectType(target)) return platformSuper(values, context);
    const chosen = choose(target.constructors, values, null, context);
    if (!chosen && !values.length && !target.constructors.length) {
        return { code: `this.init$${jsClassName(target)}()`, type: table.void };
    }
    const builtIn = chosen ? null : exceptionArguments(table.projectType(target.name)!, values);
    if (builtIn !== null) return { code: `$.initException(this${builtIn})`, type: table.void };
    if (!chosen)
        return wrong(
            context,
            node,
            `Constructor not defined: [${target.name}].<Constructor>(${describeTypes(values)})`
        );
    return { code: `this.${chosen.method.key}(${argumentCodes(chosen, values, node, context)})`, type: table.void };
}

function platformSuper(values: Typed[], context: CodeContext): Typed {
    const codes = values.map((value) => value.code).join(',');
    return { code: `$.initException(this${codes ? `,${codes}` : ''})`, type: context.unit.table.void };
}
