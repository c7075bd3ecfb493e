import type { MetadataStore, PermissionGrants } from '../../metadata/types.ts';
import { deterministicId, deterministicIdPattern } from '../schema/ids.ts';
import type { FieldSchema, ObjectSchema, SchemaRegistry } from '../schema/types.ts';
import type { OrgConfig, ProfileConfig } from '../security/config.ts';
import type { SqlDatabase, SqlValue } from '../storage/database.ts';
import { permissionSetId } from './seeder.ts';

/** Objects whose rows say what permission sets and profiles of the metadata give. */
const OBJECTS = /\b(?:FieldPermissions|ObjectPermissions)\b|\b(?:FieldPerms|ObjectPerms)\b/i;

const COLUMNS = ['Read', 'Create', 'Edit', 'Delete', 'ViewAllRecords', 'ModifyAllRecords'];

/**
 * Rows of FieldPermissions and ObjectPermissions for what stands in metadata and profiles. There are thousands of them
 * and hardly any code asks, so they are made when a query first names them.
 */
export class PermissionRows {
    private readonly database: SqlDatabase;
    private readonly schema: () => SchemaRegistry;
    private readonly metadata: () => MetadataStore;
    private readonly config: OrgConfig;

    constructor(database: SqlDatabase, schema: () => SchemaRegistry, metadata: () => MetadataStore, config: OrgConfig) {
        this.database = database;
        this.schema = schema;
        this.metadata = metadata;
        this.config = config;
    }

    /** Forgets the rows, after metadata changed. */
    clear(): void {
        for (const [table, prefix] of [
            ['FieldPermissions', '01k'],
            ['ObjectPermissions', '110']
        ]) {
            this.database.run(`DELETE FROM "${table}" WHERE "Id" LIKE ?1`, [deterministicIdPattern(prefix)]);
        }
    }

    /** Makes the rows when a query is about to read them and they are not there. */
    prepare(soql: string): void {
        if (!OBJECTS.test(soql)) return;
        const pattern = [deterministicIdPattern('110')];
        if (this.database.get('SELECT 1 AS one FROM "ObjectPermissions" WHERE "Id" LIKE ?1 LIMIT 1', pattern)) return;
        const { permissionSets, profiles } = this.metadata();
        for (const grants of permissionSets) this.addGrants(permissionSetId(grants.name), grants);
        for (const profile of this.config.profiles) {
            const parent = permissionSetId(`profile:${profile.name}`);
            this.addProfile(parent, profile);
            for (const grants of profiles.filter((one) => one.name === profile.name)) this.addGrants(parent, grants);
        }
    }

    private addGrants(parent: string, grants: PermissionGrants): void {
        for (const given of grants.objectPermissions) {
            const rights = [given.allowRead, given.allowCreate, given.allowEdit, given.allowDelete];
            this.addObject(parent, given.object, [...rights, given.viewAllRecords, given.modifyAllRecords]);
        }
        for (const { field, readable, editable } of grants.fieldPermissions)
            this.addField(parent, field, readable || editable, editable);
    }

    private addProfile(parent: string, profile: ProfileConfig): void {
        for (const object of this.schema().objects()) {
            if (object.setup || object.kind !== 'standard') continue;
            const letters = profile.objects[object.name] ?? profile.objects['*'];
            if (!letters) continue;
            this.addObject(
                parent,
                object.name,
                ['R', 'C', 'U', 'D', 'V', 'M'].map((letter) => letters.includes(letter))
            );
            if (profile.standardFields === 'all') this.addFields(parent, object, profile);
        }
    }

    private addFields(parent: string, object: ObjectSchema, profile: ProfileConfig): void {
        const hidden = new Set(profile.hiddenFields?.map((name) => name.toLowerCase()));
        for (const field of object.fields.values()) {
            const name = `${object.name}.${field.name}`;
            if (!field.permissionable || field.custom || hidden.has(name.toLowerCase())) continue;
            this.addField(parent, name, true, isEditable(field));
        }
    }

    private addObject(parent: string, object: string, rights: boolean[]): void {
        const id = deterministicId('110', `${parent}:${object}`);
        const columns = COLUMNS.map((right) => `"Permissions${right}"`);
        this.insert('ObjectPermissions', ['"SobjectType"', ...columns], [id, parent, object, ...rights.map(Number)]);
    }

    private addField(parent: string, field: string, read: boolean, edit: boolean): void {
        const id = deterministicId('01k', `${parent}:${field}`);
        const columns = ['"SobjectType"', '"Field"', '"PermissionsRead"', '"PermissionsEdit"'];
        this.insert('FieldPermissions', columns, [id, parent, field.split('.')[0], field, Number(read), Number(edit)]);
    }

    private insert(table: string, columns: string[], values: SqlValue[]): void {
        const places = values.map((_, index) => `?${index + 1}`).join(', ');
        const names = ['"Id"', '"ParentId"', ...columns].join(', ');
        this.database.run(`INSERT OR IGNORE INTO "${table}" (${names}, "IsDeleted") VALUES (${places}, 0)`, values);
    }
}

function isEditable(field: FieldSchema): boolean {
    return !field.calculated && (field.createable || field.updateable || field.type === 'ADDRESS');
}
