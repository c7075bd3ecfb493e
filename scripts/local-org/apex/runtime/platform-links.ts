import { platformEnumValue } from '../../platform/define.ts';
import { NotImplementedError } from '../../platform/not-implemented.ts';
import {
    platformClass,
    type Implementation,
    type PlatformClass,
    type PlatformProperty
} from '../../platform/registry.ts';
import { ApexEnumValue, ApexException, apexToString } from '../../platform/values/index.ts';
import { apexHashCode } from '../../platform/object/object.ts';

function classNamed(name: string): PlatformClass {
    const found = platformClass(name);
    if (!found) throw new NotImplementedError(name);
    return found;
}

function typesOf(method: { parameters: { type: string }[] }): string {
    return method.parameters.map((parameter) => parameter.type).join(',');
}

/** Finds what the compiler chose in the platform library; done once, when a file is loaded. */
export const platformLinks = {
    platformMethod(className: string, name: string, types: string, isStatic: boolean): Implementation {
        const owner = classNamed(className);
        const overloads = (isStatic ? owner.statics : owner.methods).get(name.toLowerCase()) ?? [];
        const method =
            overloads.find((candidate) => typesOf(candidate) === types) ??
            overloads.find((candidate) => !types && !candidate.parameters.length);
        if (!method) throw new NotImplementedError(`${className}.${name}(${types})`);
        return method.implementation;
    },
    platformConstructor(className: string, types: string): Implementation {
        const constructor = classNamed(className).constructors.find((candidate) => typesOf(candidate) === types);
        if (!constructor) throw new NotImplementedError(`new ${className}(${types})`);
        return constructor.implementation;
    },
    property: (className: string, name: string) => classNamed(className).properties.get(name.toLowerCase())!,
    staticProperty: (className: string, name: string) =>
        classNamed(className).staticProperties.get(name.toLowerCase())!,
    setProperty(property: PlatformProperty, self: unknown, value: unknown): unknown {
        property.set!(self, value);
        return value;
    },
    enumValue: platformEnumValue,
    platformEnum: (name: string) => classNamed(name).enumValues.map((value) => platformEnumValue(name, value)),
    enumConstant: (typeName: string, name: string, ordinal: number) => new ApexEnumValue(typeName, name, ordinal),
    enumNamed(values: ApexEnumValue[], name: string | null, typeName: string): ApexEnumValue {
        const found = values.find((value) => value.name.toLowerCase() === name?.toLowerCase());
        if (found) return found;
        throw new ApexException('NoSuchElementException', `No enum constant ${typeName}.${name}`);
    },
    concatenate: (left: unknown, right: unknown) => apexToString(left) + apexToString(right),
    text: apexToString,
    hashCode: apexHashCode
};
