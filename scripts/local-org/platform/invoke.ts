import { NotImplementedError } from './not-implemented.ts';
import { ApexException } from './values/exception.ts';
import { callIfDefined, definesMethod } from './values/user-methods.ts';

/**
 * Calls a method that Apex code defines on an object (compareTo, respond, execute, …). Throws NullPointerException
 * on null and NotImplementedError when the object has no such method.
 */
export function invokeMethod(object: unknown, name: string, parameters: unknown[]): unknown {
    if (object === null || object === undefined) {
        throw new ApexException('NullPointerException', 'Attempt to de-reference a null object');
    }
    if (definesMethod(object, name, parameters.length)) return callIfDefined(object, name, parameters);
    throw new NotImplementedError(`${typeNameOf(object)}.${name} with ${parameters.length} parameters`);
}

function typeNameOf(object: unknown): string {
    return (object as { apexTypeName?: string }).apexTypeName ?? typeof object;
}
