import { context } from '../context.ts';
import { splitTypeName } from '../support/type-name.ts';
import { ApexList, ApexMap, ApexSet } from '../values/collections.ts';
import { ApexDecimal } from '../values/decimal.ts';
import { ApexException } from '../values/exception.ts';
import { JsonNumber, parseJson } from './parse.ts';
import type { JsonValue } from './parse.ts';
import { readPrimitive } from './primitives.ts';
import { readPlatformObject } from './read-platform.ts';
import { readSObject } from './read-sobject.ts';

/** `JSON.deserialize`: the Apex value of a type that a JSON text stands for. Throws JSONException. */
export function deserialize(text: string, typeName: string, strict: boolean): unknown {
    return readTyped(parseJson(text), typeName, strict);
}

/** `JSON.deserializeUntyped`: maps, lists and primitives. */
export function deserializeUntyped(text: string): unknown {
    return readUntyped(parseJson(text));
}

/** Maps, lists and primitives; whole numbers become Integer or Long, others Decimal. */
export function readUntyped(value: JsonValue): unknown {
    if (value instanceof JsonNumber) return untypedNumber(value.text);
    if (Array.isArray(value)) return new ApexList('Object', value.map(readUntyped));
    if (value instanceof Map) {
        return new ApexMap(
            'String',
            'Object',
            [...value].map(([name, item]) => [name, readUntyped(item)] as const)
        );
    }
    return value;
}

function untypedNumber(text: string): unknown {
    if (!/^-?\d+$/.test(text)) return ApexDecimal.of(text);
    const whole = BigInt(text);
    if (BigInt.asIntN(32, whole) === whole) return Number(whole);
    return BigInt.asIntN(64, whole) === whole ? whole : ApexDecimal.of(text);
}

/** The value as one of the named Apex type. `strict` refuses names that the type does not have. */
export function readTyped(value: JsonValue, typeName: string, strict: boolean): unknown {
    if (value === null) return null;
    if (typeName === 'Object') return readUntyped(value);
    const { name, typeArguments } = splitTypeName(typeName);
    if (name === 'List' || name === 'Iterable')
        return new ApexList(typeArguments[0], readItems(value, typeArguments[0], strict));
    if (name === 'Set') return new ApexSet(typeArguments[0], readItems(value, typeArguments[0], strict));
    if (name === 'Map') return readMap(value, typeArguments, strict);
    const primitive = readPrimitive(value, typeName);
    return primitive === undefined ? readStructured(value, typeName, strict) : primitive;
}

function readItems(value: JsonValue, elementType: string, strict: boolean): unknown[] {
    if (!Array.isArray(value)) throw malformed("Expected '[' at the beginning of List/Set");
    return value.map((item) => readTyped(item, elementType, strict));
}

function readMap(value: JsonValue, [keyType, valueType]: string[], strict: boolean): ApexMap {
    const entries = [...membersOf(value)].map(
        ([name, item]) => [readTyped(name, keyType, strict), readTyped(item, valueType, strict)] as const
    );
    return new ApexMap(keyType, valueType, entries);
}

function readStructured(value: JsonValue, typeName: string, strict: boolean): unknown {
    const { types, schema } = context().org;
    if (types.isEnum(typeName)) return readEnum(value, typeName);
    if (typeName === 'SObject' || schema.object(typeName)) return readSObject(membersOf(value), typeName, readTyped);
    const made = value instanceof Map ? readPlatformObject(value, typeName, readTyped) : undefined;
    if (made !== undefined) return made;
    const members = types.isInterface(typeName) ? null : types.members(typeName);
    if (!members) throw new ApexException('JSONException', `Apex Type unsupported in JSON: ${typeName}`);
    return readObject(membersOf(value), typeName, strict);
}

function readEnum(value: JsonValue, typeName: string): unknown {
    const found = typeof value === 'string' ? context().org.types.enumValue(typeName, value) : null;
    if (found === null || found === undefined)
        throw new ApexException('JSONException', `Illegal value for enum ${typeName}: ${String(value)}`);
    return found;
}

function readObject(source: Map<string, JsonValue>, typeName: string, strict: boolean): unknown {
    const { types } = context().org;
    const instance = types.allocate(typeName);
    const members = new Map(types.members(typeName)!.map((member) => [member.name.toLowerCase(), member]));
    for (const [name, item] of source) {
        const member = members.get(name.toLowerCase());
        if (member && !member.transient) member.write(instance, readTyped(item, member.type, strict));
        else if (strict)
            throw new ApexException(
                'JSONException',
                `Unrecognized field "${name}" (Class ${typeName}), not marked as ignorable`
            );
    }
    return instance;
}

function membersOf(value: JsonValue): Map<string, JsonValue> {
    if (!(value instanceof Map)) throw malformed("Expected '{' at the beginning of object");
    return value;
}

function malformed(message: string): ApexException {
    return new ApexException('JSONException', `Malformed JSON: ${message}`);
}
