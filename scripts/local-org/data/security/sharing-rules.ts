import { NotImplementedError } from '../../platform/not-implemented.ts';
import type { SharingRuleMetadata } from '../../metadata/types.ts';
import type { FieldSchema, ObjectSchema } from '../schema/types.ts';
import { groupId } from '../seed/seeder.ts';
import { literal } from '../soql/sql-builder.ts';
import { quote } from '../storage/columns.ts';
import type { Memberships } from './memberships.ts';

/**
 * Condition for the rows that sharing rules of an object give to somebody; null when there are none.
 * `memberIds` are the groups that count for the user.
 */
export function sharedByRules(
    rules: SharingRuleMetadata[],
    object: ObjectSchema,
    alias: string,
    { memberIds, edit, memberships }: { memberIds: string[]; edit: boolean; memberships: Memberships }
): string | null {
    const mine = rules.filter(
        (rule) =>
            rule.object === object.name &&
            (!edit || rule.accessLevel === 'Edit') &&
            rule.sharedTo.some((target) => memberIds.includes(groupId(target)))
    );
    const conditions = mine.map((rule) =>
        rule.sharedFrom.length > 0 ? ownedBy(rule.sharedFrom, alias, memberships) : criteria(rule, object, alias)
    );
    return conditions.length > 0 ? conditions.map((one) => `(${one})`).join(' OR ') : null;
}

function ownedBy(sources: string[], alias: string, memberships: Memberships): string {
    const owners = sources.flatMap((source) => memberships.usersOf(groupId(source)));
    return `${alias}."OwnerId" IN (${owners.map((id) => literal(id)).join(', ')})`;
}

/** All conditions of a rule, joined as its filter logic says. */
function criteria(rule: SharingRuleMetadata, object: ObjectSchema, alias: string): string {
    const parts = rule.criteria.map(({ field, operation, value }) => {
        const schema = object.field(field);
        if (!schema) throw new NotImplementedError(`sharing rule ${rule.name}: field ${field} of ${object.name}`);
        return `(${condition(schema, alias, operation, value)})`;
    });
    if (!rule.booleanFilter) return parts.join(' AND ') || '0';
    return rule.booleanFilter.replace(/\d+|and|or|not/gi, (token) => parts[Number(token) - 1] ?? token.toUpperCase());
}

const ORDER: Record<string, string> = {
    lessThan: '<',
    greaterThan: '>',
    lessOrEqual: '<=',
    greaterOrEqual: '>='
};

function condition(field: FieldSchema, alias: string, operation: string, value: string): string {
    const column = columnOf(field, alias);
    const values = value.split(',').map((one) => literal(valueOf(field, one.trim())));
    const list = values.join(', ');
    if (operation === 'equals') return value === '' ? `${column} IS NULL` : `${column} IN (${list})`;
    if (operation === 'notEqual')
        return value === '' ? `${column} IS NOT NULL` : `${column} IS NULL OR ${column} NOT IN (${list})`;
    if (ORDER[operation]) return `${column} ${ORDER[operation]} ${values[0]}`;
    return textCondition(column, operation, value);
}

function textCondition(column: string, operation: string, value: string): string {
    const parts = value.split(',').map((one) => one.trim());
    const contains = (text: string): string => `instr(lower(${column}), ${literal(text.toLowerCase())}) > 0`;
    const chosen = (text: string): string =>
        `instr(';' || lower(${column}) || ';', ${literal(`;${text.toLowerCase()};`)}) > 0`;
    const any = (test: (text: string) => string): string => parts.map(test).join(' OR ');
    switch (operation) {
        case 'contains':
            return any(contains);
        case 'notContain':
            return `NOT IFNULL(${any(contains)}, 0)`;
        case 'startsWith':
            return any((text) => `instr(lower(${column}), ${literal(text.toLowerCase())}) = 1`);
        case 'includes':
            return any(chosen);
        case 'excludes':
            return `NOT IFNULL(${any(chosen)}, 0)`;
        default:
            throw new NotImplementedError(`sharing rule operation ${operation}`);
    }
}

/** Record types are named by their developer name. */
function columnOf(field: FieldSchema, alias: string): string {
    const column = `${alias}.${quote(field.name)}`;
    if (field.name !== 'RecordTypeId') return column;
    return `(SELECT r."DeveloperName" FROM "RecordType" r WHERE r."Id" = ${column})`;
}

function valueOf(field: FieldSchema, text: string): string | number | boolean {
    if (field.apexType === 'Boolean') return text.toLowerCase() === 'true';
    if (['Integer', 'Decimal', 'Double', 'Long'].includes(field.apexType)) return Number(text);
    if (['Date', 'Datetime'].includes(field.apexType) && !/^\d{4}-/.test(text))
        throw new NotImplementedError(`sharing rule with the date ${text}`);
    return field.apexType === 'Datetime' ? Date.parse(text) : text;
}
