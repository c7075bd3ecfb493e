import type { SqlDatabase } from '../storage/database.ts';

/** Whose records a user sees and to which groups the user belongs. */
export interface Membership {
    /** The user and everybody below in the role hierarchy. */
    ownerIds: string[];
    /** The user and all groups, queues and role groups that contain the user. */
    memberIds: string[];
    /** The same for the user and everybody below: what is shared with somebody is open to those above, too. */
    sharedIds: string[];
}

/** Computes memberships; kept until users, roles or groups change. */
export class Memberships {
    private readonly database: SqlDatabase;
    private cache = new Map<string, Membership>();

    constructor(database: SqlDatabase) {
        this.database = database;
    }

    invalidate(): void {
        this.cache = new Map();
    }

    of(userId: string): Membership {
        const known = this.cache.get(userId);
        if (known) return known;
        const groups = this.groupsOf(userId);
        const owners = [userId, ...this.subordinates(userId)];
        const memberIds = [userId, ...groups];
        const below = owners.slice(1).flatMap((id) => [id, ...this.groupsOf(id)]);
        const membership = { ownerIds: owners, memberIds, sharedIds: [...new Set([...memberIds, ...below])] };
        this.cache.set(userId, membership);
        return membership;
    }

    /** Users whose role lies below the user's. */
    private subordinates(userId: string): string[] {
        const sql = `WITH RECURSIVE below(id) AS (
                SELECT r."Id" FROM "UserRole" r JOIN "User" u ON u."UserRoleId" = r."ParentRoleId" WHERE u."Id" = ?1
                UNION SELECT r."Id" FROM "UserRole" r JOIN below b ON r."ParentRoleId" = b.id)
            SELECT u."Id" AS id FROM "User" u JOIN below b ON u."UserRoleId" = b.id`;
        return this.database.all(sql, [userId]).map((row) => String(row.id));
    }

    /** Users that a group contains: its members, by role, by a role above theirs, through another group. */
    usersOf(groupId: string): string[] {
        return this.database
            .all('SELECT "Id" AS id FROM "User"')
            .map((row) => String(row.id))
            .filter((id) => this.of(id).memberIds.includes(groupId));
    }

    /** Groups that contain the user: directly, by role, by a role above, through another group. */
    private groupsOf(userId: string): string[] {
        const sql = `WITH RECURSIVE above(id) AS (
                SELECT u."UserRoleId" FROM "User" u WHERE u."Id" = ?1 AND u."UserRoleId" IS NOT NULL
                UNION SELECT r."ParentRoleId" FROM "UserRole" r JOIN above a ON r."Id" = a.id WHERE r."ParentRoleId" IS NOT NULL),
            member(id) AS (
                SELECT ?1
                UNION SELECT g."Id" FROM "Group" g JOIN "User" u ON u."Id" = ?1
                    WHERE (g."Type" = 'Role' AND g."RelatedId" = u."UserRoleId") OR g."Type" = 'Organization'
                UNION SELECT g."Id" FROM "Group" g JOIN above a ON g."RelatedId" = a.id WHERE g."Type" = 'RoleAndSubordinates'
                UNION SELECT m."GroupId" FROM "GroupMember" m JOIN member x ON m."UserOrGroupId" = x.id WHERE m."IsDeleted" = 0)
            SELECT id FROM member WHERE id <> ?1`;
        return this.database.all(sql, [userId]).map((row) => String(row.id));
    }
}
