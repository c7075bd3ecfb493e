import { NotImplementedError } from '../../platform/not-implemented.ts';
import type { SObjectValue } from '../../platform/values/index.ts';
import { isAbsentObject } from '../schema/absent-objects.ts';
import type { ObjectSchema } from '../schema/types.ts';
import type { SqlRow } from '../storage/database.ts';
import { quote } from '../storage/columns.ts';
import { AggregateProjection, isAggregateQuery, isCountQuery } from './aggregate.ts';
import type { OrderItem, Query, SelectItem } from './ast.ts';
import { rowCount } from './comparison.ts';
import { Conditions } from './conditions.ts';
import { noSuchChildRelationship, noSuchObject, queryError } from './errors.ts';
import { operandSql } from './functions.ts';
import { Projection } from './projection.ts';
import { QueryScope } from './scope.ts';
import { checkSemiJoins } from './semi-joins.ts';
import { literal } from './sql-builder.ts';
import type { TranslationContext } from './translation-context.ts';

/** A query as SQL, with what turns its rows into records. */
export interface TranslatedQuery {
    sql: string;
    object: ObjectSchema;
    read(row: SqlRow): SObjectValue;
    children: ChildQuery[];
}

/** A subquery of the select list; run for all parents at once. */
export interface ChildQuery {
    /** Canonical name of the relationship. */
    name: string;
    object: ObjectSchema;
    foreignKey: string;
    query: Query;
}

/** A further condition on the rows, such as the parents of a subquery. */
export type ExtraCondition = (scope: QueryScope) => string;

/**
 * Translates a query.
 * @throws ApexException QueryException as the platform words it
 */
export function translateQuery(query: Query, context: TranslationContext, extra?: ExtraCondition): TranslatedQuery {
    return new QueryTranslation(query, objectOf(query.from, context), context).translate(extra);
}

export function objectOf(name: string, context: TranslationContext): ObjectSchema {
    const object = context.schema.object(name);
    if (!object && isAbsentObject(name)) throw new NotImplementedError(`object ${name}`);
    if (!object || !object.queryable) throw noSuchObject(name);
    return object;
}

class QueryTranslation {
    private readonly query: Query;
    private readonly object: ObjectSchema;
    private readonly context: TranslationContext;
    private readonly scope: QueryScope;
    private readonly conditions: Conditions;
    private readonly children: ChildQuery[] = [];

    constructor(query: Query, object: ObjectSchema, context: TranslationContext) {
        this.query = query;
        this.object = object;
        this.context = context;
        this.scope = new QueryScope(object, query.alias, context);
        this.conditions = new Conditions(this.scope, (inner) => this.semiJoin(inner));
        context.usage.useObject(object);
    }

    translate(extra?: ExtraCondition): TranslatedQuery {
        if (isCountQuery(this.query)) return this.count(extra);
        return isAggregateQuery(this.query) ? this.aggregate(extra) : this.rows(extra);
    }

    private rows(extra?: ExtraCondition): TranslatedQuery {
        const projection = new Projection(this.scope);
        for (const item of this.query.select) this.select(item, projection);
        const where = this.where(extra);
        const order = this.orderBy();
        const sql = `SELECT ${projection.columns.join(', ')}${this.from()}${where}${order}${this.limit()}`;
        return { sql, object: this.object, read: (row) => projection.read(row), children: this.children };
    }

    private select(item: SelectItem, projection: Projection): void {
        if (item.kind === 'subquery') this.children.push(this.childQuery(item.query));
        else if (item.kind === 'typeof') projection.addTypeof(item.path, item.branches, item.otherwise);
        else if (item.kind === 'fields') this.selectGroup(item.group, projection);
        else if (item.operand.kind === 'field') projection.addPath(item.operand.path);
        else this.selectFunction(item.operand, item.alias, projection);
    }

    private selectFunction(
        operand: Parameters<typeof operandSql>[0],
        alias: string | null,
        projection: Projection
    ): void {
        const resolved = operandSql(operand, this.scope);
        projection.addValue(alias ?? resolved.field.name, resolved);
    }

    private selectGroup(group: 'ALL' | 'CUSTOM' | 'STANDARD', projection: Projection): void {
        const limited = this.query.limit && rowCount(this.query.limit, this.context) <= 200;
        if (group !== 'STANDARD' && !limited)
            throw queryError('The SOQL FIELDS function must have a LIMIT of at most 200');
        for (const field of this.object.fields.values()) {
            if (group !== 'ALL' && field.custom !== (group === 'CUSTOM')) continue;
            if (field.type !== 'ADDRESS' && field.type !== 'LOCATION') projection.addPath([field.name]);
        }
    }

    private childQuery(query: Query): ChildQuery {
        const relationship = this.object.childRelationship(query.from);
        if (!relationship?.name) throw noSuchChildRelationship(query.from);
        const object = objectOf(relationship.childObject, this.context);
        return {
            name: relationship.name,
            object,
            foreignKey: relationship.field,
            query: { ...query, from: object.name }
        };
    }

    private aggregate(extra?: ExtraCondition): TranslatedQuery {
        const projection = new AggregateProjection(this.query, this.scope);
        const where = this.where(extra);
        const having = this.query.having ? ` HAVING ${this.conditions.sql(this.query.having)}` : '';
        const order = this.aggregateOrder(projection);
        const from = this.from();
        const selects = projection
            .groupingSets()
            .map((set) => `SELECT ${projection.selectList(set)}${from}${where}${projection.groupBy(set)}${having}`);
        const sql = selects.length === 1 ? selects[0] : `SELECT * FROM (${selects.join(' UNION ALL ')})`;
        return {
            sql: sql + order + this.limit(),
            object: this.object,
            read: (row) => projection.read(row),
            children: []
        };
    }

    private count(extra?: ExtraCondition): TranslatedQuery {
        const where = this.where(extra);
        const inner = `SELECT 1${this.from()}${where}${this.limit()}`;
        const read = (): SObjectValue => {
            throw new Error('SELECT COUNT() has no rows');
        };
        return { sql: `SELECT count(*) AS c0 FROM (${inner})`, object: this.object, read, children: [] };
    }

    private from(): string {
        const { root, joins } = this.scope;
        return [` FROM ${quote(root.object.name)} AS ${root.alias}`, ...joins].join(' ');
    }

    private where(extra?: ExtraCondition): string {
        const alias = this.scope.root.alias;
        if (this.query.where) checkSemiJoins(this.query.where);
        const parts = [
            this.query.where && this.conditions.sql(this.query.where),
            this.object.field('IsDeleted') && !this.query.allRows ? `${alias}."IsDeleted" = 0` : null,
            this.scopeCondition(),
            this.context.sharing(this.object, alias),
            extra?.(this.scope)
        ].filter((part) => typeof part === 'string' && part !== '');
        return parts.length === 0 ? '' : ` WHERE ${parts.map((part) => `(${part})`).join(' AND ')}`;
    }

    private scopeCondition(): string | null {
        const scope = this.query.scope?.toLowerCase() ?? 'everything';
        if (scope === 'everything') return null;
        if (scope !== 'mine') throw new NotImplementedError(`SOQL USING SCOPE ${scope}`);
        return `${this.scope.root.alias}."OwnerId" = ${literal(this.context.userId)}`;
    }

    private orderBy(): string {
        const terms = this.query.orderBy.map((item) => orderTerm(operandSql(item.operand, this.scope).sql, item));
        return terms.length === 0 ? '' : ` ORDER BY ${terms.join(', ')}, ${this.scope.root.alias}.rowid`;
    }

    private aggregateOrder(projection: AggregateProjection): string {
        const terms = this.query.orderBy.map((item) => {
            const byAlias = projection.orderColumn(item.operand, null);
            const resolved = byAlias ? null : operandSql(item.operand, this.scope);
            return orderTerm(
                byAlias ?? projection.orderColumn(item.operand, resolved) ?? (resolved?.sql as string),
                item
            );
        });
        return terms.length === 0 ? '' : ` ORDER BY ${terms.join(', ')}`;
    }

    private limit(): string {
        const { limit, offset } = this.query;
        if (!limit && !offset) return '';
        const skipped = offset ? rowCount(offset, this.context) : 0;
        if (skipped > 2000) throw queryError(`Maximum SOQL offset allowed is 2000`);
        return ` LIMIT ${limit ? rowCount(limit, this.context) : -1}${skipped ? ` OFFSET ${skipped}` : ''}`;
    }

    /** A query on the right of IN: one column, without its empty values so that NOT IN works. */
    private semiJoin(query: Query): string {
        const inner = new QueryTranslation(query, objectOf(query.from, this.context), this.context);
        const [item] = query.select;
        if (query.select.length !== 1 || item.kind !== 'operand') {
            throw queryError('Semi join sub-selects can only have one field');
        }
        const { sql } = operandSql(item.operand, inner.scope);
        const where = inner.where(() => `${sql} IS NOT NULL`);
        return `SELECT ${sql}${inner.from()}${where}${inner.limit()}`;
    }
}

function orderTerm(sql: string, item: OrderItem): string {
    return `${sql} ${item.descending ? 'DESC' : 'ASC'} NULLS ${item.nullsLast ? 'LAST' : 'FIRST'}`;
}
