import { context } from '../context.ts';
import { ApexBlob } from '../values/blob.ts';
import { ApexList, ApexMap, ApexSet } from '../values/collections.ts';
import { ApexDatetime } from '../values/datetime.ts';
import { ApexDate } from '../values/date.ts';
import { isNumeric } from '../values/equality.ts';
import { ApexException } from '../values/exception.ts';
import { ApexEnumValue, ApexObject } from '../values/object.ts';
import { SObjectValue } from '../values/sobject.ts';
import { ApexTime } from '../values/time.ts';
import { apexToString } from '../values/to-string.ts';
import { platformMembers } from './write-platform.ts';
import { JsonWriter } from './writer.ts';

/** JSON of any Apex value. `suppressNulls` leaves out null fields of Apex objects and SObjects (not of maps). */
export function serialize(value: unknown, options: { pretty?: boolean; suppressNulls?: boolean } = {}): string {
    const writer = new JsonWriter(options.pretty ?? false);
    writeValue(writer, value, options.suppressNulls ?? false, new Set());
    return writer.toString();
}

/** Writes one value where the writer stands. Throws JSONException on types JSON cannot carry and on circles. */
export function writeValue(writer: JsonWriter, value: unknown, suppressNulls: boolean, parents: Set<unknown>): void {
    const scalar = scalarJson(value);
    if (scalar !== null) return writer.raw(scalar);
    if (parents.has(value)) throw new ApexException('JSONException', 'Direct self-reference leading to cycle');
    parents.add(value);
    writeStructure(writer, value, suppressNulls, parents);
    parents.delete(value);
}

function scalarJson(value: unknown): string | null {
    if (value === null || value === undefined) return 'null';
    if (typeof value === 'string') return JSON.stringify(value);
    if (typeof value === 'boolean' || isNumeric(value)) return String(value);
    if (value instanceof ApexDatetime) return JSON.stringify(value.toIso());
    if (value instanceof ApexDate || value instanceof ApexTime || value instanceof ApexBlob)
        return JSON.stringify(value.toJSON());
    return value instanceof ApexEnumValue ? JSON.stringify(value.name) : null;
}

function writeStructure(writer: JsonWriter, value: unknown, suppressNulls: boolean, parents: Set<unknown>): void {
    if (value instanceof ApexList || value instanceof ApexSet)
        return writeItems(writer, value.items, suppressNulls, parents);
    if (value instanceof ApexMap) return writeMap(writer, value, suppressNulls, parents);
    if (value instanceof SObjectValue) return writeSObject(writer, value, suppressNulls, parents);
    if (value instanceof ApexObject) return writeObject(writer, value, suppressNulls, parents);
    const members = platformMembers(value);
    if (members) return writeMembers(writer, members, suppressNulls, parents);
    throw new ApexException('JSONException', `Type unsupported in JSON: ${context().org.types.typeOf(value)}`);
}

function writeMembers(
    writer: JsonWriter,
    members: [string, unknown][],
    suppressNulls: boolean,
    parents: Set<unknown>
): void {
    writer.startObject();
    for (const [name, value] of members) {
        if (value === null && suppressNulls) continue;
        writer.name(name);
        writeValue(writer, value, suppressNulls, parents);
    }
    writer.endObject();
}

function writeItems(writer: JsonWriter, items: unknown[], suppressNulls: boolean, parents: Set<unknown>): void {
    writer.startArray();
    for (const item of items) writeValue(writer, item, suppressNulls, parents);
    writer.endArray();
}

function writeMap(writer: JsonWriter, map: ApexMap, suppressNulls: boolean, parents: Set<unknown>): void {
    writer.startObject();
    for (const [key, item] of map.entries()) {
        writer.name(keyText(key));
        writeValue(writer, item, suppressNulls, parents);
    }
    writer.endObject();
}

function keyText(key: unknown): string {
    if (key === null) throw new ApexException('JSONException', 'null map key is not supported in JSON');
    if (key instanceof SObjectValue || key instanceof ApexObject || key instanceof ApexList) {
        throw new ApexException('JSONException', 'Map key type unsupported in JSON');
    }
    return key instanceof ApexDatetime ? key.toIso() : key instanceof ApexDate ? key.toIso() : apexToString(key);
}

function writeObject(writer: JsonWriter, object: ApexObject, suppressNulls: boolean, parents: Set<unknown>): void {
    writer.startObject();
    for (const member of context().org.types.members(object.apexTypeName) ?? []) {
        if (member.transient) continue;
        const value = member.read(object) ?? null;
        if (value === null && suppressNulls) continue;
        writer.name(member.name);
        writeValue(writer, value, suppressNulls, parents);
    }
    writer.endObject();
}

function writeSObject(writer: JsonWriter, record: SObjectValue, suppressNulls: boolean, parents: Set<unknown>): void {
    writer.startObject();
    writeAttributes(writer, record);
    for (const [name, value] of record.fields) {
        if (value === null && suppressNulls) continue;
        writer.name(name);
        if (value instanceof ApexDatetime) writer.string(value.toJSON());
        else writeValue(writer, value, suppressNulls, parents);
    }
    for (const [name, parent] of record.parents) {
        if (!parent) continue;
        writer.name(name);
        writeValue(writer, parent, suppressNulls, parents);
    }
    for (const [name, children] of record.children) writeChildren(writer, name, children, suppressNulls, parents);
    writer.endObject();
}

function writeAttributes(writer: JsonWriter, record: SObjectValue): void {
    writer.name('attributes');
    writer.startObject();
    writer.name('type');
    writer.string(record.objectName);
    if (record.id) {
        writer.name('url');
        const version = context().org.metadata.sourceApiVersion;
        writer.string(`/services/data/v${version}/sobjects/${record.objectName}/${record.id}`);
    }
    writer.endObject();
}

function writeChildren(
    writer: JsonWriter,
    name: string,
    children: ApexList,
    suppressNulls: boolean,
    parents: Set<unknown>
): void {
    writer.name(name);
    writer.startObject();
    writer.name('totalSize');
    writer.raw(String(children.items.length));
    writer.name('done');
    writer.raw('true');
    writer.name('records');
    writeItems(writer, children.items, suppressNulls, parents);
    writer.endObject();
}
