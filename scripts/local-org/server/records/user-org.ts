import type { Access, DmlOperation, DmlOptions, DmlResult } from '../../data/types.ts';
import type { ObjectSchema } from '../../data/schema/types.ts';
import type { SObjectValue } from '../../platform/values/index.ts';
import { notFound } from '../http/rest-error.ts';
import type { OrgUser } from '../../platform/context.ts';
import type { ServerOrg } from '../local-org.ts';
import { apiDml } from './api-dml.ts';
import { publishEvents } from './publish-events.ts';
import { recordId } from './record-id.ts';

/** The org with one user's eyes and hands: every read and write is in user mode, with this user's sharing. */
export class UserOrg {
    readonly org: ServerOrg;
    readonly user: OrgUser;
    readonly access: Access;

    constructor(org: ServerOrg, user: OrgUser) {
        this.org = org;
        this.user = user;
        this.access = { userId: user.id, mode: 'user', sharing: true };
    }

    /** Rows of a query; `binds` are the values of its `:names`. */
    query(soql: string, binds: Record<string, unknown> = {}): SObjectValue[] {
        return this.org.run(this.user, () => this.org.data.query(soql, (name) => binds[name], this.access));
    }

    /** Number of rows of a `SELECT COUNT()`. */
    count(soql: string, binds: Record<string, unknown> = {}): number {
        return this.org.run(this.user, () => this.org.data.countQuery(soql, (name) => binds[name], this.access));
    }

    /** One list of rows for each object that the SOSL returns. */
    search(sosl: string): SObjectValue[][] {
        return this.org.run(this.user, () => this.org.data.search(sosl, () => undefined, this.access));
    }

    /** Saves what can be saved and says of each record what came of it. */
    save(operation: DmlOperation, records: SObjectValue[], options: Partial<DmlOptions> = {}): DmlResult[] {
        return this.org.run(this.user, () => this.saveWithin(operation, records, options));
    }

    /** Runs several saves as one: nothing of it stays when `fn` answers that it failed. */
    together<T>(fn: () => { keep: boolean; result: T }): T {
        return this.org.run(this.user, () => {
            const savepoint = this.org.data.savepoint();
            const { keep, result } = fn();
            if (!keep) {
                this.org.data.rollbackTo(savepoint);
            }
            return result;
        });
    }

    /** One save inside `together`. */
    saveWithin(operation: DmlOperation, records: SObjectValue[], options: Partial<DmlOptions> = {}): DmlResult[] {
        if (operation === 'insert' && records.some((record) => this.isEvent(record))) {
            return publishEvents(this, records);
        }
        const complete = { access: this.access, allOrNone: false, ...options };
        return apiDml(this.org.data, operation, records, complete);
    }

    private isEvent(record: SObjectValue): boolean {
        return this.org.schema.object(record.objectName)?.kind === 'platformEvent';
    }

    /** Whether the user may read an object at all. */
    canRead(object: ObjectSchema): boolean {
        return this.org.data.permissions.object(this.user.id, object.name).read;
    }

    /**
     * An object that the user may read.
     * @throws RestError NOT_FOUND when there is none of this name, or not for this user
     */
    object(name: string): ObjectSchema {
        const object = this.org.schema.object(name);
        if (!object || !this.canRead(object)) {
            throw notFound();
        }
        return object;
    }

    /**
     * The object of a record's id.
     * @throws RestError when it is no id, or of no object that the user may read
     */
    objectOfId(id: string): ObjectSchema {
        const object = this.org.schema.objectByKeyPrefix(recordId(id).slice(0, 3));
        if (!object) {
            throw notFound();
        }
        return this.object(object.name);
    }

    /** Names of the fields of an object that the user may read, in the schema's order. */
    readableFields(object: ObjectSchema): string[] {
        const { permissions } = this.org.data;
        return [...object.fields.values()]
            .filter((field) => permissions.field(this.user.id, object.name, field.name).read)
            .map((field) => field.name);
    }
}
