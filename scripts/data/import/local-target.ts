import type { Access, DmlResult } from '../../local-org/data/types.ts';
import type { ObjectSchema } from '../../local-org/data/schema/types.ts';
import { SObjectValue } from '../../local-org/platform/values/index.ts';
import type { OrgUser } from '../../local-org/platform/context.ts';
import type { ServerOrg } from '../../local-org/server/local-org.ts';
import { readRecord } from '../../local-org/server/records/read-record.ts';
import type { ImportTarget, NewRecord, SaveOutcome } from './target.ts';

/** The parts of a local org that importing needs. */
export type LocalImportOrg = Pick<ServerOrg, 'schema' | 'data' | 'user' | 'run' | 'drainAsync'>;

/** Loads into a local org in this process, as one of its personas and with that persona's permissions. */
export class LocalTarget implements ImportTarget {
    readonly label: string;
    readonly setsDates: boolean;
    private readonly org: LocalImportOrg;
    private readonly user: OrgUser;
    private readonly access: Access;

    constructor(org: LocalImportOrg, persona: string) {
        this.org = org;
        this.user = org.user(persona);
        this.access = { userId: this.user.id, mode: 'user', sharing: true };
        this.label = `the local org's data, as ${persona}`;
        this.setsDates = persona === 'admin';
    }

    find(object: string, field: string, values: string[]): Promise<Map<string, string>> {
        const wanted = new Set(values);
        const rows = this.org.run(this.user, () =>
            this.org.data.query(
                `SELECT Id, ${field} FROM ${object} WHERE ${field} != null ORDER BY CreatedDate DESC`,
                () => null,
                this.access
            )
        );
        const pairs = rows.map((row): [string, string] => [
            String(row.fields.get(field)).toLowerCase(),
            row.id as string
        ]);
        return Promise.resolve(new Map(pairs.filter(([value]) => wanted.has(value))));
    }

    insert(object: string, records: NewRecord[]): Promise<SaveOutcome[]> {
        const schema = this.org.schema.object(object) as ObjectSchema;
        const outcomes = this.org.run(this.user, () =>
            this.org.data.dml(
                'insert',
                records.map((record) => readRecord(schema, record)),
                {
                    access: this.access,
                    allOrNone: false,
                    auditFields: this.setsDates
                }
            )
        );
        return Promise.resolve(outcomes.map(toOutcome));
    }

    remove(ids: string[]): Promise<void> {
        const cases = ids.map((id) => {
            const record = new SObjectValue('Case');
            record.id = id;
            return record;
        });
        const access: Access = { ...this.access, mode: 'system', sharing: false };
        this.org.run(this.user, () => this.org.data.dml('delete', cases, { access, allOrNone: true }));
        return Promise.resolve();
    }

    close(): Promise<void> {
        this.org.drainAsync();
        this.org.data.close();
        return Promise.resolve();
    }
}

function toOutcome({ success, id, errors }: DmlResult): SaveOutcome {
    return { id: success ? id : null, errors: errors.map(({ statusCode, message }) => `${statusCode}: ${message}`) };
}
