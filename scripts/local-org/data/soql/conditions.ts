import { ApexException } from '../../platform/values/index.ts';
import type { FieldSchema } from '../schema/types.ts';
import type { ComparisonOperator, Condition, Operand, Query, Value } from './ast.ts';
import { Comparands } from './comparison.ts';
import type { Comparand } from './comparison.ts';
import { queryError } from './errors.ts';
import { functionSql } from './functions.ts';
import type { QueryScope, ResolvedField } from './scope.ts';

type SubqueryTranslator = (query: Query, scope: QueryScope) => string;

/** SQL of WHERE and HAVING. Every comparison is true or false, never unknown, when it stands under NOT. */
export class Conditions {
    private readonly scope: QueryScope;
    private readonly comparands: Comparands;
    private readonly subquery: SubqueryTranslator;

    constructor(scope: QueryScope, subquery: SubqueryTranslator) {
        this.scope = scope;
        this.comparands = new Comparands(scope.context);
        this.subquery = subquery;
    }

    sql(condition: Condition, negated = false): string {
        switch (condition.kind) {
            case 'not':
                return `NOT (${this.sql(condition.condition, true)})`;
            case 'and':
            case 'or':
                return condition.conditions
                    .map((one) => `(${this.sql(one, negated)})`)
                    .join(` ${condition.kind.toUpperCase()} `);
            default: {
                const sql = this.comparison(condition.left, condition.operator, condition.value);
                return negated ? `IFNULL(${sql}, 0)` : sql;
            }
        }
    }

    private comparison(operand: Operand, operator: ComparisonOperator, value: Value): string {
        const left = this.operand(operand);
        checkFilterable(left.field);
        if (value.kind === 'subquery') return this.semiJoin(left, operator, value.query);
        if (operator === 'LIKE') return this.like(left, value);
        if (operator === 'INCLUDES' || operator === 'EXCLUDES') return this.includes(left, operator, value);
        const comparand = this.comparands.of(value, left.field);
        if (comparand.kind === 'span') return this.inSpan(left.sql, operator, comparand.start, comparand.end);
        if (comparand.kind === 'list' || operator === 'IN' || operator === 'NOT IN')
            return this.inList(left, operator, comparand);
        return this.single(left, operator, comparand.value);
    }

    private operand(operand: Operand): ResolvedField {
        return operand.kind === 'field' ? this.scope.resolve(operand.path) : functionSql(operand, this.scope);
    }

    private add(value: unknown): string {
        return this.scope.context.parameters.add(value as string);
    }

    /** Text outside ASCII is compared by a function of its own: SQLite folds the case of A to Z only. */
    private single({ sql, field }: ResolvedField, operator: ComparisonOperator, value: unknown): string {
        if (value === null) return this.againstNull(sql, operator);
        const folded = needsFolding(field, value);
        const left = folded ? `fold(${sql})` : sql;
        const right = this.add(folded ? String(value).toLowerCase() : value);
        if (operator === '=') return `${left} = ${right}`;
        if (operator === '!=') return `${left} IS NOT ${right}`;
        return `${left} ${operator} ${right}`;
    }

    private againstNull(sql: string, operator: ComparisonOperator): string {
        if (operator === '=' || operator === 'IN') return `${sql} IS NULL`;
        return operator === '!=' || operator === 'NOT IN' ? `${sql} IS NOT NULL` : '0';
    }

    private inList(left: ResolvedField, operator: ComparisonOperator, comparand: Comparand): string {
        const all = comparand.kind === 'list' ? comparand.values : [(comparand as { value: string }).value];
        const negative = operator === 'NOT IN' || operator === '!=';
        if (!['IN', 'NOT IN', '=', '!='].includes(operator))
            throw queryError(`Invalid bind expression type for ${operator}`);
        const present = all.filter((value) => value !== null);
        const withNull = present.length < all.length;
        const folded = present.some((value) => needsFolding(left.field, value));
        const column = folded ? `fold(${left.sql})` : left.sql;
        const values = folded ? present.map((value) => String(value).toLowerCase()) : present;
        const list = `${column} ${negative ? 'NOT ' : ''}IN ${this.scope.context.parameters.addList(values)}`;
        if (negative) return withNull ? `(${left.sql} IS NOT NULL AND ${list})` : `(${left.sql} IS NULL OR ${list})`;
        return withNull ? `(${left.sql} IS NULL OR ${list})` : list;
    }

    private inSpan(sql: string, operator: ComparisonOperator, start: unknown, end: unknown): string {
        const inside = (): string => `(${sql} >= ${this.add(start)} AND ${sql} < ${this.add(end)})`;
        switch (operator) {
            case '=':
                return inside();
            case '!=':
                return `NOT IFNULL(${inside()}, 0)`;
            case '<':
            case '>=':
                return `${sql} ${operator} ${this.add(start)}`;
            case '>':
                return `${sql} >= ${this.add(end)}`;
            case '<=':
                return `${sql} < ${this.add(end)}`;
            default:
                throw queryError(`Invalid operator ${operator} for a date literal`);
        }
    }

    private like(left: ResolvedField, value: Value): string {
        if (!['String', 'Object'].includes(left.field.apexType)) {
            throw queryError(`invalid operator on ${left.field.type.toLowerCase()} field`);
        }
        const patterns = this.patterns(value).map((pattern) => {
            if (pattern === null) return `${left.sql} IS NULL`;
            const folded = needsFolding(left.field, pattern);
            const right = this.add(folded ? pattern.toLowerCase() : pattern);
            return `${folded ? `fold(${left.sql})` : left.sql} LIKE ${right} ESCAPE '\\'`;
        });
        return patterns.length === 1 ? patterns[0] : `(${patterns.join(' OR ') || '0'})`;
    }

    private patterns(value: Value): (string | null)[] {
        if (value.kind === 'string') return [value.pattern];
        if (value.kind === 'list') return value.values.flatMap((one) => this.patterns(one));
        const bound = this.comparands.of(value, textField);
        if (bound.kind === 'list') return bound.values.map(asPattern);
        return [asPattern((bound as { value: unknown }).value)];
    }

    private includes(left: ResolvedField, operator: ComparisonOperator, value: Value): string {
        const comparand = this.comparands.of(value, { ...left.field, apexType: 'String' });
        const groups = comparand.kind === 'list' ? comparand.values : [(comparand as { value: string }).value];
        const parts = groups.map((group) => {
            const all = String(group ?? '').split(';');
            return all
                .map((one) => `instr(';' || lower(${left.sql}) || ';', ${this.add(`;${one.toLowerCase()};`)}) > 0`)
                .join(' AND ');
        });
        const any = parts.map((part) => `(${part})`).join(' OR ');
        return operator === 'INCLUDES' ? `(${any})` : `NOT IFNULL((${any}), 0)`;
    }

    private semiJoin(left: ResolvedField, operator: ComparisonOperator, query: Query): string {
        const inner = this.subquery(query, this.scope);
        if (operator === 'IN') return `${left.sql} IN (${inner})`;
        if (operator !== 'NOT IN') throw queryError(`unexpected token: '('`);
        return `(${left.sql} IS NULL OR ${left.sql} NOT IN (${inner}))`;
    }
}

const textField = { apexType: 'String', name: 'pattern' } as FieldSchema;

function asPattern(value: unknown): string | null {
    return value === null ? null : String(value);
}

function needsFolding(field: FieldSchema, value: unknown): boolean {
    return field.apexType === 'String' && !field.caseSensitive && /[^\x00-\x7f]/.test(String(value));
}

function checkFilterable(field: FieldSchema): void {
    if (field.filterable) return;
    throw new ApexException('QueryException', `field '${field.name}' can not be filtered in a query call`);
}
