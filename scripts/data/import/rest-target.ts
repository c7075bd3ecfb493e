import jsforce, { type Connection } from 'jsforce';
import { batches, type ImportTarget, type NewRecord, type SaveOutcome } from './target.ts';

/** How to reach an org over REST. */
export interface RestAccess {
    url: string;
    accessToken: string;
    label: string;
    /** Whether CreatedDate is sent; the local org allows it to its administrator, a real org to users with the permission for it. */
    setsDates: boolean;
    /** Sent with every insert. */
    headers?: Record<string, string>;
}

const API_VERSION = '67.0';
const VALUES_A_QUERY = 100;
/** Salesforce takes 6 MB a request at most. */
const LARGEST_BODY = 2_000_000;

/** Loads through the REST API of a real org or of a running local org. */
export class RestTarget implements ImportTarget {
    readonly label: string;
    readonly setsDates: boolean;
    private readonly connection: Connection;
    private readonly headers: Record<string, string>;

    constructor({ url, accessToken, label, setsDates, headers = {} }: RestAccess) {
        this.connection = new jsforce.Connection({ instanceUrl: url, accessToken, version: API_VERSION });
        this.label = label;
        this.setsDates = setsDates;
        this.headers = headers;
    }

    async find(object: string, field: string, values: string[]): Promise<Map<string, string>> {
        const found = new Map<string, string>();
        for (const some of batches(values, VALUES_A_QUERY)) {
            const list = some.map((value) => `'${value.replace(/[\\']/g, '\\$&')}'`).join(', ');
            const { records } = await this.connection.query<Record<string, string>>(
                `SELECT Id, ${field} FROM ${object} WHERE ${field} IN (${list}) ORDER BY CreatedDate DESC`
            );
            records.forEach((record) => found.set(record[field].toLowerCase(), record.Id as string));
        }
        return found;
    }

    async insert(object: string, records: NewRecord[]): Promise<SaveOutcome[]> {
        const outcomes: SaveOutcome[] = [];
        for (const some of bySize(records)) {
            const body = {
                allOrNone: false,
                records: some.map((record) => ({ attributes: { type: object }, ...record }))
            };
            outcomes.push(...(await this.post(body)));
        }
        return outcomes;
    }

    async remove(ids: string[]): Promise<void> {
        for (const some of batches(ids)) {
            await this.connection.request({
                method: 'DELETE',
                url: this.address(`?ids=${some.join(',')}&allOrNone=false`)
            });
        }
    }

    close(): Promise<void> {
        return Promise.resolve();
    }

    private async post(body: object): Promise<SaveOutcome[]> {
        const headers = { 'content-type': 'application/json', ...this.headers };
        const saved = await this.connection.request<
            { id?: string; success: boolean; errors: { statusCode: string; message: string }[] }[]
        >({
            method: 'POST',
            url: this.address(''),
            body: JSON.stringify(body),
            headers
        });
        return saved.map(({ id, success, errors }) => ({
            id: success ? (id ?? null) : null,
            errors: errors.map(({ statusCode, message }) => `${statusCode}: ${message}`)
        }));
    }

    private address(query: string): string {
        return `/services/data/v${API_VERSION}/composite/sobjects${query}`;
    }
}

/** Pieces of at most LARGEST_BODY characters; a single record may be larger. */
function bySize(records: NewRecord[]): NewRecord[][] {
    const pieces: NewRecord[][] = [];
    let size = Infinity;
    for (const record of records) {
        const length = JSON.stringify(record).length;
        if (size + length > LARGEST_BODY) {
            pieces.push([]);
            size = 0;
        }
        pieces[pieces.length - 1].push(record);
        size += length;
    }
    return pieces;
}
