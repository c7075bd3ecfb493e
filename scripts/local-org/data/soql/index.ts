import { DateTime } from 'luxon';
import { ApexList } from '../../platform/values/index.ts';
import type { SObjectValue } from '../../platform/values/index.ts';
import type { FormulaGlobals } from '../dml/record-values.ts';
import { encodeGlobal } from '../formula/global-values.ts';
import type { FieldSchema, ObjectSchema, SchemaRegistry } from '../schema/types.ts';
import type { SqlDatabase } from '../storage/database.ts';
import { quote } from '../storage/columns.ts';
import type { Access, BindResolver, QueryInfo } from '../types.ts';
import { isAggregateQuery, isCountQuery } from './aggregate.ts';
import type { Query } from './ast.ts';
import { rowCount } from './comparison.ts';
import { parseSoql } from './parser.ts';
import { SqlParameters } from './sql-builder.ts';
import type { FieldUsage, TranslationContext } from './translation-context.ts';
import { translateQuery } from './translation.ts';
import type { ChildQuery, ExtraCondition } from './translation.ts';

/** What the query engine asks the rest of the org. */
export interface QueryEnvironment {
    schema(): SchemaRegistry;
    formulas: { references(field: FieldSchema): string[][] };
    timeZone(userId: string): string;
    locale(userId: string): string;
    globals(userId: string): FormulaGlobals;
    now(): number;
    /** Starts the checks of a query; `finish` throws when the user may not see what was used. */
    guard(access: Access, mode: Query['mode']): FieldUsage & { finish(): void };
    sharing(object: ObjectSchema, alias: string, userId: string): string | null;
}

/** Runs SOQL. */
export class QueryEngine {
    private readonly database: SqlDatabase;
    private readonly environment: QueryEnvironment;

    constructor(database: SqlDatabase, environment: QueryEnvironment) {
        this.database = database;
        this.environment = environment;
    }

    query(text: string, binds: BindResolver, access: Access): SObjectValue[] {
        return this.rows(parseSoql(text), binds, access);
    }

    describe(text: string): QueryInfo {
        const query = parseSoql(text);
        const object = this.environment.schema().object(query.from)?.name ?? query.from;
        return { object, countOnly: isCountQuery(query), aggregate: isAggregateQuery(query) };
    }

    count(text: string, binds: BindResolver, access: Access): number {
        const query = parseSoql(text);
        if (!isCountQuery(query)) return this.rows(query, binds, access).length;
        const context = this.context(query, binds, access);
        const { sql } = translateQuery(query, context);
        context.finish();
        return Number(this.database.get(sql, context.parameters.values)?.c0 ?? 0);
    }

    rows(query: Query, binds: BindResolver, access: Access, extra?: ExtraCondition): SObjectValue[] {
        const context = this.context(query, binds, access);
        const translated = translateQuery(query, context, extra);
        const records = this.run(translated.sql, context).map((row) => translated.read(row));
        for (const child of translated.children)
            this.attachChildren(records, child, binds, { access, mode: query.mode });
        this.noteView(query, translated.object, records);
        return records;
    }

    /** FOR VIEW and FOR REFERENCE note that the user looked at the rows. */
    private noteView(query: Query, object: ObjectSchema, records: SObjectValue[]): void {
        const viewed = query.lock === 'view' ? ['LastViewedDate', 'LastReferencedDate'] : ['LastReferencedDate'];
        const fields = viewed.filter((name) => object.field(name));
        if ((query.lock !== 'view' && query.lock !== 'reference') || fields.length === 0) return;
        const sets = fields.map((name) => `${quote(name)} = ?1`).join(', ');
        const sql = `UPDATE ${quote(object.name)} SET ${sets} WHERE "Id" IN (SELECT value FROM json_each(?2))`;
        this.database.run(sql, [this.environment.now(), JSON.stringify(records.map((record) => record.id))]);
    }

    private run(sql: string, context: TranslationContext & { finish(): void }) {
        context.finish();
        return this.database.all(sql, context.parameters.values);
    }

    private context(query: Query, binds: BindResolver, access: Access): TranslationContext & { finish(): void } {
        const { environment } = this;
        const usage = environment.guard(access, query.mode);
        const shared = query.mode === 'user' || (access.sharing && query.mode !== 'system');
        return {
            schema: environment.schema(),
            parameters: new SqlParameters(),
            usage,
            binds,
            now: DateTime.fromMillis(environment.now(), { zone: environment.timeZone(access.userId) }),
            locale: environment.locale(access.userId),
            userId: access.userId,
            formulas: environment.formulas,
            global: (path) => encodeGlobal(environment.globals(access.userId).value(path)),
            sharing: (object, alias) => (shared ? environment.sharing(object, alias, access.userId) : null),
            finish: () => usage.finish()
        };
    }

    /** One statement for the children of all parents; LIMIT counts for each parent. */
    private attachChildren(
        parents: SObjectValue[],
        child: ChildQuery,
        binds: BindResolver,
        { access, mode }: { access: Access; mode: Query['mode'] }
    ): void {
        const ids = parents.map((parent) => parent.id);
        const query: Query = { ...child.query, mode, limit: null };
        const byParent = new Map<string, SObjectValue[]>();
        const key = child.foreignKey;
        const ownKey = query.select.some(
            (item) =>
                item.kind === 'operand' &&
                item.operand.kind === 'field' &&
                item.operand.path.at(-1)?.toLowerCase() === key.toLowerCase()
        );
        if (!ownKey)
            query.select = [...query.select, { kind: 'operand', operand: { kind: 'field', path: [key] }, alias: null }];
        const inParents: ExtraCondition = (scope) =>
            `${scope.root.alias}.${quote(key)} IN ${scope.context.parameters.addList(ids)}`;
        for (const record of this.rows(query, binds, access, inParents)) {
            const parentId = String(record.fields.get(key));
            const siblings = byParent.get(parentId);
            if (siblings) siblings.push(record);
            else byParent.set(parentId, [record]);
        }
        const limit = child.query.limit;
        const most = limit ? rowCount(limit, this.context(query, binds, access)) : Infinity;
        for (const parent of parents) {
            const records = (byParent.get(parent.id as string) ?? []).slice(0, most);
            parent.children.set(child.name, new ApexList(child.object.name, records));
            parent.queriedFields?.add(child.name);
        }
    }
}
