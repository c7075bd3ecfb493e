import { NotImplementedError } from '../../platform/not-implemented.ts';
import { LocationValue } from '../../platform/location/values.ts';
import { makeField } from '../schema/field.ts';
import type { DisplayType, FieldSchema } from '../schema/types.ts';
import type { FunctionOperand, Operand, PointValue, Value } from './ast.ts';
import { queryError } from './errors.ts';
import type { QueryScope, ResolvedField } from './scope.ts';
import { literal } from './sql-builder.ts';

const AGGREGATE_SQL: Record<string, (sql: string) => string> = {
    COUNT: (sql) => `count(${sql})`,
    COUNT_DISTINCT: (sql) => `count(DISTINCT ${sql})`,
    SUM: (sql) => `sum(${sql})`,
    AVG: (sql) => `avg(${sql})`,
    MIN: (sql) => `min(${sql})`,
    MAX: (sql) => `max(${sql})`
};

const DATE_PARTS = new Set([
    'CALENDAR_MONTH',
    'CALENDAR_QUARTER',
    'CALENDAR_YEAR',
    'DAY_IN_MONTH',
    'DAY_IN_WEEK',
    'DAY_IN_YEAR',
    'FISCAL_MONTH',
    'FISCAL_QUARTER',
    'FISCAL_YEAR',
    'HOUR_IN_DAY',
    'WEEK_IN_MONTH',
    'WEEK_IN_YEAR'
]);

/** SQL and type of a function of the select list, of WHERE, GROUP BY, HAVING or ORDER BY. */
export function functionSql(call: FunctionOperand, scope: QueryScope): ResolvedField {
    if (AGGREGATE_SQL[call.name]) return aggregate(call, scope);
    if (DATE_PARTS.has(call.name)) return datePart(call, scope);
    if (call.distance) return distance(call.distance, scope);
    const argument = call.argument && operandSql(call.argument, scope);
    if (!argument) throw queryError(`unexpected token: ')'`);
    if (call.name === 'DAY_ONLY')
        return result(`day_only(${argument.sql}, ${zone(call, scope)})`, 'DATE', argument.field);
    if (call.name === 'TOLABEL') return label(argument);
    if (call.name === 'FORMAT') return formatted(argument, scope);
    if (call.name === 'CONVERTTIMEZONE') return argument;
    if (call.name === 'GROUPING') return result('0', 'INTEGER', argument.field);
    throw new NotImplementedError(`SOQL ${call.name}()`);
}

export function operandSql(operand: Operand, scope: QueryScope): ResolvedField {
    return operand.kind === 'field' ? scope.resolve(operand.path) : functionSql(operand, scope);
}

function result(sql: string, type: DisplayType, source: FieldSchema): ResolvedField {
    const field = makeField(source.object, source.name, type, { scale: source.scale });
    return { sql, field };
}

function aggregate(call: FunctionOperand, scope: QueryScope): ResolvedField {
    if (!call.argument) return { sql: 'count(*)', field: makeField(scope.root.object.name, 'Id', 'INTEGER') };
    const { sql, field } = operandSql(call.argument, scope);
    const text = AGGREGATE_SQL[call.name](sql);
    if (call.name.startsWith('COUNT')) return result(text, 'INTEGER', field);
    if (call.name === 'AVG') return result(text, 'DOUBLE', field);
    if (call.name === 'SUM' && !['Integer', 'Decimal', 'Long', 'Double'].includes(field.apexType)) {
        throw queryError(`field ${field.name} does not support aggregate operator SUM`);
    }
    return result(text, field.type, field);
}

function datePart(call: FunctionOperand, scope: QueryScope): ResolvedField {
    const argument = operandSql(call.argument as Operand, scope);
    const sql = `date_part(${literal(call.name)}, ${argument.sql}, ${zone(call, scope)})`;
    return result(sql, 'INTEGER', argument.field);
}

/** Date functions count in UTC unless the field stands in convertTimezone(). */
function zone(call: FunctionOperand, scope: QueryScope): string {
    const converted = call.argument?.kind === 'function' && call.argument.name === 'CONVERTTIMEZONE';
    return literal(converted ? (scope.context.now.zoneName ?? 'UTC') : 'UTC');
}

/** Distance of two points as the crow flies. */
function distance({ from, to, unit }: NonNullable<FunctionOperand['distance']>, scope: QueryScope): ResolvedField {
    const points = [...point(from, scope), ...point(to, scope)].join(', ');
    return {
        sql: `distance(${points}, ${literal(unit)})`,
        field: makeField(scope.root.object.name, 'distance', 'DOUBLE', { scale: 15 })
    };
}

/** SQL of latitude and longitude. */
function point(value: PointValue, scope: QueryScope): [string, string] {
    if (value.kind === 'pair') return value.values.map((one) => coordinate(one, scope)) as [string, string];
    if (value.kind === 'bind') return boundPoint(scope.context.binds(value.name), scope);
    const { field } = scope.resolve(value.path);
    const parts = [field.addressParts?.latitude, field.addressParts?.longitude];
    if (!parts[0] || !parts[1]) throw queryError(`field '${field.name}' is no location`);
    return parts.map((name) => scope.resolve([...value.path.slice(0, -1), name as string]).sql) as [string, string];
}

function boundPoint(value: unknown, scope: QueryScope): [string, string] {
    if (!(value instanceof LocationValue)) throw queryError('Invalid bind expression type for a location');
    return [scope.context.parameters.add(value.latitude), scope.context.parameters.add(value.longitude)];
}

function coordinate(value: Value, scope: QueryScope): string {
    const given = value.kind === 'bind' ? scope.context.binds(value.name) : (value as { text: string }).text;
    if (given === null || given === undefined) throw queryError('Invalid value for GEOLOCATION: null');
    return scope.context.parameters.add(Number(String(given)));
}

/** FORMAT(): numbers, dates and times as the user's locale writes them; text as it is. */
function formatted({ sql, field }: ResolvedField, scope: QueryScope): ResolvedField {
    const zone = scope.context.now.zoneName ?? 'UTC';
    const settings = [field.type, String(field.scale), zone, scope.context.locale].map(literal).join(', ');
    return result(`format_value(${sql}, ${settings})`, 'STRING', field);
}

function label({ sql, field }: ResolvedField): ResolvedField {
    return result(`picklist_label(${literal(`${field.object}.${field.name}`)}, ${sql})`, 'STRING', field);
}
