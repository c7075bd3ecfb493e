import { DateTime } from 'luxon';
import type { MetadataStore } from '../metadata/types.ts';
import type { SObjectValue } from '../platform/values/index.ts';
import { convertLead } from './dml/convert-lead.ts';
import { DmlEngine } from './dml/index.ts';
import { GlobalVariables } from './dml/formula-globals.ts';
import { Formulas } from './formula/index.ts';
import { emptyRecycleBin } from './dml/empty-recycle-bin.ts';
import { mergeRecords } from './dml/merge.ts';
import { readSummaries } from './dml/summaries.ts';
import { buildSchema } from './schema/index.ts';
import type { ObjectSchema, SchemaRegistry } from './schema/types.ts';
import { readOrgConfig } from './security/config.ts';
import type { OrgConfig } from './security/config.ts';
import { QueryGuard, WriteGuard } from './security/guards.ts';
import { Memberships } from './security/memberships.ts';
import { UserPermissions } from './security/permissions.ts';
import { RowSharing } from './security/sharing.ts';
import { PermissionRows } from './seed/permission-rows.ts';
import { Seeder } from './seed/seeder.ts';
import { seedSetup } from './seed/setup.ts';
import { seedUsers } from './seed/users.ts';
import { QueryEngine } from './soql/index.ts';
import { defineSqlFunctions } from './soql/sql-functions.ts';
import { SearchEngine } from './sosl/index.ts';
import { SqlDatabase } from './storage/database.ts';
import type { SqlValue } from './storage/database.ts';
import { RecycleBin } from './storage/recycle-bin.ts';
import { StoredLocks } from './storage/record-locks.ts';
import { Rows } from './storage/rows.ts';
import { Sequences } from './storage/sequences.ts';
import { putSystemRow } from './storage/system-rows.ts';
import { migrate } from './storage/tables.ts';
import { Transactions } from './storage/transactions.ts';
import { UserSettings } from './user-settings.ts';
import type {
    Access,
    BindResolver,
    DataEngine,
    DmlOperation,
    DmlOptions,
    DmlResult,
    LeadConversion,
    LeadConversionResult,
    QueryInfo,
    TriggerRunner
} from './types.ts';

export { ORGANIZATION_ID, userId } from './seed/seeder.ts';
export type { OrgConfig, PersonaConfig } from './security/config.ts';

export interface DataOptions {
    /** A file, or `:memory:`. */
    dataFile: string;
    metadata: MetadataStore;
    /** Folder of personas.json and profiles/. */
    configDir: string;
    /** Users, roles and profiles in place of those in `configDir`. */
    config?: OrgConfig;
    /** Milliseconds since 1970; the clock of the machine when absent. */
    now?: () => number;
}

/**
 * Opens the data of an org: schema, tables, users, permissions.
 * @throws ConfigError, MetadataError, DataFileError with what to do
 */
export function openData(options: DataOptions): LocalData {
    return new LocalData(options);
}

/** Data and security of the local org. */
export class LocalData implements DataEngine {
    readonly config: OrgConfig;
    readonly permissions: UserPermissions;
    readonly sharing: RowSharing;
    readonly locks: StoredLocks;
    triggers: TriggerRunner | null = null;
    onCommit: (() => void) | null = null;
    private currentSchema: SchemaRegistry;
    private metadata: MetadataStore;
    private readonly now: () => number;
    private readonly database: SqlDatabase;
    private readonly rows: Rows;
    private readonly transactions: Transactions;
    private readonly memberships: Memberships;
    private readonly queries: QueryEngine;
    private readonly searches: SearchEngine;
    private readonly dmlEngine: DmlEngine;
    private readonly formulas: Formulas;
    private readonly settings: UserSettings;
    private readonly globals: GlobalVariables;
    private readonly permissionRows: PermissionRows;

    constructor(options: DataOptions) {
        this.metadata = options.metadata;
        this.now = options.now ?? Date.now;
        this.config = options.config ?? readOrgConfig(options.configDir);
        this.currentSchema = buildSchema(this.metadata, this.config);
        this.database = new SqlDatabase(options.dataFile);
        const schema = (): SchemaRegistry => this.currentSchema;
        this.rows = new Rows(this.database);
        this.transactions = new Transactions(this.database);
        this.memberships = new Memberships(this.database);
        this.settings = new UserSettings(this.database);
        this.permissionRows = new PermissionRows(this.database, schema, () => this.metadata, this.config);
        this.formulas = new Formulas(schema, () => DateTime.fromMillis(this.now(), { zone: 'UTC' }));
        this.permissions = new UserPermissions({
            database: this.database,
            schema,
            metadata: () => this.metadata,
            profiles: this.config.profiles
        });
        const { database, rows, permissions } = this;
        const label = (name: string, language?: string) => this.metadata.label(name, language);
        this.globals = new GlobalVariables({ schema, rows, database, permissions, label });
        const rules = () => this.metadata.sharingRules;
        this.sharing = new RowSharing(this.database, schema, this.permissions, this.memberships, rules);
        this.locks = new StoredLocks(this.database, this.permissions);
        this.defineFunctions(schema);
        this.migrateAndSeed();
        this.queries = this.createQueryEngine(schema);
        this.searches = new SearchEngine(this.queries, schema);
        this.dmlEngine = this.createDmlEngine(schema);
    }

    get schema(): SchemaRegistry {
        return this.currentSchema;
    }

    private defineFunctions(schema: () => SchemaRegistry): void {
        defineSqlFunctions(this.database, schema);
        this.database.define('formula_value', (name, values) =>
            this.formulas.evaluateStored(String(name), JSON.parse(String(values)) as SqlValue[])
        );
    }

    private migrateAndSeed(): void {
        this.database.exec('BEGIN');
        try {
            migrate(this.database, this.currentSchema);
            const seeder = new Seeder(this.database, this.currentSchema, this.now());
            seedSetup(seeder, this.metadata, this.config);
            seedUsers(seeder, this.metadata, this.config);
            this.permissionRows.clear();
            this.database.exec('COMMIT');
        } catch (error) {
            this.database.exec('ROLLBACK');
            throw error;
        }
        this.forgetComputed();
    }

    private forgetComputed(): void {
        this.permissions.invalidate();
        this.memberships.invalidate();
        this.settings.invalidate();
    }

    private createQueryEngine(schema: () => SchemaRegistry): QueryEngine {
        return new QueryEngine(this.database, {
            schema,
            formulas: this.formulas,
            globals: (userId) => this.globals.of(userId),
            timeZone: (userId) => this.settings.timeZone(userId),
            locale: (userId) => this.settings.locale(userId),
            now: this.now,
            guard: (access, mode) => new QueryGuard(this.permissions, access, mode),
            sharing: (object, alias, userId) => this.sharing.condition(object, alias, userId)
        });
    }

    private createDmlEngine(schema: () => SchemaRegistry): DmlEngine {
        return new DmlEngine({
            schema,
            rows: this.rows,
            sequences: new Sequences(this.database),
            recycled: new RecycleBin(this.database, schema),
            formulas: this.formulas,
            summaries: (object, ids) => readSummaries(this.queries, object, ids),
            triggers: () => this.triggers,
            now: this.now,
            moment: (userId) => DateTime.fromMillis(this.now(), { zone: this.settings.timeZone(userId) }),
            globals: (userId) => this.globals.of(userId),
            guard: new WriteGuard(this.permissions, this.sharing),
            locks: this.locks,
            savepoint: () => this.transactions.savepoint(),
            rollbackTo: (savepoint) => this.transactions.rollbackTo(savepoint),
            release: (savepoint) => this.transactions.release(savepoint),
            changed: (object) => {
                if (object.setup) this.forgetComputed();
            }
        });
    }

    query(soql: string, binds: BindResolver, access: Access): SObjectValue[] {
        this.permissionRows.prepare(soql);
        return this.queries.query(soql, binds, access);
    }

    countQuery(soql: string, binds: BindResolver, access: Access): number {
        this.permissionRows.prepare(soql);
        return this.queries.count(soql, binds, access);
    }

    describeQuery(soql: string): QueryInfo {
        return this.queries.describe(soql);
    }

    search(sosl: string, binds: BindResolver, access: Access, fixedIds?: string[]): SObjectValue[][] {
        return this.searches.search(sosl, binds, access, fixedIds);
    }

    dml(operation: DmlOperation, records: SObjectValue[], options: DmlOptions): DmlResult[] {
        const own = this.transactions.depth === 0;
        if (own) this.begin();
        try {
            const results = this.dmlEngine.run(operation, records, options);
            if (own) this.commit();
            return results;
        } catch (error) {
            if (own) this.rollbackAll();
            throw error;
        }
    }

    recalculateFormulas(records: SObjectValue[]): void {
        this.dmlEngine.recalculate(records);
    }

    putSystemRow(record: SObjectValue): void {
        putSystemRow(record, this.rows, this.currentSchema, this.now());
    }

    eraseSystemRow(objectName: string, id: string): void {
        this.rows.erase(this.currentSchema.object(objectName) as ObjectSchema, [id]);
    }

    emptyRecycleBin(ids: string[]): DmlResult[] {
        return emptyRecycleBin(ids, this.schema, this.rows);
    }

    convertLead(conversion: LeadConversion, options: DmlOptions): LeadConversionResult {
        const zone = this.settings.timeZone(options.access.userId);
        return convertLead(this, this.rows, conversion, options, DateTime.fromMillis(this.now(), { zone }));
    }

    merge(master: SObjectValue, duplicateIds: string[], options: DmlOptions): DmlResult[] {
        return mergeRecords(this, this.rows, master, duplicateIds, options);
    }

    begin(): void {
        this.transactions.begin();
    }

    savepoint(): string {
        return this.transactions.savepoint();
    }

    rollbackTo(savepoint: string): void {
        this.transactions.rollbackTo(savepoint);
        this.forgetComputed();
    }

    releaseSavepoint(savepoint: string): void {
        this.transactions.release(savepoint);
    }

    commit(): void {
        if (this.transactions.commit()) this.onCommit?.();
    }

    rollbackAll(): void {
        this.transactions.rollback();
        this.forgetComputed();
    }

    /**
     * Takes over metadata that was read again: new fields get columns, permissions are computed anew.
     * When it throws, everything stays as it was.
     */
    reload(metadata: MetadataStore): void {
        const before = { metadata: this.metadata, schema: this.currentSchema };
        this.currentSchema = buildSchema(metadata, this.config);
        this.metadata = metadata;
        try {
            this.migrateAndSeed();
        } catch (error) {
            this.metadata = before.metadata;
            this.currentSchema = before.schema;
            throw error;
        }
    }

    close(): void {
        this.database.close();
    }
}
