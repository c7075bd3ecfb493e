import { NotImplementedError } from '../../platform/not-implemented.ts';
import { ApexDatetime } from '../../platform/values/index.ts';
import type { SObjectValue } from '../../platform/values/index.ts';
import { fromApex } from '../formula/values.ts';
import type { FormulaValue } from '../formula/values.ts';
import type { ObjectSchema, SchemaRegistry } from '../schema/types.ts';
import { ORGANIZATION_ID } from '../seed/seeder.ts';
import { quote } from '../storage/columns.ts';
import type { SqlDatabase } from '../storage/database.ts';
import type { Rows } from '../storage/rows.ts';
import type { Permissions } from '../types.ts';
import type { FormulaGlobals } from './record-values.ts';

/** Where the values of global variables come from. */
export interface GlobalSources {
    schema(): SchemaRegistry;
    rows: Rows;
    database: SqlDatabase;
    permissions: Permissions;
    label(name: string, language?: string): string | undefined;
}

type Reader = (path: string[], userId: string) => FormulaValue;

/** `$System.OriginDateTime`: 1 January 1900 in UTC. */
const ORIGIN = new ApexDatetime(Date.UTC(1900, 0, 1));

/** Global variables of formulas: `$User.Title`, `$Permission.X`, `$Setup.Settings__c.On__c`. */
export class GlobalVariables {
    private readonly sources: GlobalSources;
    private readonly readers: Record<string, Reader> = {
        $user: ([name], userId) => this.value('User', userId, name),
        $profile: ([name], userId) => this.value('Profile', this.userValue(userId, 'ProfileId'), name),
        $userrole: ([name], userId) => this.value('UserRole', this.userValue(userId, 'UserRoleId'), name),
        $organization: ([name]) => this.value('Organization', ORGANIZATION_ID, name),
        $permission: ([name], userId) => this.sources.permissions.customPermission(userId, name),
        $label: ([name], userId) => this.sources.label(name, this.languageOf(userId)) ?? null,
        $setup: ([setting, name], userId) => this.setting(setting, name, userId),
        $custommetadata: ([type, record, name]) => this.metadata(type, record, name)
    };

    constructor(sources: GlobalSources) {
        this.sources = sources;
    }

    /** The variables as a user sees them; each is read when a formula asks for it. */
    of(userId: string): FormulaGlobals {
        return { value: (path) => this.read(path, userId) };
    }

    private read(path: string[], userId: string): FormulaValue {
        const [scope, ...rest] = path;
        if (path.join('.').toLowerCase() === '$system.origindatetime') return ORIGIN;
        const reader = this.readers[scope.toLowerCase()];
        if (!reader || rest.length === 0) throw new NotImplementedError(`formula variable ${path.join('.')}`);
        return reader(rest, userId);
    }

    private object(name: string): ObjectSchema {
        const object = this.sources.schema().object(name);
        if (!object) throw new NotImplementedError(`formula variable of ${name}`);
        return object;
    }

    private value(objectName: string, id: FormulaValue, fieldName: string): FormulaValue {
        const object = this.object(objectName);
        const row = typeof id === 'string' ? this.sources.rows.load(object, [id]).get(id) : undefined;
        return this.fieldOf(object, row, fieldName);
    }

    private fieldOf(object: ObjectSchema, row: SObjectValue | undefined, fieldName: string): FormulaValue {
        const field = object.field(fieldName);
        if (!field) throw new NotImplementedError(`formula variable ${object.name}.${fieldName}`);
        return fromApex(row?.fields.get(field.name) ?? (field.apexType === 'Boolean' ? false : null));
    }

    private languageOf(userId: string): string | undefined {
        return (this.userValue(userId, 'LanguageLocaleKey') as string | null) ?? undefined;
    }

    private userValue(userId: string, fieldName: string): FormulaValue {
        return this.value('User', userId, fieldName);
    }

    /** The setting of the user, else of the profile, else of the org: field by field. */
    private setting(objectName: string, fieldName: string, userId: string): FormulaValue {
        const object = this.object(objectName);
        const owners = [userId, this.userValue(userId, 'ProfileId'), ORGANIZATION_ID].map(String);
        const sql = `SELECT "Id" AS id, "SetupOwnerId" AS owner FROM ${quote(object.name)} WHERE "IsDeleted" = 0`;
        const ids = new Map(this.sources.database.all(sql).map((row) => [String(row.owner), String(row.id)]));
        const found = owners.map((owner) => ids.get(owner)).filter((id) => id !== undefined);
        const rows = this.sources.rows.load(object, found);
        const values = found.map((id) => this.fieldOf(object, rows.get(id), fieldName));
        return values.find((value) => value !== null) ?? this.fieldOf(object, undefined, fieldName);
    }

    private metadata(typeName: string, record: string, fieldName: string): FormulaValue {
        const object = this.object(typeName);
        const sql = `SELECT "Id" AS id FROM ${quote(object.name)} WHERE "DeveloperName" = ?1`;
        const id = this.sources.database.get(sql, [record])?.id;
        return this.value(object.name, id === undefined ? null : String(id), fieldName);
    }
}
