import { ApexDecimal } from '../../platform/values/index.ts';
import type { SObjectValue } from '../../platform/values/index.ts';
import type { ObjectSchema } from '../schema/types.ts';
import type { DmlOptions } from '../types.ts';
import type { DmlEnvironment } from './environment.ts';
import { linesOf, writeStageHistory } from './opportunities.ts';
import { fail } from './work.ts';
import type { Work } from './work.ts';

/**
 * Price, product and price book of an opportunity's product, as the Object Reference says of OpportunityLineItem: a line
 * has a price of the opportunity's price book, or names a product that has one there.
 */
export function priceLine(work: Work, environment: DmlEnvironment): void {
    const { record, old } = work;
    const opportunity = load('Opportunity', record.fields.get('OpportunityId'), environment);
    const entry = load('PricebookEntry', entryId(record, opportunity, environment), environment);
    if (entry) {
        record.fields.set('PricebookEntryId', entry.id);
        if (!record.fields.get('Product2Id')) record.fields.set('Product2Id', entry.fields.get('Product2Id'));
    }
    if (!old) checkNewLine(work, opportunity, entry);
    multiply(work);
}

function load(objectName: string, id: unknown, environment: DmlEnvironment): SObjectValue | undefined {
    const object = environment.schema().object(objectName) as ObjectSchema;
    return typeof id === 'string' ? environment.rows.load(object, [id]).get(id) : undefined;
}

/** The price that the line names, or that of its product in the opportunity's price book. */
function entryId(line: SObjectValue, opportunity: SObjectValue | undefined, environment: DmlEnvironment): unknown {
    const [given, product] = [line.fields.get('PricebookEntryId'), line.fields.get('Product2Id')];
    const book = opportunity?.fields.get('Pricebook2Id');
    if (given || !product || !book) return given;
    const entries = environment.schema().object('PricebookEntry') as ObjectSchema;
    const ids = environment.rows.idsWhere(entries, 'Product2Id', [product as string]).map((row) => row.id);
    const rows = [...environment.rows.load(entries, ids).values()];
    return rows.find((row) => row.fields.get('Pricebook2Id') === book)?.id;
}

function checkNewLine(work: Work, opportunity: SObjectValue | undefined, entry: SObjectValue | undefined): void {
    const refuse = (reason: string): void =>
        fail(work, 'FIELD_INTEGRITY_EXCEPTION', `field integrity exception: ${reason}`, ['PricebookEntryId']);
    const { given } = work;
    if (given.fields.get('UnitPrice') && given.fields.get('TotalPrice'))
        refuse('unknown (only one of unit price or total price may be specified)');
    const book = opportunity?.fields.get('Pricebook2Id');
    if (entry && book && entry.fields.get('Pricebook2Id') !== book)
        refuse(
            'PricebookEntryId (pricebook entry is in a different pricebook than the one assigned to the opportunity)'
        );
    if (!entry && given.fields.get('Product2Id'))
        refuse('PricebookEntryId (the product has no price in the price book of the opportunity)');
}

/** Total and unit price follow from each other. */
function multiply({ record, given }: Work): void {
    const [quantity, unit, total] = ['Quantity', 'UnitPrice', 'TotalPrice'].map((name) => decimal(record, name));
    if (!quantity) return;
    if (unit && (given.fields.has('UnitPrice') || given.fields.has('Quantity') || !total)) {
        record.fields.set('TotalPrice', quantity.times(discounted(unit, record)).withScale(2, 'HALF_UP'));
    } else if (total && !quantity.value.isZero()) {
        record.fields.set('UnitPrice', total.dividedBy(quantity).withScale(2, 'HALF_UP'));
    }
}

function discounted(unit: ApexDecimal, record: SObjectValue): ApexDecimal {
    const discount = decimal(record, 'Discount');
    return discount ? unit.times(ApexDecimal.of('100').minus(discount)).dividedBy(ApexDecimal.of('100')) : unit;
}

function decimal(record: SObjectValue, name: string): ApexDecimal | null {
    const value = record.fields.get(name);
    return value instanceof ApexDecimal ? value : null;
}

/** The amount of an opportunity with products is their sum; the first product brings the price book. */
export function sumOpportunities(works: Work[], environment: DmlEnvironment, options: DmlOptions): void {
    const opportunities = environment.schema().object('Opportunity') as ObjectSchema;
    const ids = [...new Set(works.map((work) => work.record.fields.get('OpportunityId') as string))];
    const sums = sumsOf(ids, environment);
    const summed = [...environment.rows.load(opportunities, ids)].map(([id, record]): Work => {
        const old = record.clone({ preserveId: true, preserveReadonlyTimestamps: true });
        record.fields.set('Amount', sums.get(id) ?? ApexDecimal.of('0.00'));
        if (!record.fields.get('Pricebook2Id')) record.fields.set('Pricebook2Id', bookOf(id, works, environment));
        environment.rows.update(opportunities, record, ['Amount', 'Pricebook2Id']);
        return { given: record, index: 0, record, old, errors: [] };
    });
    writeStageHistory(summed, environment, options);
}

function sumsOf(opportunityIds: string[], environment: DmlEnvironment): Map<string, ApexDecimal> {
    const line = environment.schema().object('OpportunityLineItem') as ObjectSchema;
    const sums = new Map<string, ApexDecimal>();
    for (const row of environment.rows.load(line, linesOf(opportunityIds, environment)).values()) {
        const id = row.fields.get('OpportunityId') as string;
        const total = decimal(row, 'TotalPrice') ?? ApexDecimal.of('0.00');
        sums.set(id, (sums.get(id) ?? ApexDecimal.of('0.00')).plus(total));
    }
    return sums;
}

function bookOf(opportunityId: string, works: Work[], environment: DmlEnvironment): unknown {
    const line = works.find(({ record }) => record.fields.get('OpportunityId') === opportunityId)?.record;
    return (
        load('PricebookEntry', line?.fields.get('PricebookEntryId'), environment)?.fields.get('Pricebook2Id') ?? null
    );
}
