import type { SqlDatabase } from '../storage/database.ts';

/** A permission set by Id and API name. */
export interface AssignedSet {
    id: string;
    name: string;
}

/** A permission set group: what it gives and what it mutes. */
export interface AssignedGroup {
    name: string;
    sets: AssignedSet[];
    /** API names of muting permission sets. */
    muted: string[];
}

/** What a user was assigned, as stored in the org. */
export interface UserAssignments {
    active: boolean;
    profileId: string;
    /** Automated Process, the user of the platform itself. */
    isPlatform: boolean;
    profileName: string;
    /** Assigned one by one; the set that stands for the profile is the one without a name in metadata. */
    sets: AssignedSet[];
    groups: AssignedGroup[];
    /** API names of all permission sets, those of groups included, the profile's left out. */
    permissionSetNames: string[];
}

/** Reads profile and permission set assignments; null when there is no such user. */
export function readAssignments(database: SqlDatabase, userId: string): UserAssignments | null {
    const user = database.get(
        `SELECT u."IsActive" AS active, u."ProfileId" AS profileId, u."UserType" AS userType, p."Name" AS profileName
         FROM "User" u LEFT JOIN "Profile" p ON p."Id" = u."ProfileId" WHERE u."Id" = ?1`,
        [userId]
    );
    if (!user) return null;
    const rows = database.all(
        `SELECT s."Id" AS id, s."Name" AS name, s."IsOwnedByProfile" AS ofProfile, a."PermissionSetGroupId" AS groupId
         FROM "PermissionSetAssignment" a LEFT JOIN "PermissionSet" s ON s."Id" = a."PermissionSetId"
         WHERE a."AssigneeId" = ?1 AND a."IsDeleted" = 0`,
        [userId]
    );
    const sets = rows.filter((row) => row.id !== null).map((row) => ({ id: String(row.id), name: String(row.name) }));
    const groups = rows.filter((row) => row.groupId !== null).map((row) => readGroup(database, String(row.groupId)));
    const own = rows.filter((row) => row.id !== null && Number(row.ofProfile) === 0).map((row) => String(row.name));
    return {
        active: Number(user.active) === 1,
        profileId: String(user.profileId),
        isPlatform: user.userType === 'AutomatedProcess',
        profileName: String(user.profileName ?? ''),
        sets,
        groups,
        permissionSetNames: [...new Set([...own, ...groups.flatMap((group) => group.sets.map((set) => set.name))])]
    };
}

function readGroup(database: SqlDatabase, id: string): AssignedGroup {
    const name = database.get('SELECT "DeveloperName" AS name FROM "PermissionSetGroup" WHERE "Id" = ?1', [id])?.name;
    const rows = database.all(
        `SELECT s."Id" AS id, s."Name" AS name, m."DeveloperName" AS muted FROM "PermissionSetGroupComponent" c
         LEFT JOIN "PermissionSet" s ON s."Id" = c."PermissionSetId"
         LEFT JOIN "MutingPermissionSet" m ON m."Id" = c."PermissionSetId"
         WHERE c."PermissionSetGroupId" = ?1 AND c."IsDeleted" = 0`,
        [id]
    );
    return {
        name: String(name ?? ''),
        sets: rows.filter((row) => row.id !== null).map((row) => ({ id: String(row.id), name: String(row.name) })),
        muted: rows.filter((row) => row.muted !== null).map((row) => String(row.muted))
    };
}
