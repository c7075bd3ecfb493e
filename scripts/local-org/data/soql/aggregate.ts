import { ApexDecimal, SObjectValue } from '../../platform/values/index.ts';
import type { FieldSchema } from '../schema/types.ts';
import type { SqlRow } from '../storage/database.ts';
import { fromStored } from '../storage/columns.ts';
import { isAggregate } from './ast.ts';
import type { Operand, Query } from './ast.ts';
import { queryError } from './errors.ts';
import { operandSql } from './functions.ts';
import { duplicateAlias } from './projection.ts';
import type { QueryScope, ResolvedField } from './scope.ts';

interface AggregateColumn {
    alias: string;
    operand: Operand;
    resolved: ResolvedField;
}

/** Does a query answer groups instead of rows? */
export function isAggregateQuery(query: Query): boolean {
    return (
        query.groupBy.length > 0 || query.select.some((item) => item.kind === 'operand' && isAggregate(item.operand))
    );
}

/** `SELECT COUNT() FROM …` */
export function isCountQuery(query: Query): boolean {
    const [item] = query.select;
    return (
        query.select.length === 1 && item.kind === 'operand' && isAggregate(item.operand) && isBareCount(item.operand)
    );
}

function isBareCount(operand: Operand): boolean {
    return operand.kind === 'function' && operand.name === 'COUNT' && operand.argument === null;
}

/** The select list of a query for groups. */
export class AggregateProjection {
    private readonly columns: AggregateColumn[];
    private readonly groups: ResolvedField[];
    private readonly query: Query;

    /** @throws ApexException QueryException when a field is neither grouped nor aggregated */
    constructor(query: Query, scope: QueryScope) {
        this.query = query;
        this.groups = query.groupBy.map((operand) => operandSql(operand, scope));
        this.columns = this.selectColumns(scope);
        this.checkGrouped();
    }

    private selectColumns(scope: QueryScope): AggregateColumn[] {
        let unnamed = 0;
        const seen = new Set<string>();
        return this.query.select.map((item) => {
            if (item.kind !== 'operand') throw queryError('Grouped query cannot have this kind of select item');
            const resolved = operandSql(item.operand, scope);
            const alias = item.alias ?? (item.operand.kind === 'field' ? resolved.field.name : `expr${unnamed++}`);
            if (seen.has(alias.toLowerCase())) throw duplicateAlias(alias);
            seen.add(alias.toLowerCase());
            return { alias, operand: item.operand, resolved };
        });
    }

    private checkGrouped(): void {
        for (const { operand, resolved } of this.columns) {
            if (isAggregate(operand) || isGrouping(operand)) continue;
            if (this.groups.some((group) => group.sql === resolved.sql)) continue;
            const name = operand.kind === 'field' ? operand.path.join('.') : operand.name;
            throw queryError(`Field must be grouped or aggregated: ${name}`);
        }
    }

    /** The columns of ORDER BY: groups, aggregates and aliases. */
    orderColumn(operand: Operand, resolved: ResolvedField | null): string | null {
        const index = this.columns.findIndex(
            (column) =>
                column.resolved.sql === resolved?.sql ||
                (operand.kind === 'field' && column.alias.toLowerCase() === operand.path.join('.').toLowerCase())
        );
        return index < 0 ? null : `c${index}`;
    }

    /** One select for each set of groups: the groups themselves, and for ROLLUP and CUBE the totals over them. */
    groupingSets(): number[][] {
        const all = this.groups.map((_, index) => index);
        if (this.query.grouping === 'plain') return [all];
        if (this.query.grouping === 'rollup') return [...all, -1].map((_, index) => all.slice(0, all.length - index));
        return all.reduce<number[][]>((sets, index) => [...sets.map((set) => [...set, index]), ...sets], [[]]);
    }

    selectList(set: number[]): string {
        const grouped = set.map((index) => this.groups[index].sql);
        return this.columns.map((column, index) => `${this.columnSql(column, grouped)} AS c${index}`).join(', ');
    }

    private columnSql({ operand, resolved }: AggregateColumn, grouped: string[]): string {
        if (isAggregate(operand)) return resolved.sql;
        if (isGrouping(operand)) return grouped.some((sql) => this.groupingTarget(operand) === sql) ? '0' : '1';
        return grouped.includes(resolved.sql) ? resolved.sql : 'NULL';
    }

    private groupingTarget(operand: Operand): string | undefined {
        const path = operand.kind === 'function' && operand.argument?.kind === 'field' ? operand.argument.path : [];
        return this.groups.find((group) => group.field.name.toLowerCase() === path.at(-1)?.toLowerCase())?.sql;
    }

    groupBy(set: number[]): string {
        return set.length === 0 ? '' : ` GROUP BY ${set.map((index) => this.groups[index].sql).join(', ')}`;
    }

    /** A row of the statement as an AggregateResult. */
    read(row: SqlRow): SObjectValue {
        const record = new SObjectValue('AggregateResult');
        this.columns.forEach(({ alias, resolved }, index) => {
            record.fields.set(alias, aggregateValue(resolved.field, row[`c${index}`]));
        });
        record.readOnly = true;
        return record;
    }
}

function isGrouping(operand: Operand): boolean {
    return operand.kind === 'function' && operand.name === 'GROUPING';
}

function aggregateValue(field: FieldSchema, stored: SqlRow[string]): unknown {
    const value = stored === null ? null : fromStored(field, stored);
    return value instanceof ApexDecimal && field.scale > 0 ? rounded(value, field.scale) : value;
}

/** Sums keep the scale of what was summed; averages their digits. */
function rounded(value: ApexDecimal, scale: number): ApexDecimal {
    return value.value.decimalPlaces() <= scale ? value : value.withScale(Math.max(scale, 10), 'HALF_UP');
}
