import type { PermissionGrants } from '../../metadata/types.ts';
import type { SqlDatabase } from '../storage/database.ts';
import type { FieldPermission, ObjectPermission } from '../types.ts';

/** Everything that a profile and permission sets give, by lower-case name. */
export class Grants {
    readonly objects = new Map<string, ObjectPermission>();
    readonly fields = new Map<string, FieldPermission>();
    readonly classes = new Set<string>();
    readonly pages = new Set<string>();
    readonly customPermissions = new Set<string>();
    readonly principals = new Set<string>();
    readonly userPermissions = new Set<string>();
    readonly metadataTypes = new Set<string>();
    readonly applications = new Set<string>();
    readonly recordTypes = new Set<string>();
    readonly tabs = new Map<string, 'Visible' | 'Available' | 'Hidden'>();

    add(grants: PermissionGrants): void {
        for (const entry of grants.objectPermissions) {
            this.addObject(entry.object, {
                read: entry.allowRead,
                create: entry.allowCreate,
                edit: entry.allowEdit,
                delete: entry.allowDelete,
                viewAll: entry.viewAllRecords,
                modifyAll: entry.modifyAllRecords
            });
        }
        for (const entry of grants.fieldPermissions) this.addField(entry.field, entry.readable, entry.editable);
        this.addNames(grants);
        for (const entry of grants.tabSettings) this.addTab(entry.tab, entry.visibility);
    }

    /** Everything that other grants give, too. */
    merge(other: Grants): void {
        for (const [name, given] of other.objects) this.addObject(name, given);
        for (const [name, given] of other.fields) this.addField(name, given.read, given.edit);
        for (const [name, visibility] of other.tabs) this.addTab(name, visibility);
        const [own, others] = [this.nameSets(), other.nameSets()];
        own.forEach((set, index) => others[index].forEach((name) => set.add(name)));
    }

    /** Takes away what a muting permission set names. */
    mute(muting: PermissionGrants): void {
        const muted = new Grants();
        muted.add(muting);
        for (const [name, given] of muted.objects) {
            const known = this.objects.get(name);
            const rights = Object.keys(given) as (keyof ObjectPermission)[];
            if (known) for (const right of rights) known[right] &&= !given[right];
        }
        for (const { field, readable, editable } of muting.fieldPermissions) {
            const known = this.fields.get(field.toLowerCase());
            if (!known) continue;
            this.fields.set(field.toLowerCase(), {
                read: known.read && !readable,
                edit: known.edit && !editable && !readable
            });
        }
        const [own, others] = [this.nameSets(), muted.nameSets()];
        own.forEach((set, index) => others[index].forEach((name) => set.delete(name)));
    }

    private nameSets(): Set<string>[] {
        const { classes, pages, customPermissions, principals } = this;
        return [
            ...[classes, pages, customPermissions, principals],
            ...[this.userPermissions, this.metadataTypes, this.applications, this.recordTypes]
        ];
    }

    private addNames(grants: PermissionGrants): void {
        const lists: [Set<string>, string[]][] = [
            [this.classes, grants.classAccesses],
            [this.pages, grants.pageAccesses],
            [this.customPermissions, grants.customPermissions],
            [this.principals, grants.externalCredentialPrincipals],
            [this.userPermissions, grants.userPermissions],
            [this.metadataTypes, [...grants.customMetadataTypeAccesses, ...grants.customSettingAccesses]],
            [
                this.applications,
                grants.applicationVisibilities.filter((one) => one.visible).map((one) => one.application)
            ],
            [this.recordTypes, grants.recordTypeVisibilities.filter((one) => one.visible).map((one) => one.recordType)]
        ];
        for (const [set, names] of lists) for (const name of names) set.add(name.toLowerCase());
    }

    addObject(name: string, given: ObjectPermission): void {
        const key = name.toLowerCase();
        const known = this.objects.get(key);
        if (!known) this.objects.set(key, { ...given });
        else for (const right of Object.keys(known) as (keyof ObjectPermission)[]) known[right] ||= given[right];
    }

    addField(name: string, read: boolean, edit: boolean): void {
        const key = name.toLowerCase();
        const known = this.fields.get(key) ?? { read: false, edit: false };
        this.fields.set(key, { read: known.read || read || edit, edit: known.edit || edit });
    }

    private addTab(name: string, visibility: string): void {
        const key = name.toLowerCase();
        const rank = { Visible: 2, Available: 1, Hidden: 0 };
        const given = ['Visible', 'DefaultOn'].includes(visibility)
            ? 'Visible'
            : ['Available', 'DefaultOff'].includes(visibility)
              ? 'Available'
              : 'Hidden';
        const known = this.tabs.get(key);
        if (!known || rank[given] > rank[known]) this.tabs.set(key, given);
    }
}

/** Permission sets that were made as records instead of metadata. */
export function addStoredGrants(grants: Grants, database: SqlDatabase, permissionSetIds: string[]): void {
    const ids = [JSON.stringify(permissionSetIds)];
    const inSets = '"ParentId" IN (SELECT value FROM json_each(?1)) AND "IsDeleted" = 0';
    for (const row of database.all(`SELECT * FROM "ObjectPermissions" WHERE ${inSets}`, ids)) {
        const right = (name: string): boolean => Number(row[`Permissions${name}`]) === 1;
        grants.addObject(String(row.SobjectType), {
            read: right('Read'),
            create: right('Create'),
            edit: right('Edit'),
            delete: right('Delete'),
            viewAll: right('ViewAllRecords'),
            modifyAll: right('ModifyAllRecords')
        });
    }
    for (const row of database.all(`SELECT * FROM "FieldPermissions" WHERE ${inSets}`, ids)) {
        grants.addField(String(row.Field), Number(row.PermissionsRead) === 1, Number(row.PermissionsEdit) === 1);
    }
    const access = `SELECT p."DeveloperName" AS permission, c."Name" AS class FROM "SetupEntityAccess" a
        LEFT JOIN "CustomPermission" p ON p."Id" = a."SetupEntityId" LEFT JOIN "ApexClass" c ON c."Id" = a."SetupEntityId"
        WHERE a."ParentId" IN (SELECT value FROM json_each(?1)) AND a."IsDeleted" = 0`;
    for (const row of database.all(access, ids)) {
        if (row.permission) grants.customPermissions.add(String(row.permission).toLowerCase());
        if (row.class) grants.classes.add(String(row.class).toLowerCase());
    }
}
