import type { FieldSchema, ObjectSchema } from '../../data/schema/types.ts';
import { RestError } from '../http/rest-error.ts';
import type { UserOrg } from '../records/user-org.ts';
import { listViewField } from './list-columns.ts';
import type { ListView } from './list-views.ts';

const COMPARISONS: Record<string, string> = {
    equals: '=',
    notEqual: '!=',
    lessThan: '<',
    greaterThan: '>',
    lessOrEqual: '<=',
    greaterOrEqual: '>='
};

const PATTERNS: Record<string, (text: string) => string> = {
    contains: (text) => `%${text}%`,
    notContain: (text) => `%${text}%`,
    startsWith: (text) => `${text}%`
};

type Filter = ListView['filters'][number];

/**
 * The condition of a list view, as SOQL; empty when it shows everything.
 * @throws RestError NOT_IMPLEMENTED that names what the local org cannot filter by, and the file
 */
export function listFilter(userOrg: UserOrg, object: ObjectSchema, view: ListView): string {
    const filters = view.filters.map((filter) => condition(object, filter, view.file));
    const combined = view.booleanFilter
        ? view.booleanFilter.replace(/\d+/g, (number) => `(${filters[Number(number) - 1]})`)
        : filters.map((filter) => `(${filter})`).join(' AND ');
    return [scopeCondition(userOrg, view), combined && `(${combined})`].filter(Boolean).join(' AND ');
}

function scopeCondition(userOrg: UserOrg, view: ListView): string {
    if (view.scope === 'Everything') {
        return '';
    }
    if (view.scope === 'Mine') {
        return `OwnerId = ${quote(userOrg.user.id)}`;
    }
    if (view.scope === 'Queue' && view.queue) {
        return `OwnerId IN (SELECT Id FROM Group WHERE Type = 'Queue' AND DeveloperName = ${quote(view.queue)})`;
    }
    throw unsupported(`filter scope ${view.scope}`, view.file);
}

function condition(object: ObjectSchema, filter: Filter, file: string): string {
    const field = object.field(listViewField(object, filter.field, file)) as FieldSchema;
    const pattern = PATTERNS[filter.operation];
    if (pattern) {
        const like = `${field.name} LIKE ${quote(pattern(escapePattern(filter.value ?? '')))}`;
        return filter.operation === 'notContain' ? `NOT ${like}` : like;
    }
    const operator = COMPARISONS[filter.operation];
    if (!operator) {
        throw unsupported(`filter operation ${filter.operation}`, file);
    }
    return comparison(field, operator, filter.value ?? '');
}

/** Several values, separated by commas, are alternatives; no value means empty. */
function comparison(field: FieldSchema, operator: string, values: string): string {
    const literals = values.split(',').map((value) => literal(field, value.trim()));
    if (literals.length === 1) {
        return `${field.name} ${operator} ${literals[0]}`;
    }
    return `${field.name} ${operator === '!=' ? 'NOT IN' : 'IN'} (${literals.join(', ')})`;
}

function literal(field: FieldSchema, value: string): string {
    if (value === '') {
        return 'null';
    }
    if (field.apexType === 'Boolean') {
        return /^(1|true)$/i.test(value) ? 'TRUE' : 'FALSE';
    }
    const bare = ['Integer', 'Long', 'Double', 'Decimal', 'Date', 'Datetime'].includes(field.apexType);
    return bare && /^[\w:.+-]+$/.test(value) ? value : quote(value);
}

/** A SOQL text literal. */
export function quote(text: string): string {
    return `'${text.replace(/[\\']/g, '\\$&')}'`;
}

/** A text that LIKE takes as it is. */
export function escapePattern(text: string): string {
    return text.replace(/[\\%_]/g, '\\$&');
}

function unsupported(what: string, file: string): RestError {
    return new RestError(400, 'NOT_IMPLEMENTED', `Not implemented in the local org: list view ${what} (${file})`);
}
