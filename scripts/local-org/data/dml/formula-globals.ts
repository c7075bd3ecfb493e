import type { SObjectValue } from '../../platform/values/index.ts';
import type { ObjectSchema, SchemaRegistry } from '../schema/types.ts';
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
    label(name: string): string | undefined;
}

const PROFILE_NAME =
    'SELECT p."Name" AS name FROM "User" u JOIN "Profile" p ON p."Id" = u."ProfileId" WHERE u."Id" = ?1';

/** The global variables of formulas for a user; each is read when a formula asks for it. */
export function formulaGlobals(userId: string, sources: GlobalSources): FormulaGlobals {
    const { schema, rows, permissions, database } = sources;
    const load = (): SObjectValue | undefined =>
        rows.load(schema().object('User') as ObjectSchema, [userId]).get(userId);
    return {
        get user() {
            return load();
        },
        permission: (name) => permissions.customPermission(userId, name),
        label: (name) => sources.label(name),
        get profileName() {
            return String(database.get(PROFILE_NAME, [userId])?.name ?? '');
        }
    };
}
