import type { SqlDatabase } from '../storage/database.ts';

/** What a user was assigned, as stored in the org. */
export interface UserAssignments {
    active: boolean;
    profileId: string;
    profileName: string;
    /** Ids of permission sets, those of groups included. */
    permissionSetIds: string[];
    permissionSetNames: string[];
}

/** Reads profile and permission set assignments. */
export function readAssignments(
    database: SqlDatabase,
    userId: string,
    groupMembers: Map<string, string[]>
): UserAssignments | null {
    const user = database.get(
        `SELECT u."IsActive" AS active, u."ProfileId" AS profileId, p."Name" AS profileName
         FROM "User" u LEFT JOIN "Profile" p ON p."Id" = u."ProfileId" WHERE u."Id" = ?1`,
        [userId]
    );
    if (!user) return null;
    const rows = database.all(
        `SELECT s."Id" AS id, s."Name" AS name, s."IsOwnedByProfile" AS ofProfile, g."DeveloperName" AS groupName FROM "PermissionSetAssignment" a
         LEFT JOIN "PermissionSet" s ON s."Id" = a."PermissionSetId"
         LEFT JOIN "PermissionSetGroup" g ON g."Id" = a."PermissionSetGroupId"
         WHERE a."AssigneeId" = ?1 AND a."IsDeleted" = 0`,
        [userId]
    );
    const own = rows.filter((row) => row.name !== null && Number(row.ofProfile) === 0).map((row) => String(row.name));
    const grouped = rows.flatMap((row) => groupMembers.get(String(row.groupName ?? '').toLowerCase()) ?? []);
    return {
        active: Number(user.active) === 1,
        profileId: String(user.profileId),
        profileName: String(user.profileName ?? ''),
        permissionSetIds: rows.filter((row) => row.id !== null).map((row) => String(row.id)),
        permissionSetNames: [...new Set([...own, ...grouped])]
    };
}
