/** The name under which an emitted Apex method is found on its object: 'respond$1'. */
export function methodKey(name: string, parameterCount: number): string {
    return `${name.toLowerCase()}$${parameterCount}`;
}

/** Does this value's class define an Apex method of that name and number of parameters? */
export function definesMethod(value: unknown, name: string, parameterCount: number): boolean {
    if (typeof value !== 'object' || value === null) return false;
    return typeof (value as Record<string, unknown>)[methodKey(name, parameterCount)] === 'function';
}

/** Calls the method when the object has it; undefined otherwise. */
export function callIfDefined(value: unknown, name: string, parameters: unknown[]): unknown {
    if (!definesMethod(value, name, parameters.length)) return undefined;
    const methods = value as Record<string, (...values: unknown[]) => unknown>;
    return methods[methodKey(name, parameters.length)](...parameters);
}
