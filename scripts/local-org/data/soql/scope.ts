import { NotImplementedError } from '../../platform/not-implemented.ts';
import type { FieldSchema, ObjectSchema } from '../schema/types.ts';
import { quote } from '../storage/columns.ts';
import { ColumnExpressions } from './column-expressions.ts';
import { noSuchColumn, noSuchRelationship } from './errors.ts';
import { literal } from './sql-builder.ts';
import type { TranslationContext } from './translation-context.ts';

/** A table of the statement: the object of FROM or a parent joined to it. */
export interface TableNode {
    object: ObjectSchema;
    alias: string;
}

/** A field of some table and how SQL names its value. */
export interface ResolvedField {
    field: FieldSchema;
    sql: string;
}

/** Fields that can be read through a reference to several objects. */
const NAME_FIELDS = new Set(
    'id name type firstname lastname email phone title username alias isactive profile profileid userrole userroleid recordtype recordtypeid'.split(
        ' '
    )
);

/** The tables of one query: the object of FROM and the parents that its paths lead to. */
export class QueryScope {
    readonly root: TableNode;
    readonly joins: string[] = [];
    readonly context: TranslationContext;
    private readonly alias: string | null;
    private readonly joined = new Map<string, TableNode>();
    private readonly columns: ColumnExpressions;

    constructor(object: ObjectSchema, alias: string | null, context: TranslationContext) {
        this.context = context;
        this.alias = alias?.toLowerCase() ?? null;
        this.root = { object, alias: context.parameters.nextAlias() };
        this.columns = new ColumnExpressions(this);
    }

    /**
     * The field that a path such as `Account.Owner.Name` leads to.
     * @throws ApexException QueryException when a step of the path does not exist
     */
    resolve(path: string[]): ResolvedField {
        return this.resolveFrom(this.root, this.withoutAlias(path));
    }

    /** A path without the alias or the object's own name before it. */
    withoutAlias(path: string[]): string[] {
        if (path.length < 2) return path;
        const first = path[0].toLowerCase();
        const own = first === this.alias || first === this.root.object.name.toLowerCase();
        return own && (first === this.alias || !this.root.object.relationship(first)) ? path.slice(1) : path;
    }

    resolveFrom(start: TableNode, path: string[]): ResolvedField {
        let node = start;
        for (let step = 0; step < path.length - 1; step++) {
            const reference = this.reference(node, path[step]);
            if (reference.referenceTo.length > 1) return this.polymorphic(node, reference, path.slice(step + 1));
            node = this.join(node, reference, reference.referenceTo[0]);
        }
        return this.fieldOf(node, path[path.length - 1]);
    }

    /** The lookup that a parent path names. */
    reference(node: TableNode, name: string): FieldSchema {
        const reference = node.object.relationship(name);
        if (!reference) throw noSuchRelationship(name);
        this.context.usage.use(node.object, reference);
        return reference;
    }

    private fieldOf(node: TableNode, name: string): ResolvedField {
        const field = node.object.field(name);
        if (!field) throw noSuchColumn(name, node.object.name);
        this.context.usage.use(node.object, field);
        return { field, sql: this.columnSql(node, field) };
    }

    /** How SQL reads a field of a table, without noting that the query uses it. */
    columnSql(node: TableNode, field: FieldSchema): string {
        return this.columns.sql(node, field);
    }

    /** The table of the parents that a lookup of a table points to. */
    join(node: TableNode, reference: FieldSchema, target: string): TableNode {
        const key = `${node.alias}.${reference.name}>${target}`;
        const known = this.joined.get(key);
        if (known) return known;
        const object = this.context.schema.object(target);
        if (!object) throw new NotImplementedError(`object ${target}`);
        const parent = { object, alias: this.context.parameters.nextAlias() };
        this.joined.set(key, parent);
        const on = `${parent.alias}."Id" = ${this.columnSql(node, reference)}`;
        this.joins.push(`LEFT JOIN ${quote(object.name)} AS ${parent.alias} ON ${on}`);
        return parent;
    }

    /** Tables of all objects that a polymorphic lookup can point to. */
    variants(node: TableNode, reference: FieldSchema): TableNode[] {
        return reference.referenceTo
            .filter((target) => this.context.schema.object(target))
            .map((target) => this.join(node, reference, target));
    }

    private polymorphic(node: TableNode, reference: FieldSchema, path: string[]): ResolvedField {
        const found = this.variants(node, reference).flatMap((variant) => {
            const resolved = this.variantField(variant, path);
            return resolved ? [resolved] : [];
        });
        if (found.length === 0) throw noSuchColumn(path[0], 'Name');
        const sql = found.length === 1 ? found[0].sql : `COALESCE(${found.map((one) => one.sql).join(', ')})`;
        return { field: found[0].field, sql };
    }

    /** A field of one of the objects that a polymorphic lookup can point to; undefined when it has none such. */
    variantField(variant: TableNode, path: string[]): ResolvedField | undefined {
        const name = path[0].toLowerCase();
        if (!NAME_FIELDS.has(name)) return undefined;
        if (name === 'type' && path.length === 1) return this.variantType(variant);
        const first = name === 'name' ? (variant.object.nameField ?? 'Name') : path[0];
        const exists = path.length > 1 ? variant.object.relationship(first) : variant.object.field(first);
        if (!exists) return undefined;
        return this.context.usage.quietly(() => this.resolveFrom(variant, [first, ...path.slice(1)]));
    }

    private variantType(variant: TableNode): ResolvedField {
        const field = this.context.schema.object('Group')?.field('Type') as FieldSchema;
        const sql = `CASE WHEN ${variant.alias}."Id" IS NOT NULL THEN ${literal(variant.object.name)} END`;
        return { field: { ...field, type: 'STRING' }, sql };
    }
}
