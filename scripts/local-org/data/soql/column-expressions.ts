import { NotImplementedError } from '../../platform/not-implemented.ts';
import type { FieldSchema, SummaryDefinition } from '../schema/types.ts';
import { isStored, quote } from '../storage/columns.ts';
import type { QueryScope, TableNode } from './scope.ts';
import { literal } from './sql-builder.ts';

/** SQL of a field's value: a column, or what a computed field is made of. */
export class ColumnExpressions {
    private readonly scope: QueryScope;
    private depth = 0;

    constructor(scope: QueryScope) {
        this.scope = scope;
    }

    sql(node: TableNode, field: FieldSchema): string {
        if (field.derivedFrom) return this.derivedFrom(node, field.derivedFrom);
        if (field.derivedFact)
            return derivedFact(this.sql(node, this.sibling(node, field.derivedFact.picklist)), field, node);
        if (field.summary) return this.summary(node, field, field.summary);
        if (field.formula) return this.formula(node, field);
        if (!isStored(field)) return compound(node, field);
        return `${node.alias}.${quote(field.name)}`;
    }

    private sibling(node: TableNode, name: string): FieldSchema {
        return node.object.field(name) as FieldSchema;
    }

    private derivedFrom(node: TableNode, source: { reference: string; field: string }): string {
        if (source.reference === '') return this.sql(node, this.sibling(node, source.field));
        const reference = this.sibling(node, source.reference);
        const parent = this.scope.join(node, reference, reference.referenceTo[0]);
        return this.sql(parent, this.sibling(parent, source.field));
    }

    /** A formula is evaluated by a function of the database that gets the values it refers to. */
    private formula(node: TableNode, field: FieldSchema): string {
        if (++this.depth > 15)
            throw new NotImplementedError(`formula ${field.object}.${field.name} that refers to itself`);
        const paths = this.scope.context.formulas.references(field);
        const values = paths.map((path) => this.formulaReference(node, path));
        this.depth--;
        return `formula_value(${literal(`${field.object}.${field.name}`)}, json_array(${values.join(', ')}))`;
    }

    private formulaReference(start: TableNode, path: string[]): string {
        if (path[0].toLowerCase() === '$recordtype')
            return this.formulaReference(start, ['RecordType', ...path.slice(1)]);
        if (path[0].startsWith('$')) return literal(this.scope.context.global(path));
        let node = start;
        for (const step of path.slice(0, -1)) {
            const reference = node.object.relationship(step);
            if (!reference)
                throw new NotImplementedError(`formula reference ${path.join('.')} of ${start.object.name}`);
            const target = reference.referenceTo.includes('User') ? 'User' : reference.referenceTo[0];
            node = this.scope.join(node, reference, target);
        }
        const field = node.object.field(path[path.length - 1]);
        if (!field) throw new NotImplementedError(`formula reference ${path.join('.')} of ${start.object.name}`);
        return this.sql(node, field);
    }

    private summary(node: TableNode, field: FieldSchema, summary: SummaryDefinition): string {
        const child = quote(summary.childObject);
        const filters = summary.filters.map((filter) => summaryFilter(filter));
        const where = [`c.${quote(summary.foreignKey)} = ${node.alias}."Id"`, 'c."IsDeleted" = 0', ...filters];
        const value = summary.summarizedField
            ? `${summary.operation}(c.${quote(summary.summarizedField)})`
            : 'count(*)';
        const zero = summary.operation === 'sum' ? `IFNULL(${value}, 0)` : value;
        const result = field.type === 'BOOLEAN' ? `${zero} > 0` : zero;
        return `(SELECT ${result} FROM ${child} c WHERE ${where.join(' AND ')})`;
    }
}

/** The parts of an address or location as one JSON list; null when all of them are empty. */
function compound(node: TableNode, field: FieldSchema): string {
    const columns = Object.values(field.addressParts ?? {}).map((name) =>
        node.object.field(name) ? `${node.alias}.${quote(name)}` : 'NULL'
    );
    const given = columns.filter((column) => column !== 'NULL').map((column) => `${column} IS NOT NULL`);
    return `CASE WHEN ${given.join(' OR ')} THEN json_array(${columns.join(', ')}) END`;
}

/** The fact that the value of a picklist carries, as CASE over its values. */
function derivedFact(picklistSql: string, field: FieldSchema, node: TableNode): string {
    const { picklist, fact } = field.derivedFact as { picklist: string; fact: string };
    const fallback = field.type === 'BOOLEAN' ? '0' : 'NULL';
    const cases = (node.object.field(picklist)?.picklistValues ?? [])
        .filter((value) => value.facts?.[fact] !== undefined)
        .map((value) => `WHEN ${literal(value.value)} THEN ${literal(value.facts?.[fact] as string)}`);
    if (cases.length === 0) return fallback;
    return `CASE ${picklistSql} ${cases.join(' ')} ELSE ${fallback} END`;
}

function summaryFilter(filter: SummaryDefinition['filters'][number]): string {
    const values = filter.value.split(',').map((value) => literal(summaryValue(value.trim())));
    const column = `c.${quote(filter.field)}`;
    if (filter.operation === 'equals') return `${column} IN (${values.join(', ')})`;
    if (filter.operation === 'notEqual') return `(${column} IS NULL OR ${column} NOT IN (${values.join(', ')}))`;
    const operators: Record<string, string> = {
        greaterThan: '>',
        lessThan: '<',
        greaterOrEqual: '>=',
        lessOrEqual: '<='
    };
    const operator = operators[filter.operation];
    if (!operator) throw new NotImplementedError(`roll-up summary filter ${filter.operation}`);
    return `${column} ${operator} ${values[0]}`;
}

function summaryValue(text: string): string | number | boolean {
    if (/^(true|false)$/i.test(text)) return text.toLowerCase() === 'true';
    return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text;
}
