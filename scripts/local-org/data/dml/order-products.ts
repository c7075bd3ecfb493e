import type { ObjectSchema } from '../schema/types.ts';
import type { DmlEnvironment } from './environment.ts';
import type { Work } from './work.ts';

/** The product of an order's line is that of its price (Object Reference: OrderItem, Product2Id). */
export function takeProduct({ record }: Work, environment: DmlEnvironment): void {
    const entryId = record.fields.get('PricebookEntryId');
    if (record.fields.get('Product2Id') || typeof entryId !== 'string') return;
    const entries = environment.schema().object('PricebookEntry') as ObjectSchema;
    record.fields.set('Product2Id', environment.rows.load(entries, [entryId]).get(entryId)?.fields.get('Product2Id'));
}
