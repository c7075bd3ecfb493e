import {
    ApexBlob,
    ApexDate,
    ApexDatetime,
    ApexDecimal,
    ApexDouble,
    ApexEnumValue,
    ApexList,
    ApexMap,
    ApexObject,
    ApexSet,
    ApexTime,
    ApexTypeToken,
    SObjectTypeToken,
    SObjectValue
} from '../platform/values/index.ts';
import type { TypeRegistry } from '../platform/context.ts';

/** A value as JSON: texts, numbers and truth values as they are, everything else as `[kind, …]`. */
export type Written = string | number | boolean | null | [kind: string, ...parts: unknown[]];

/** The value cannot be kept in a file. */
export class NotKept extends Error {}

/**
 * Writes an Apex value so that `readValue` makes an equal one, private state and circles included.
 * @throws NotKept when it holds a value of the platform that only lives in memory
 */
export function writeValue(value: unknown, seen: unknown[] = []): Written {
    if (value === null || value === undefined) return null;
    if (typeof value === 'bigint') return ['long', String(value)];
    if (typeof value !== 'object') return value as Written;
    return writeScalar(value) ?? writeShared(value, seen);
}

function writeScalar(value: object): Written | null {
    if (value instanceof ApexDecimal) return ['decimal', value.toString()];
    if (value instanceof ApexDouble) return ['double', Number(value.toJSON())];
    if (value instanceof ApexDatetime) return ['datetime', value.epoch];
    if (value instanceof ApexDate) return ['date', value.toIso()];
    if (value instanceof ApexTime) return ['time', value.milliseconds];
    if (value instanceof ApexBlob) return ['blob', value.toJSON()];
    if (value instanceof ApexEnumValue) return ['enum', value.typeName, value.name];
    if (value instanceof ApexTypeToken) return ['type', value.name];
    return value instanceof SObjectTypeToken ? ['sobjecttype', value.objectName] : null;
}

/** Something met again is written as its number, so that what was shared stays shared. */
function writeShared(value: object, seen: unknown[]): Written {
    const known = seen.indexOf(value);
    if (known >= 0) return ['same', known];
    seen.push(value);
    const write = (part: unknown): Written => writeValue(part, seen);
    if (value instanceof ApexList) return ['list', value.elementType, value.items.map(write)];
    if (value instanceof ApexSet) return ['set', value.elementType, value.items.map(write)];
    if (value instanceof ApexMap)
        return ['map', value.keyType, value.valueType, value.entries().map(([key, item]) => [write(key), write(item)])];
    if (value instanceof SObjectValue) return writeRecord(value, write);
    if (value instanceof ApexObject) return ['object', value.apexTypeName, writeEntries(Object.entries(value), write)];
    throw new NotKept(`a value of ${(value as { apexTypeName?: string }).apexTypeName ?? value.constructor.name}`);
}

function writeEntries(entries: Iterable<[string, unknown]>, write: (part: unknown) => Written): [string, Written][] {
    return [...entries].map(([name, part]) => [name, write(part)]);
}

function writeRecord(record: SObjectValue, write: (part: unknown) => Written): Written {
    const { objectName, fields, parents, children, queriedFields } = record;
    const related = [writeEntries(parents, write), writeEntries(children, write)];
    return ['record', objectName, writeEntries(fields, write), ...related, queriedFields && [...queriedFields]];
}

type Pairs = [string, Written][];

/** Makes the value that was written. Throws when a class of it is gone. */
export function readValue(written: Written, types: TypeRegistry, seen: unknown[] = []): unknown {
    if (!Array.isArray(written)) return written;
    const [kind, ...parts] = written;
    const scalar = SCALARS[kind];
    if (scalar) return scalar(parts as never[], types);
    return kind === 'same' ? seen[parts[0] as number] : readShared(kind, parts, types, seen);
}

const SCALARS: Record<string, (parts: never[], types: TypeRegistry) => unknown> = {
    long: ([text]) => BigInt(text),
    decimal: ([text]) => ApexDecimal.of(text),
    double: ([number]) => new ApexDouble(number),
    datetime: ([epoch]) => new ApexDatetime(epoch),
    date: ([text]) => ApexDate.parse(text),
    time: ([milliseconds]) => new ApexTime(milliseconds),
    blob: ([text]) => new ApexBlob(Buffer.from(text as string, 'base64')),
    enum: ([type, name], types) => types.enumValue(type, name),
    type: ([name]) => new ApexTypeToken(name),
    sobjecttype: ([name]) => new SObjectTypeToken(name)
};

function readShared(kind: string, parts: unknown[], types: TypeRegistry, seen: unknown[]): unknown {
    const place = seen.push(null) - 1;
    const known = <T>(value: T): T => (seen[place] = value) as T;
    const read = (part: Written): unknown => readValue(part, types, seen);
    const [name, second, third] = parts as [string, Written[], Written[]];
    if (kind === 'list') {
        const list = known(new ApexList<unknown>(name));
        list.items = second.map(read);
        return list;
    }
    if (kind === 'set') return known(new ApexSet(name, second.map(read)));
    if (kind === 'map') return readMap(known(new ApexMap(name, second as unknown as string)), third, read);
    if (kind === 'record') return readRecord(known(new SObjectValue(name)), parts, read);
    const object = known(types.allocate(name) as Record<string, unknown>);
    for (const [field, part] of second as unknown as Pairs) object[field] = read(part);
    return object;
}

function readMap(map: ApexMap, entries: Written[], read: (part: Written) => unknown): ApexMap {
    for (const [key, item] of entries as unknown as [Written, Written][]) map.put(read(key), read(item));
    return map;
}

function readRecord(record: SObjectValue, parts: unknown[], read: (part: Written) => unknown): SObjectValue {
    const [, fields, parents, children, queried] = parts as [string, Pairs, Pairs, Pairs, string[] | null];
    for (const [name, part] of fields) record.fields.set(name, read(part));
    for (const [name, part] of parents) record.parents.set(name, read(part) as SObjectValue | null);
    for (const [name, part] of children) record.children.set(name, read(part) as ApexList);
    record.queriedFields = queried && new Set(queried);
    return record;
}
