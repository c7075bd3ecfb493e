import { context } from '../context.ts';
import { toPlatformClass } from '../define.ts';
import type { PlatformMethod } from '../registry.ts';
import { ApexMap } from '../values/collections.ts';
import type { SObjectValue } from '../values/sobject.ts';
import type { ObjectSchema } from '../../data/schema/types.ts';

/** Static methods of a custom metadata type by lower-case name, for the checker to attach to its SObject type. */
export function customMetadataMethods(object: ObjectSchema): Map<string, PlatformMethod[]> {
    const { name } = object;
    return toPlatformClass({
        name,
        statics: {
            [`Map<String,${name}> getAll()`]: () =>
                new ApexMap(
                    'String',
                    name,
                    records(name).map((row) => [String(row.fields.get('DeveloperName')), row] as const)
                ),
            [`${name} getInstance(String developerNameOrId)`]: (key: string | null) => find(name, key)
        }
    }).statics;
}

function records(name: string): SObjectValue[] {
    return context().org.metadata.customMetadata(name);
}

/** By record id, developer name or qualified API name; null when there is none. */
function find(name: string, key: string | null): SObjectValue | null {
    const wanted = key?.toLowerCase();
    const matches = (row: SObjectValue, field: string): boolean =>
        String(row.fields.get(field) ?? '').toLowerCase() === wanted;
    return (
        records(name).find((row) => ['Id', 'DeveloperName', 'QualifiedApiName'].some((field) => matches(row, field))) ??
        null
    );
}
