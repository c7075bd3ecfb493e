import type { SharingRuleMetadata } from '../../metadata/types.ts';
import type { FieldSchema, ObjectSchema, SchemaRegistry } from '../schema/types.ts';
import { quote } from '../storage/columns.ts';
import type { SqlDatabase } from '../storage/database.ts';
import type { Permissions, RecordAccess, Sharing } from '../types.ts';
import type { Memberships } from './memberships.ts';
import { sharedByRules } from './sharing-rules.ts';

/** How much of a record: to see, to change, to delete and hand over. */
type Level = 'read' | 'edit' | 'full';

const NO_ACCESS: RecordAccess = { read: false, edit: false, delete: false, transfer: false, all: false };
const FULL_ACCESS: RecordAccess = { read: true, edit: true, delete: true, transfer: true, all: true };
const SHARE_LEVELS: Record<Level, string[]> = { read: ['Read', 'Edit', 'All'], edit: ['Edit', 'All'], full: ['All'] };

/** Row-level access as SQL conditions: organisation-wide default, owner, role hierarchy, queues, shares, parents. */
export class RowSharing implements Sharing {
    private readonly database: SqlDatabase;
    private readonly schema: () => SchemaRegistry;
    private readonly permissions: Permissions;
    private readonly memberships: Memberships;
    private readonly rules: () => SharingRuleMetadata[];

    constructor(
        database: SqlDatabase,
        schema: () => SchemaRegistry,
        permissions: Permissions,
        memberships: Memberships,
        rules: () => SharingRuleMetadata[]
    ) {
        this.database = database;
        this.schema = schema;
        this.permissions = permissions;
        this.memberships = memberships;
        this.rules = rules;
    }

    /** Condition for the rows a user has this much access to; null when it is all of them. */
    condition(object: ObjectSchema, alias: string, userId: string, level: Level = 'read', depth = 0): string | null {
        if (object.setup || ['customMetadata', 'customSetting', 'platformEvent'].includes(object.kind)) return null;
        if (object.kind === 'share') return null;
        const rights = this.permissions.object(userId, object.name);
        if (rights.modifyAll || (level === 'read' && rights.viewAll)) return null;
        if (this.isOpen(object, level)) return null;
        const model = object.sharingModel;
        if (model === 'ControlledByParent') return this.byParent(object, alias, userId, level, depth);
        const own = this.owned(object, alias, userId, level);
        const extra = level === 'read' ? this.alsoVisible(object, alias, userId, depth) : null;
        return [own, extra].filter(Boolean).join(' OR ') || null;
    }

    private isOpen(object: ObjectSchema, level: Level): boolean {
        const open: Record<Level, string[]> = {
            read: ['Read', 'ReadWrite', 'ReadWriteTransfer'],
            edit: ['ReadWrite', 'ReadWriteTransfer'],
            full: []
        };
        if (!object.field('OwnerId') && object.sharingModel !== 'ControlledByParent') return true;
        return open[level].includes(object.sharingModel);
    }

    private owned(object: ObjectSchema, alias: string, userId: string, level: Level): string {
        const { ownerIds, sharedIds } = this.memberships.of(userId);
        const owners = idList([...new Set([...ownerIds, ...sharedIds])]);
        const conditions = [`${alias}."OwnerId" IN (${owners})`];
        const share = this.shareOf(object);
        if (share) {
            const access =
                share.object.custom || share.object.name.includes('__') ? 'AccessLevel' : `${object.name}AccessLevel`;
            const levels = SHARE_LEVELS[level].map((one) => `'${one}'`).join(', ');
            const shared = `SELECT s.${quote(share.parentField)} FROM ${quote(share.object.name)} s WHERE s."IsDeleted" = 0
                AND s."UserOrGroupId" IN (${idList(sharedIds)}) AND s.${quote(access)} IN (${levels})`;
            conditions.push(`${alias}."Id" IN (${shared})`);
        }
        if (level !== 'full') {
            const scope = { memberIds: sharedIds, edit: level === 'edit', memberships: this.memberships };
            const ruled = sharedByRules(this.rules(), object, alias, scope);
            if (ruled) conditions.push(ruled);
        }
        return conditions.join(' OR ');
    }

    private shareOf(object: ObjectSchema): { object: ObjectSchema; parentField: string } | null {
        const name = object.custom ? object.name.replace(/__c$/, '__Share') : `${object.name}Share`;
        const share = this.schema().object(name);
        return share ? { object: share, parentField: object.custom ? 'ParentId' : `${object.name}Id` } : null;
    }

    /** Activities are seen by whoever sees their record, files by whoever sees a record they are linked to. */
    private alsoVisible(object: ObjectSchema, alias: string, userId: string, depth: number): string | null {
        if (depth > 3) return null;
        if (object.field('WhatId')) {
            const fields = [object.field('WhatId'), object.field('WhoId')] as FieldSchema[];
            return fields.map((field) => this.parentVisible(field, alias, userId, 'read', depth)).join(' OR ');
        }
        if (object.name !== 'ContentDocument' && object.sharesIdsOf !== 'ContentDocument') return null;
        const link = this.schema().object('ContentDocumentLink')?.field('LinkedEntityId') as FieldSchema;
        const inner = `l${depth}`;
        // A file shared with a person is theirs alone: seeing the person's User record gives nobody their files.
        const records = link.referenceTo.filter((name) => name !== 'User' && name !== 'Group');
        const people = `${inner}."LinkedEntityId" IN (${idList(this.memberships.of(userId).memberIds)})`;
        const visible = `${people} OR ${this.parentVisible({ ...link, referenceTo: records }, inner, userId, 'read', depth)}`;
        return `${alias}."Id" IN (SELECT ${inner}."ContentDocumentId" FROM "ContentDocumentLink" ${inner} WHERE ${inner}."IsDeleted" = 0 AND (${visible}))`;
    }

    private byParent(object: ObjectSchema, alias: string, userId: string, level: Level, depth: number): string | null {
        const field = object.field(object.controlledBy ?? '');
        if (!field || depth > 4) return object.field('OwnerId') ? this.owned(object, alias, userId, level) : null;
        const parentLevel = level === 'full' ? 'edit' : level;
        const visible = this.parentVisible(field, alias, userId, parentLevel, depth);
        const orphan = this.withoutParent(object, field, alias, userId, level, depth);
        const isAll = visible === null && !object.field('RelatedToId');
        return isAll ? null : `${visible ?? `${alias}.${quote(field.name)} IS NOT NULL`} OR ${orphan}`;
    }

    /** A row that nothing controls is its owner's; an e-mail without a case is seen with the record it is about. */
    private withoutParent(
        object: ObjectSchema,
        field: FieldSchema,
        alias: string,
        userId: string,
        level: Level,
        depth: number
    ): string {
        const none = `${alias}.${quote(field.name)} IS NULL`;
        if (object.field('OwnerId')) return `(${none} AND (${this.owned(object, alias, userId, level)}))`;
        const related = object.field('RelatedToId');
        if (!related) return none;
        const parentLevel = level === 'full' ? 'edit' : level;
        const visible = this.parentVisible(related, alias, userId, parentLevel, depth) ?? '1';
        return `(${none} AND (${alias}."RelatedToId" IS NULL OR ${alias}."CreatedById" = '${userId}' OR ${visible}))`;
    }

    /** The record that a lookup points to is visible; null when every such record is. */
    private parentVisible(
        field: FieldSchema,
        alias: string,
        userId: string,
        level: Level,
        depth: number
    ): string | null {
        const column = `${alias}.${quote(field.name)}`;
        const parts = field.referenceTo.map((name) => {
            const target = this.schema().object(name) as ObjectSchema;
            const inner = `p${depth}`;
            const readable = this.permissions.object(userId, name).read;
            const condition = readable ? this.condition(target, inner, userId, level, depth + 1) : '0';
            if (condition === null)
                return field.referenceTo.length === 1 ? null : `${column} LIKE '${target.keyPrefix}%'`;
            return `${column} IN (SELECT ${inner}."Id" FROM ${quote(name)} ${inner} WHERE ${condition})`;
        });
        return parts.length === 1 ? parts[0] : parts.filter((part) => part !== null).join(' OR ');
    }

    access(userId: string, recordIds: string[]): Map<string, RecordAccess> {
        const result = new Map(recordIds.map((id) => [id, { ...NO_ACCESS }]));
        const byPrefix = new Map<string, string[]>();
        for (const id of recordIds) byPrefix.set(id.slice(0, 3), [...(byPrefix.get(id.slice(0, 3)) ?? []), id]);
        for (const [prefix, ids] of byPrefix) {
            const object = this.schema().objectByKeyPrefix(prefix);
            if (object) this.accessTo(object, ids, userId, result);
        }
        return result;
    }

    private accessTo(object: ObjectSchema, ids: string[], userId: string, result: Map<string, RecordAccess>): void {
        if (this.permissions.object(userId, object.name).modifyAll) {
            for (const id of this.visible(object, ids, userId, 'read')) result.set(id, { ...FULL_ACCESS });
            return;
        }
        const rights: [Level, (keyof RecordAccess)[]][] = [
            ['read', ['read']],
            ['edit', ['edit']],
            ['full', ['delete', 'transfer', 'all']]
        ];
        for (const [level, names] of rights) {
            for (const id of this.visible(object, ids, userId, level)) {
                const access = result.get(id) as RecordAccess;
                for (const name of names) access[name] = true;
            }
        }
    }

    /** Those of the records that exist and to which the user has this much access. */
    visible(object: ObjectSchema, ids: string[], userId: string, level: Level): string[] {
        const condition = this.condition(object, 't', userId, level);
        const sql = `SELECT t."Id" AS id FROM ${quote(object.name)} t WHERE t."Id" IN (SELECT value FROM json_each(?1))${
            condition ? ` AND (${condition})` : ''
        }`;
        return this.database.all(sql, [JSON.stringify(ids)]).map((row) => String(row.id));
    }
}

function idList(ids: string[]): string {
    return ids.map((id) => `'${id}'`).join(', ');
}
