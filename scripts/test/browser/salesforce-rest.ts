/** A record as the REST API gives it. */
export type Row = Record<string, unknown>;

/** The REST API of a local org, as one of its personas. */
export class SalesforceRest {
    private readonly url: string;
    private readonly token: string;

    constructor(url: string, token: string) {
        this.url = url;
        this.token = token;
    }

    /** The records of a query, or the error in Salesforce's own words. */
    async query<T extends Row>(soql: string): Promise<T[]> {
        const answer = await this.send('GET', `/services/data/v67.0/query?q=${encodeURIComponent(soql)}`);
        return (answer as { records: T[] }).records;
    }

    /** Creates a record and returns its id. */
    async create(objectName: string, fields: Row): Promise<string> {
        const answer = await this.send('POST', `/services/data/v67.0/sobjects/${objectName}`, fields);
        return (answer as { id: string }).id;
    }

    /** Changes fields of a record. */
    async update(objectName: string, id: string, fields: Row): Promise<void> {
        await this.send('PATCH', `/services/data/v67.0/sobjects/${objectName}/${id}`, fields);
    }

    /** Calls an Apex method as a component does. */
    async apex(method: string, parameters: Row): Promise<Row> {
        return (await this.send('POST', `/local/apex/${method}`, parameters)) as Row;
    }

    private async send(method: string, path: string, body?: Row): Promise<unknown> {
        const response = await fetch(this.url + path, {
            method,
            headers: { authorization: `Bearer ${this.token}`, 'content-type': 'application/json' },
            body: body && JSON.stringify(body)
        });
        const text = await response.text();
        if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
        return text ? JSON.parse(text) : undefined;
    }
}
