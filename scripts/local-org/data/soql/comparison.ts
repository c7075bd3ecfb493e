import {
    ApexDate,
    ApexDatetime,
    ApexDecimal,
    ApexDouble,
    ApexList,
    ApexMap,
    ApexSet,
    ApexTime,
    SObjectValue
} from '../../platform/values/index.ts';
import { normalizeId } from '../schema/ids.ts';
import type { FieldSchema } from '../schema/types.ts';
import type { SqlValue } from '../storage/database.ts';
import { toStored } from '../storage/columns.ts';
import type { Value } from './ast.ts';
import { dateLiteralSpan } from './date-literals.ts';
import type { DaySpan } from './date-literals.ts';
import { queryError } from './errors.ts';
import type { TranslationContext } from './translation-context.ts';

/** The right side of a comparison, in the terms of the column on its left. */
export type Comparand =
    | { kind: 'value'; value: SqlValue }
    | { kind: 'list'; values: SqlValue[] }
    | { kind: 'span'; start: SqlValue; end: SqlValue };

/** Turns literals and binds into what a column of that field holds. */
export class Comparands {
    private readonly context: TranslationContext;

    constructor(context: TranslationContext) {
        this.context = context;
    }

    /** @throws ApexException QueryException when the value does not suit the field */
    of(value: Value, field: FieldSchema): Comparand {
        if (value.kind === 'dateLiteral') return this.dateSpan(value.name, value.count, field);
        if (value.kind === 'list')
            return { kind: 'list', values: value.values.flatMap((one) => this.flat(one, field)) };
        if (value.kind === 'bind') return this.bound(this.context.binds(value.name), field);
        return { kind: 'value', value: this.literal(value, field) };
    }

    private flat(value: Value, field: FieldSchema): SqlValue[] {
        const comparand = this.of(value, field);
        if (comparand.kind === 'list') return comparand.values;
        if (comparand.kind === 'value') return [comparand.value];
        throw queryError('Invalid date literal in a list');
    }

    private bound(value: unknown, field: FieldSchema): Comparand {
        const items = collectionItems(value);
        if (items) return { kind: 'list', values: items.map((item) => this.apexValue(item, field)) };
        return { kind: 'value', value: this.apexValue(value, field) };
    }

    private apexValue(value: unknown, field: FieldSchema): SqlValue {
        if (value instanceof SObjectValue) return value.id;
        if (typeof value === 'string' && value !== '') return this.text(value, field);
        return toStored(field, value);
    }

    private literal(value: Value, field: FieldSchema): SqlValue {
        switch (value.kind) {
            case 'null':
                return null;
            case 'boolean':
                return this.typed(field, ['Boolean'], value.value ? 1 : 0, String(value.value));
            case 'number':
                return this.typed(field, ['Integer', 'Long', 'Decimal', 'Double'], Number(value.text), value.text);
            case 'string':
                return value.value === '' ? null : this.text(value.value, field);
            case 'date':
                return toStored(field, ApexDate.parse(value.text));
            case 'datetime':
                return toStored(field, datetimeLiteral(value.text));
            case 'time':
                return ApexTime.parse(value.text).milliseconds;
            default:
                throw queryError(`unexpected ${value.kind}`);
        }
    }

    private typed(field: FieldSchema, types: string[], value: SqlValue, text: string): SqlValue {
        if (types.includes(field.apexType) || field.apexType === 'Object') return value;
        throw queryError(
            `value of filter criterion for field '${field.name}' must be of type ${typeWord(field)} and should ${
                ['Date', 'Datetime'].includes(field.apexType) ? 'not be enclosed in quotes' : 'be enclosed in quotes'
            }: ${text}`
        );
    }

    /** Text compared with an Id must be one; a number or date must not be in quotes. */
    private text(value: string, field: FieldSchema): SqlValue {
        if (field.apexType === 'Id') return this.idText(value, field);
        if (field.apexType === 'String' || field.apexType === 'Object') return value;
        throw queryError(
            `value of filter criterion for field '${field.name}' must be of type ${typeWord(field)} and should not be enclosed in quotes`
        );
    }

    private idText(value: string, field: FieldSchema): SqlValue {
        const id = normalizeId(value);
        if (!id && field.type !== 'METADATARELATIONSHIP') throw queryError(`invalid ID field: ${value}`);
        return id ?? value;
    }

    private dateSpan(name: string, count: number, field: FieldSchema): Comparand {
        const span = dateLiteralSpan(name, count, this.context.now);
        if (!span) throw queryError(`unexpected token: '${name}'`);
        return { kind: 'span', ...storedSpan(span, field) };
    }
}

function typeWord(field: FieldSchema): string {
    return field.apexType === 'Datetime' ? 'dateTime' : field.apexType.toLowerCase();
}

function storedSpan(span: DaySpan, field: FieldSchema): { start: SqlValue; end: SqlValue } {
    if (field.apexType === 'Date') return { start: span.start.toISODate(), end: span.end.toISODate() };
    return { start: span.start.toMillis(), end: span.end.toMillis() };
}

/** A URL-encoded plus sign of an offset arrives as a blank. */
function datetimeLiteral(text: string): ApexDatetime {
    const epoch = Date.parse(text.replace(/ (\d\d:?\d\d)$/, '+$1').replace(/([+-]\d\d)(\d\d)$/, '$1:$2'));
    if (Number.isNaN(epoch)) throw queryError(`Invalid datetime: ${text}`);
    return new ApexDatetime(epoch);
}

/** Items of an Apex collection; the keys of a map; null for anything else. */
function collectionItems(value: unknown): unknown[] | null {
    if (value instanceof ApexList || value instanceof ApexSet) return value.items;
    if (value instanceof ApexMap) return value.keys();
    return Array.isArray(value) ? value : null;
}

/** A number of LIMIT and OFFSET. */
export function rowCount(value: Value, context: TranslationContext): number {
    const given = value.kind === 'bind' ? context.binds(value.name) : Number((value as { text: string }).text);
    if (given instanceof ApexDecimal || given instanceof ApexDouble) return Number(given.toString());
    if (typeof given === 'number' && Number.isInteger(given) && given >= 0) return given;
    throw queryError(given === null ? 'Invalid value for LIMIT: null' : `Invalid row count: ${String(given)}`);
}
