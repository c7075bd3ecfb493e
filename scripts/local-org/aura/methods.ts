import type { ApexProgram } from '../apex/runtime/program.ts';
import type { EmittedClass } from '../apex/runtime/classes.ts';
import { hasAnnotation } from '../apex/types/naming.ts';
import type { MethodSymbol } from '../apex/types/symbols.ts';
import { deserialize } from '../platform/json/deserialize.ts';
import { AuraError } from './aura-error.ts';

/** A method that components may call. */
export interface AuraMethod {
    method: MethodSymbol;
    emitted: EmittedClass;
    className: string;
    cacheable: boolean;
}

/** The @AuraEnabled method of that name ('Class.method'). Throws AuraError when there is none. */
export function auraMethod(program: ApexProgram, name: string): AuraMethod {
    const split = name.lastIndexOf('.');
    const [className, methodName] = [name.slice(0, split), name.slice(split + 1)];
    const found = program.type(className);
    if (!found) throw new AuraError(`Unable to find Apex class: ${className}`, 'System.TypeException', '');
    const method = found.symbol
        .methods(methodName.toLowerCase())
        .find((candidate) => candidate.isStatic && annotationOf(candidate));
    if (!method)
        throw new AuraError(
            `Unable to find action ${name}: no @AuraEnabled method of that name`,
            'System.TypeException',
            ''
        );
    const cacheable = annotationOf(method)!.values.get('cacheable') === true;
    return { method, emitted: found.emitted, className: found.symbol.name, cacheable };
}

function annotationOf(method: MethodSymbol) {
    const { declaration } = method;
    if (!declaration || !hasAnnotation(declaration.modifiers, 'auraenabled')) return undefined;
    return declaration.modifiers.annotations.find((annotation) => annotation.name === 'auraenabled');
}

/** The parameters of a call as Apex values of the declared types; what was left out is null. */
export function auraParameters(method: MethodSymbol, given: Record<string, unknown>): unknown[] {
    const names = method.declaration!.parameters.map((parameter) => parameter.name);
    return names.map((name, index) => {
        const value = given[name];
        if (value === null || value === undefined) return null;
        return deserialize(JSON.stringify(value), method.parameters[index].name, false);
    });
}
