import express, { type Express, type Request } from 'express';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { appDirectory, vendorDirectory } from '../build.ts';
import type { FieldInfo, LayoutResponse, ListRecordsResponse, RecordRepresentation } from '../protocol.ts';
import { bootstrap, objects, picklists, rows } from './fake-data.ts';

type Row = (typeof rows)[string][number];

/** A server with canned records, for looking at the shell without Apex, data or metadata. Saves are kept until it stops. */
export async function startFakeServer(projectDirectory: string, port = 0): Promise<{ url: string; server: Server }> {
    const app = express();
    app.use(express.json());
    serveFiles(app, projectDirectory);
    serveLocal(app);
    serveUiApi(app);
    const server = app.listen(port, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, server };
}

function serveFiles(app: Express, projectDirectory: string): void {
    const styles = path.join(projectDirectory, 'node_modules/@salesforce-ux/design-system/assets');
    const options = { dotfiles: 'allow' } as const;
    app.use('/assets', express.static(styles));
    app.use('/vendor', express.static(vendorDirectory(projectDirectory), options));
    app.use('/app', express.static(appDirectory(projectDirectory), options));
    app.get('/lightning{/*path}', (_request, response) =>
        response.sendFile(path.join(appDirectory(projectDirectory), 'index.html'), options)
    );
}

function serveLocal(app: Express): void {
    app.get('/local/bootstrap', (_request, response) => void response.json(bootstrap));
    app.get('/local/page', (_request, response) => void response.json({ flexiPage: null }));
    app.get('/local/events', (_request, response) => void response.type('text/event-stream').write('\n'));
    app.post(
        '/local/apex/:method',
        (_request, response) => void response.status(500).json({ message: 'No Apex here.' })
    );
    app.get('/local/search', (request, response) => {
        const term = String(request.query.term).toLowerCase();
        const wanted = Object.keys(objects).filter((name) => !request.query.object || request.query.object === name);
        const groups = wanted.map((name) => group(name, term, Number(request.query.limit ?? 5)));
        response.json({ groups: groups.filter(({ records }) => records.length > 0) });
    });
}

function group(objectApiName: string, term: string, limit: number) {
    const { label, labelPlural, nameFields } = objects[objectApiName]!;
    const found = rows[objectApiName]!.filter((row) => JSON.stringify(row).toLowerCase().includes(term));
    const records = found.slice(0, limit).map((row) => ({
        id: String(row.Id),
        title: String(row[nameFields[0]!]),
        fields: row.Subject ? [{ label: 'Subject', value: String(row.Subject) }] : []
    }));
    return { objectApiName, label, labelPlural, records, hasMore: found.length > limit };
}

function serveUiApi(app: Express): void {
    const base = '/services/data/v67.0/ui-api';
    serveObjects(app, base);
    serveLists(app, base);
    app.get(`${base}/records/:id`, (request, response) => {
        const row = rowOf(request.params.id);
        if (row) {
            response.json(record(row));
        } else {
            response.status(404).json([{ errorCode: 'NOT_FOUND', message: 'The requested resource does not exist' }]);
        }
    });
    app.patch(`${base}/records/:id`, (request, response) => {
        const { fields } = request.body as { fields: Row };
        if (fields.Subject === null) {
            response.status(400).json(requiredMissing);
            return;
        }
        response.json(record(Object.assign(rowOf(request.params.id)!, fields)));
    });
    app.post(`${base}/records`, (request, response) => {
        const { apiName, fields } = request.body as { apiName: string; fields: Row };
        const number = String(rows[apiName]!.length).padStart(3, '0');
        const Id = `${objects[apiName]!.keyPrefix}000000009${number}AAA`;
        const row = { ...fields, Id, CreatedDate: new Date().toISOString(), 'CreatedBy.Name': 'Alex Morgan' };
        rows[apiName]!.unshift(row);
        response.status(201).json(record(row));
    });
}

const requiredMissing = {
    message: 'An error occurred while trying to update the record. Please try again.',
    statusCode: 400,
    errorCode: 'INVALID_FIELD',
    output: {
        errors: [],
        fieldErrors: {
            Subject: [
                {
                    errorCode: 'REQUIRED_FIELD_MISSING',
                    message: 'Complete this field.',
                    field: 'Subject',
                    fieldLabel: 'Subject'
                }
            ]
        }
    }
};

function serveObjects(app: Express, base: string): void {
    app.get(`${base}/object-info/:object`, (request, response) => void response.json(objects[request.params.object]));
    app.get(`${base}/object-info/:object/picklist-values/:type`, (_request, response) => {
        const entries = Object.entries(picklists).map(([name, values]) => [
            name,
            { defaultValue: null, values: values.map((value) => ({ label: value, value })) }
        ]);
        response.json({ picklistFieldValues: Object.fromEntries(entries) });
    });
    app.get(`${base}/layout/:object`, (request, response) => {
        const fields = Object.values(objects[request.params.object]!.fields);
        response.json(layout(request.params.object, request.query.layoutType === 'Compact' ? compact(fields) : fields));
    });
}

const compact = (fields: FieldInfo[]): FieldInfo[] => [...fields.slice(1, 4), ...fields.slice(6)];

function layout(objectApiName: string, fields: FieldInfo[]): LayoutResponse {
    const items = fields.map(({ apiName, label, required, createable, updateable }) => ({
        label,
        required,
        editableForNew: createable,
        editableForUpdate: updateable,
        layoutComponents: [{ apiName, componentType: 'Field' }]
    }));
    const layoutRows = items
        .filter((_, index) => index % 2 === 0)
        .map((item, index) => ({
            layoutItems: [item, items[index * 2 + 1]].filter((entry) => entry !== undefined)
        }));
    const section = { heading: `${objectApiName} Information`, useHeading: true, columns: 2, layoutRows };
    return { objectApiName, layoutType: 'Full', sections: [section] };
}

function serveLists(app: Express, base: string): void {
    const columns = (name: string) =>
        Object.values(objects[name]!.fields)
            .slice(0, 6)
            .map(({ apiName, label }) => ({ fieldApiName: apiName, label, sortable: true }));
    const comments = {
        relatedListId: 'CaseComments',
        label: 'Case Comments',
        objectApiName: 'CaseComment',
        fieldApiName: 'ParentId',
        displayColumns: columns('CaseComment'),
        createable: true
    };
    app.get(`${base}/list-ui/:object`, (request, response) => {
        const label = `All ${objects[request.params.object]!.labelPlural}`;
        response.json({
            lists: [
                { apiName: 'All', label },
                { apiName: 'Open', label: 'Open' }
            ]
        });
    });
    app.get(`${base}/list-info/:object/:list`, (request, response) => {
        const label = `${request.params.list} ${objects[request.params.object]!.labelPlural}`;
        response.json({ label, displayColumns: columns(request.params.object), orderedByInfo: [] });
    });
    app.get(`${base}/list-records/:object/:list`, (request, response) => {
        response.json(page(rows[request.params.object]!, request));
    });
    app.get(`${base}/related-list-info/:object`, (request, response) => {
        response.json({ relatedLists: request.params.object === 'Case' ? [comments] : [] });
    });
    app.get(`${base}/related-list-info/:object/:list`, (_request, response) => void response.json(comments));
    app.get(`${base}/related-list-records/:id/:list`, (request, response) => {
        response.json(
            page(
                rows.CaseComment!.filter(({ ParentId }) => ParentId === request.params.id),
                request
            )
        );
    });
}

function page(all: Row[], { query }: Request<object>): ListRecordsResponse {
    const term = String(query.searchTerm ?? '').toLowerCase();
    const sortBy = String(query.sortBy ?? '').replace(/^-?\w+\./, '');
    const sign = String(query.sortBy ?? '').startsWith('-') ? -1 : 1;
    const found = all.filter((row) => JSON.stringify(row).toLowerCase().includes(term));
    const sorted = sortBy ? found.toSorted((a, b) => sign * String(a[sortBy]).localeCompare(String(b[sortBy]))) : found;
    const start = Number(query.pageToken ?? 0);
    const end = start + Number(query.pageSize ?? 50);
    const records = sorted.slice(start, end).map(record);
    return {
        records,
        count: records.length,
        totalCount: found.length,
        nextPageToken: end < found.length ? String(end) : null
    };
}

function rowOf(id: string): Row | undefined {
    return Object.values(rows)
        .flat()
        .find((row) => row.Id === id);
}

function record(row: Row): RecordRepresentation {
    const id = String(row.Id);
    const apiName = Object.values(objects).find(({ keyPrefix }) => id.startsWith(keyPrefix))!.apiName;
    const entries = Object.entries(row).map(([name, value]) =>
        name.includes('.')
            ? [
                  name.split('.')[0],
                  {
                      displayValue: String(value),
                      value: { id: '', apiName: '', fields: { Name: { value, displayValue: null } } }
                  }
              ]
            : [name, { value, displayValue: null }]
    );
    const parents = Object.values(objects[apiName]!.fields)
        .filter(({ dataType, apiName: name }) => dataType === 'Reference' && row[name])
        .map(({ relationshipName, apiName: name }) => [relationshipName, parent(String(row[name]))]);
    return { id, apiName, fields: Object.fromEntries([...entries, ...parents]) };
}

function parent(id: string) {
    const row = rowOf(id)!;
    return {
        displayValue: String(row.Name),
        value: { id, apiName: '', fields: { Name: { value: row.Name, displayValue: null } } }
    };
}
