import { ApexList } from '../../platform/values/index.ts';
import type { ObjectSchema } from '../schema/types.ts';
import type { DmlOptions } from '../types.ts';
import type { DmlEnvironment } from './environment.ts';
import { writePlatformRow } from './platform-rows.ts';
import type { Work } from './work.ts';

/** Kind of recipient → field of Ids and field of addresses. */
const RECIPIENTS = {
    ToAddress: ['ToIds', 'ToAddress'],
    CcAddress: ['CcIds', 'CcAddress'],
    BccAddress: ['BccIds', 'BccAddress']
};

/**
 * A relation for each contact, lead or user of ToIds, CcIds and BccIds of a new message, and one without a record for
 * each address that stands alone (Object Reference: EmailMessage, EmailMessageRelation.RelationId).
 */
export function relateRecipients(works: Work[], environment: DmlEnvironment, options: DmlOptions): void {
    for (const { record } of works.filter((work) => !work.old)) {
        for (const [type, [ids, addresses]] of Object.entries(RECIPIENTS)) {
            const related = recordRelations(record.fields.get(ids), environment);
            const known = new Set(related.map((one) => String(one.RelationAddress).toLowerCase()));
            const alone = addressList(record.fields.get(addresses)).filter((one) => !known.has(one.toLowerCase()));
            const rows = [...related, ...alone.map((address) => ({ RelationAddress: address }))];
            for (const row of rows)
                writePlatformRow(
                    'EmailMessageRelation',
                    { ...row, EmailMessageId: record.id, RelationType: type },
                    environment,
                    options
                );
        }
    }
}

function recordRelations(ids: unknown, environment: DmlEnvironment): Record<string, unknown>[] {
    if (!(ids instanceof ApexList)) return [];
    return ids.items.map(String).map((id) => {
        const object = environment.schema().objectByKeyPrefix(id.slice(0, 3));
        const address = object && addressOf(object, id, environment);
        return { RelationId: id, RelationAddress: address, RelationObjectType: object?.name };
    });
}

function addressList(text: unknown): string[] {
    return typeof text === 'string'
        ? text
              .split(/[;,]/)
              .map((one) => one.trim())
              .filter(Boolean)
        : [];
}

function addressOf(object: ObjectSchema, id: string, environment: DmlEnvironment): unknown {
    return environment.rows.load(object, [id]).get(id)?.fields.get('Email');
}

/** A relation to a record has its address and its kind, unless given (Object Reference: EmailMessageRelation). */
export function completeRelation({ record }: Work, environment: DmlEnvironment): void {
    const id = record.fields.get('RelationId');
    if (typeof id !== 'string') return;
    const object = environment.schema().objectByKeyPrefix(id.slice(0, 3));
    if (!object) return;
    record.fields.set('RelationObjectType', object.name);
    if (!record.fields.get('RelationAddress'))
        record.fields.set('RelationAddress', addressOf(object, id, environment) ?? null);
}
