import type { SchemaRegistry } from '../../data/schema/types.ts';
import { NotImplementedError } from '../../platform/not-implemented.ts';
import type { Implementation } from '../../platform/registry.ts';
import { settingsMethods } from '../types/method-sources.ts';

/** The implementation of a static method of a custom setting or custom metadata type. */
export function settingsMethod(
    schema: SchemaRegistry,
    objectName: string,
    name: string,
    types: string
): Implementation {
    const object = schema.object(objectName);
    const overloads = (object && settingsMethods(object).get(name.toLowerCase())) ?? [];
    const method = overloads.find(
        (candidate) => candidate.parameters.map((parameter) => parameter.type).join(',') === types
    );
    if (!method) throw new NotImplementedError(`${objectName}.${name}(${types})`);
    return method.implementation;
}
