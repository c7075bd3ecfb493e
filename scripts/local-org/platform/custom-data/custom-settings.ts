import { context } from '../context.ts';
import { copyRows } from '../database/copy-rows.ts';
import { toPlatformClass } from '../define.ts';
import { once } from '../journal.ts';
import type { Implementation, PlatformMethod } from '../registry.ts';
import { ApexMap } from '../values/collections.ts';
import { SObjectValue } from '../values/sobject.ts';
import type { ObjectSchema } from '../../data/schema/types.ts';

/**
 * Static methods of a custom setting by lower-case name, for the checker to attach to its SObject type: those of a
 * hierarchy setting, or those of a list setting.
 */
export function customSettingMethods(object: ObjectSchema): Map<string, PlatformMethod[]> {
    const { name } = object;
    const statics = object.customSettingsType === 'List' ? listMethods(name) : hierarchyMethods(name);
    return toPlatformClass({ name, statics }).statics;
}

function hierarchyMethods(name: string): Record<string, Implementation> {
    return {
        [`${name} getInstance()`]: () => merged(name, context().user.id),
        [`${name} getInstance(Id userOrProfileId)`]: (id: string) => merged(name, id),
        [`${name} getOrgDefaults()`]: () => ownedBy(name, context().org.id) ?? new SObjectValue(name),
        [`${name} getValues(Id userOrProfileId)`]: (id: string) => ownedBy(name, id)
    };
}

function listMethods(name: string): Record<string, Implementation> {
    const byName = (key: string): SObjectValue | null =>
        rows(name).find((row) => row.fields.get('Name') === key) ?? null;
    return {
        [`Map<String,${name}> getAll()`]: () =>
            new ApexMap(
                'String',
                name,
                rows(name).map((row) => [String(row.fields.get('Name')), row] as const)
            ),
        [`${name} getInstance(String dataSetName)`]: byName,
        [`${name} getValues(String dataSetName)`]: byName
    };
}

/** Custom settings are cached on the platform: reading them costs no query. */
function rows(name: string): SObjectValue[] {
    const { org, user } = context();
    const fields = [...org.schema.object(name)!.fields.values()].map((field) => field.name);
    const found = org.data.query(`SELECT ${fields.join(', ')} FROM ${name}`, () => null, {
        userId: user.id,
        mode: 'system',
        sharing: false
    });
    return once(`values of ${name}`, () => found, copyRows);
}

function ownedBy(name: string, ownerId: string): SObjectValue | null {
    return rows(name).find((row) => row.fields.get('SetupOwnerId') === ownerId) ?? null;
}

/** The user's values, then the profile's, then the organisation's, field by field; never null. */
function merged(name: string, userOrProfileId: string): SObjectValue {
    const { org, user } = context();
    const asked = userOrProfileId === user.id ? user : org.user(userOrProfileId);
    const owners = asked ? [asked.id, asked.profileId, org.id] : [userOrProfileId, org.id];
    const found = owners.map((owner) => ownedBy(name, owner)).filter((row) => row !== null);
    const result = new SObjectValue(name);
    if (found.length === 0) return withOwner(result, owners[0]);
    for (const row of [...found].reverse()) mergeInto(result, row);
    result.id = found[0].id;
    return result;
}

function mergeInto(result: SObjectValue, row: SObjectValue): void {
    for (const [field, value] of row.fields)
        if (value !== null || !result.fields.has(field)) result.fields.set(field, value);
}

function withOwner(record: SObjectValue, ownerId: string): SObjectValue {
    record.fields.set('SetupOwnerId', ownerId);
    return record;
}
