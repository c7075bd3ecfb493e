import type { FieldSchema, ObjectSchema } from '../../data/schema/types.ts';
import type { UserOrg } from './user-org.ts';
import type { RestRecord } from './write-record.ts';

/** Whether a field is put together from others, which hold the values: an address, a location. */
export function isCompound(field: FieldSchema): boolean {
    return field.type === 'ADDRESS' || field.type === 'LOCATION';
}

/** Names of the fields that a field is shown by: its parts when it is an address, else itself. */
export function partsOf(field: FieldSchema): string[] {
    return isCompound(field) ? Object.values(field.addressParts ?? {}) : [field.name];
}

/** Names of the fields that the user may read and that hold a value of their own. */
export function simpleFields(userOrg: UserOrg, object: ObjectSchema): string[] {
    return userOrg.readableFields(object).filter((name) => !isCompound(object.field(name) as FieldSchema));
}

/** Adds the addresses of a record, from their parts, as the REST API gives them. */
export function withAddresses(userOrg: UserOrg, object: ObjectSchema, record: RestRecord): RestRecord {
    const readable = userOrg.readableFields(object).map((name) => object.field(name) as FieldSchema);
    const addresses = readable
        .filter((field) => field.type === 'ADDRESS')
        .map((field) => [field.name, addressOf(field, record)]);
    return { ...record, ...Object.fromEntries(addresses) };
}

function addressOf(field: FieldSchema, record: RestRecord): Record<string, unknown> | null {
    const parts = Object.entries(field.addressParts ?? {}).map(([part, name]) => [part, record[name] ?? null]);
    return parts.some(([, value]) => value !== null) ? Object.fromEntries(parts) : null;
}
