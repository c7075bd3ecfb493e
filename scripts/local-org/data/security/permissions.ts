import type { MetadataStore, PermissionGrants } from '../../metadata/types.ts';
import { compoundOf } from '../schema/field.ts';
import type { FieldSchema, ObjectSchema, SchemaRegistry } from '../schema/types.ts';
import type { SqlDatabase } from '../storage/database.ts';
import type { FieldPermission, ObjectPermission, Permissions } from '../types.ts';
import { readAssignments } from './assignments.ts';
import type { AssignedGroup, AssignedSet, UserAssignments } from './assignments.ts';
import type { ProfileConfig } from './config.ts';
import { Grants, addStoredGrants } from './grants.ts';

export interface PermissionSource {
    database: SqlDatabase;
    schema(): SchemaRegistry;
    metadata(): MetadataStore;
    profiles: ProfileConfig[];
}

interface UserRights {
    assignments: UserAssignments;
    profile: ProfileConfig | undefined;
    grants: Grants;
}

const NONE: ObjectPermission = {
    read: false,
    create: false,
    edit: false,
    delete: false,
    viewAll: false,
    modifyAll: false
};
const ALL: ObjectPermission = { read: true, create: true, edit: true, delete: true, viewAll: true, modifyAll: true };
const READ: ObjectPermission = { ...NONE, read: true };

/** What users may do, computed once for each user until something changes. */
export class UserPermissions implements Permissions {
    private readonly source: PermissionSource;
    private rights = new Map<string, UserRights | null>();
    private objectCache = new Map<string, ObjectPermission>();

    constructor(source: PermissionSource) {
        this.source = source;
    }

    invalidate(): void {
        this.rights = new Map();
        this.objectCache = new Map();
    }

    private of(userId: string): UserRights | null {
        const known = this.rights.get(userId);
        if (known !== undefined) return known;
        const computed = this.compute(userId);
        this.rights.set(userId, computed);
        return computed;
    }

    private compute(userId: string): UserRights | null {
        const metadata = this.source.metadata();
        const assignments = readAssignments(this.source.database, userId);
        if (!assignments) return null;
        const profile = this.source.profiles.find((one) => one.name === assignments.profileName);
        const grants = this.grantsOf(assignments.sets);
        for (const given of named(metadata.profiles, metadataProfileName(assignments.profileName))) grants.add(given);
        for (const group of assignments.groups) grants.merge(this.grantsOfGroup(group));
        return { assignments, profile, grants };
    }

    private grantsOf(sets: AssignedSet[]): Grants {
        const grants = new Grants();
        const known = this.source.metadata().permissionSets;
        for (const { name } of sets) for (const given of named(known, name)) grants.add(given);
        addStoredGrants(
            grants,
            this.source.database,
            sets.map((set) => set.id)
        );
        return grants;
    }

    /** Muting takes away what the sets of the same group give, and nothing else. */
    private grantsOfGroup(group: AssignedGroup): Grants {
        const grants = this.grantsOf(group.sets);
        const known = this.source.metadata().mutingPermissionSets;
        for (const name of group.muted) for (const muting of named(known, name)) grants.mute(muting);
        return grants;
    }

    user(userId: string, permissionName: string): boolean {
        const rights = this.of(userId);
        if (!rights) return false;
        const own = rights.profile?.userPermissions.some((name) => name.toLowerCase() === permissionName.toLowerCase());
        return own === true || rights.grants.userPermissions.has(permissionName.toLowerCase());
    }

    object(userId: string, objectName: string): ObjectPermission {
        const object = this.source.schema().object(objectName);
        if (!object) return NONE;
        const key = `${userId}:${object.name}`;
        const known = this.objectCache.get(key);
        if (known) return known;
        const computed = this.computeObject(userId, object);
        this.objectCache.set(key, computed);
        return computed;
    }

    private computeObject(userId: string, object: ObjectSchema): ObjectPermission {
        const rights = this.of(userId);
        if (!rights) return NONE;
        // What the platform itself runs is not held up by object and field rights.
        if (rights.assignments.isPlatform) return ALL;
        if (object.parentObject) return this.ofParent(userId, object);
        if (object.setup) return this.setupObject(userId, object);
        if (object.kind === 'customMetadata' || object.kind === 'customSetting')
            return this.configuration(userId, object, rights);
        if (this.user(userId, 'ModifyAllData')) return ALL;
        const viewAll = this.user(userId, 'ViewAllData');
        const given = [profileObject(rights.profile, object), rights.grants.objects.get(object.name.toLowerCase())];
        return given.reduce<ObjectPermission>(
            (sum, one) => (one ? union(sum, one) : sum),
            viewAll ? { ...READ, viewAll } : NONE
        );
    }

    /** Shares and history are seen by whoever sees the object; shares are written by whoever edits it. */
    private ofParent(userId: string, object: ObjectSchema): ObjectPermission {
        const parent = this.object(userId, object.parentObject as string);
        const writes = object.kind === 'share' && parent.edit;
        return { ...NONE, read: parent.read, create: writes, edit: writes, delete: writes };
    }

    private setupObject(userId: string, object: ObjectSchema): ObjectPermission {
        const manages = this.user(userId, 'ManageUsers') || this.user(userId, 'ModifyAllData');
        if (!manages) return READ;
        return {
            read: true,
            create: object.createable,
            edit: object.updateable,
            delete: object.deletable,
            viewAll: true,
            modifyAll: true
        };
    }

    private configuration(userId: string, object: ObjectSchema, rights: UserRights): ObjectPermission {
        if (this.user(userId, 'CustomizeApplication')) return object.kind === 'customSetting' ? ALL : READ;
        return rights.grants.metadataTypes.has(object.name.toLowerCase()) ? READ : NONE;
    }

    field(userId: string, objectName: string, fieldName: string): FieldPermission {
        const object = this.source.schema().object(objectName);
        const field = object?.field(fieldName);
        const rights = this.of(userId);
        if (!object || !field || !rights) return { read: false, edit: false };
        const access = this.object(userId, object.name);
        const given = access.read
            ? this.fieldGrant(...this.governing(object, field), rights)
            : { read: false, edit: false };
        const writable = (field.createable || field.updateable) && (access.edit || access.create);
        return { read: given.read, edit: given.edit && writable };
    }

    /** A column of a history is seen by whoever sees the field that it repeats (`PrevAmount` repeats `Amount`). */
    private governing(object: ObjectSchema, field: FieldSchema): [ObjectSchema, FieldSchema] {
        const parent = object.kind === 'history' && this.source.schema().object(object.parentObject ?? '');
        const repeated = parent && parent.field(field.name.replace(/^Prev/, ''));
        return parent && repeated ? [parent, repeated] : [object, field];
    }

    private fieldGrant(object: ObjectSchema, field: FieldSchema, rights: UserRights): FieldPermission {
        const name = `${object.name}.${field.name}`.toLowerCase();
        const granted = grantedTo(rights.grants, object, field);
        if (granted?.edit) return granted;
        const closed =
            rights.assignments.isPlatform ||
            !field.permissionable ||
            object.setup ||
            ['share', 'history', 'customMetadata', 'customSetting'].includes(object.kind);
        if (closed) return { read: true, edit: true };
        const hidden = rights.profile?.hiddenFields?.some((one) => one.toLowerCase() === name);
        const open =
            rights.profile?.allFields === true ||
            (!field.custom && !hidden && rights.profile?.standardFields === 'all');
        return { read: open || granted?.read === true, edit: open };
    }

    customPermission(userId: string, name: string): boolean {
        return this.of(userId)?.grants.customPermissions.has(name.toLowerCase()) ?? false;
    }

    apexClass(userId: string, className: string): boolean {
        if (this.user(userId, 'AuthorApex')) return true;
        return this.of(userId)?.grants.classes.has(className.split('.')[0].toLowerCase()) ?? false;
    }

    apexPage(userId: string, pageName: string): boolean {
        if (this.user(userId, 'CustomizeApplication')) return true;
        return this.of(userId)?.grants.pages.has(pageName.toLowerCase()) ?? false;
    }

    application(userId: string, name: string): boolean {
        if (name.startsWith('standard__')) return true;
        return this.of(userId)?.grants.applications.has(name.toLowerCase()) ?? false;
    }

    tab(userId: string, name: string): 'Visible' | 'Available' | 'Hidden' {
        const given = this.of(userId)?.grants.tabs.get(name.toLowerCase());
        if (given) return given;
        const object = this.source.schema().object(name.replace(/^standard-/, ''));
        return object && !object.custom && this.object(userId, object.name).read ? 'Visible' : 'Hidden';
    }

    recordType(userId: string, objectName: string, developerName: string): boolean {
        if (this.user(userId, 'ModifyAllData')) return true;
        return this.of(userId)?.grants.recordTypes.has(`${objectName}.${developerName}`.toLowerCase()) ?? false;
    }

    externalCredentialPrincipal(userId: string, name: string): boolean {
        return this.of(userId)?.grants.principals.has(name.toLowerCase()) ?? false;
    }

    permissionSets(userId: string): string[] {
        return this.of(userId)?.assignments.permissionSetNames ?? [];
    }
}

function named(list: PermissionGrants[], name: string): PermissionGrants[] {
    return list.filter((one) => one.name.toLowerCase() === name.toLowerCase());
}

/** In metadata some standard profiles have names of their own. */
function metadataProfileName(name: string): string {
    const names: Record<string, string> = { 'System Administrator': 'Admin', 'Standard User': 'Standard' };
    return names[name] ?? name;
}

/** A part of an address is opened and closed with the address. */
function grantedTo(grants: Grants, object: ObjectSchema, field: FieldSchema): FieldPermission | undefined {
    const own = grants.fields.get(`${object.name}.${field.name}`.toLowerCase());
    const compound = compoundOf(object, field);
    const whole = compound && grants.fields.get(`${object.name}.${compound.name}`.toLowerCase());
    if (!own || !whole) return own ?? whole;
    return { read: own.read || whole.read, edit: own.edit || whole.edit };
}

function profileObject(profile: ProfileConfig | undefined, object: ObjectSchema): ObjectPermission | undefined {
    const letters = profile?.objects[object.name] ?? (object.custom ? undefined : profile?.objects['*']);
    return letters === undefined ? undefined : fromLetters(letters);
}

function fromLetters(letters: string): ObjectPermission {
    const has = (letter: string): boolean => letters.includes(letter);
    return {
        create: has('C'),
        read: has('R'),
        edit: has('U'),
        delete: has('D'),
        viewAll: has('V'),
        modifyAll: has('M')
    };
}

function union(one: ObjectPermission, other: ObjectPermission): ObjectPermission {
    const rights = Object.keys(one) as (keyof ObjectPermission)[];
    return Object.fromEntries(
        rights.map((right) => [right, one[right] || other[right]])
    ) as unknown as ObjectPermission;
}
