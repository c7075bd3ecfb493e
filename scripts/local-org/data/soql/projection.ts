import { ApexException, SObjectValue } from '../../platform/values/index.ts';
import type { FieldSchema } from '../schema/types.ts';
import type { SqlRow } from '../storage/database.ts';
import { fromStored } from '../storage/columns.ts';
import { noSuchColumn } from './errors.ts';
import type { QueryScope, ResolvedField, TableNode } from './scope.ts';

interface ProjectedField {
    name: string;
    column: string;
    field: FieldSchema;
}

interface ProjectedParent {
    reference: FieldSchema;
    variants: Map<string, ProjectedTable>;
}

/** What a query selects of one table, and of its parents. */
class ProjectedTable {
    readonly table: TableNode;
    readonly idColumn: string;
    readonly fields: ProjectedField[] = [];
    readonly parents = new Map<string, ProjectedParent>();

    constructor(table: TableNode, idColumn: string) {
        this.table = table;
        this.idColumn = idColumn;
    }
}

/** The select list of a query for rows: columns of the statement, and how its rows become records. */
export class Projection {
    readonly columns: string[] = [];
    private readonly scope: QueryScope;
    private readonly root: ProjectedTable;

    constructor(scope: QueryScope) {
        this.scope = scope;
        this.root = this.project(scope.root);
    }

    /** SQL expression → name of its column. */
    private column(sql: string): string {
        const name = `c${this.columns.length}`;
        this.columns.push(`${sql} AS ${name}`);
        return name;
    }

    private project(table: TableNode): ProjectedTable {
        return new ProjectedTable(table, this.column(`${table.alias}."Id"`));
    }

    /** Selects a field by its path. */
    addPath(path: string[]): void {
        this.addTo(this.root, this.scope.withoutAlias(path));
    }

    /** Selects a computed value under the name of a field. */
    addValue(name: string, { sql, field }: ResolvedField): void {
        this.root.fields.push({ name, column: this.column(sql), field });
    }

    private addTo(target: ProjectedTable, path: string[]): void {
        if (path.length === 1) return this.addField(target, this.scope.resolveFrom(target.table, path));
        const parent = this.parentOf(target, path[0]);
        const rest = path.slice(1);
        if (parent.reference.referenceTo.length === 1) {
            return this.addTo([...parent.variants.values()][0], rest);
        }
        let found = false;
        for (const variant of parent.variants.values()) found = this.addToVariant(variant, rest) || found;
        if (!found) throw noSuchColumn(rest[0], 'Name');
    }

    private addField(target: ProjectedTable, { sql, field }: ResolvedField, name = field.name): void {
        if (target.fields.some((existing) => existing.name === name)) return;
        target.fields.push({ name, column: this.column(sql), field });
    }

    private addToVariant(variant: ProjectedTable, path: string[]): boolean {
        const resolved = this.scope.variantField(variant.table, path);
        if (!resolved) return false;
        const isName = path.length === 1 && path[0].toLowerCase() === 'name';
        if (path.length > 1) this.addTo(variant, path);
        else this.addField(variant, resolved, isName ? 'Name' : resolved.field.name);
        return true;
    }

    /** Selects the branches of TYPEOF. */
    addTypeof(path: string[], branches: { object: string; fields: string[][] }[], otherwise: string[][]): void {
        const parent = this.parentOf(this.root, path[0]);
        for (const [name, variant] of parent.variants) {
            const branch = branches.find((candidate) => candidate.object.toLowerCase() === name.toLowerCase());
            if (branch) branch.fields.forEach((field) => this.addTo(variant, field));
            else otherwise.forEach((field) => this.addToVariant(variant, field));
        }
    }

    private parentOf(target: ProjectedTable, step: string): ProjectedParent {
        const reference = this.scope.reference(target.table, step);
        const name = reference.relationshipName as string;
        const known = target.parents.get(name);
        if (known) return known;
        const variants = new Map<string, ProjectedTable>();
        for (const table of this.scope.variants(target.table, reference))
            variants.set(table.object.name, this.project(table));
        const parent = { reference, variants };
        target.parents.set(name, parent);
        this.addField(target, { field: reference, sql: this.scope.columnSql(target.table, reference) });
        return parent;
    }

    /** A row of the statement as a record. */
    read(row: SqlRow): SObjectValue {
        return readTable(this.root, row) as SObjectValue;
    }
}

function readTable(source: ProjectedTable, row: SqlRow): SObjectValue | null {
    const id = row[source.idColumn];
    if (id === null) return null;
    const record = new SObjectValue(source.table.object.name);
    const queried = new Set<string>(['Id']);
    for (const { name, column, field } of source.fields) {
        queried.add(name);
        const value = fromStored(field, row[column]);
        if (value !== null) record.fields.set(name, value);
    }
    record.fields.set('Id', String(id));
    for (const [name, parent] of source.parents) {
        queried.add(name);
        record.parents.set(name, readParent(parent, row));
    }
    record.queriedFields = queried;
    return record;
}

function readParent(parent: ProjectedParent, row: SqlRow): SObjectValue | null {
    for (const variant of parent.variants.values()) {
        const record = readTable(variant, row);
        if (record) return record;
    }
    return null;
}

/** The query names a field twice. */
export function duplicateAlias(alias: string): ApexException {
    return new ApexException('QueryException', `duplicate alias: ${alias}`);
}
