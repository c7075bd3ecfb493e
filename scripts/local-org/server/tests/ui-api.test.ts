import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { LayoutItem, LayoutSection } from '../../lightning/protocol.ts';
import { bodyOf } from './fake-org.ts';
import { openTestOrg, type TestOrg } from './real-org.ts';

let org: TestOrg;
let caseId: string;

before(async () => {
    org = await openTestOrg();
    const account = await bodyOf(await send('POST', '/sobjects/Account', { Name: 'Alpine Lifts' }, 'admin'));
    const contact = { LastName: 'Huber', AccountId: account.id };
    const { id: ContactId } = await bodyOf(await send('POST', '/sobjects/Contact', contact, 'admin'));
    const record = { apiName: 'Case', fields: { Subject: 'Lift stopped', Status: 'New', Origin: 'Phone', ContactId } };
    caseId = (await bodyOf(await send('POST', '/ui-api/records', record))).id;
    await send('POST', '/sobjects/CaseComment', { ParentId: caseId, CommentBody: 'It squeaks.' });
});
after(() => org.close());

function send(method: string, path: string, body?: unknown, persona = 'agent', more: Record<string, string> = {}) {
    const headers = { Authorization: `Bearer ${org.token(persona)}`, 'Content-Type': 'application/json', ...more };
    const url = `${org.url}${path.startsWith('/local') ? '' : '/services/data/v67.0'}${path}`;
    return fetch(url, { method, headers, body: body === undefined ? undefined : JSON.stringify(body) });
}

async function read(path: string) {
    const answer = await send('GET', path);
    assert.equal(answer.status, 200, `${path}: ${await answer.clone().text()}`);
    return bodyOf(answer);
}

describe('UI API records', () => {
    test('bring values and what to show for them, parents included', async () => {
        const { apiName, fields } = await read(
            `/ui-api/records/${caseId}?fields=Case.Subject,Case.Contact.Name,Case.CreatedDate`
        );
        assert.equal(apiName, 'Case');
        assert.deepEqual(fields.Subject, { value: 'Lift stopped', displayValue: null });
        assert.equal(fields.Contact.value.fields.Name.value, 'Huber');
        assert.match(fields.CreatedDate.value, /Z$/);
        assert.ok(fields.CreatedDate.displayValue);
    });

    test('refuse a field that there is not, unless it is optional', async () => {
        assert.equal((await send('GET', `/ui-api/records/${caseId}?fields=Case.Nope`)).status, 400);
        await read(`/ui-api/records/${caseId}?fields=Case.Subject&optionalFields=Case.Nope`);
    });

    test('are changed, unless somebody else was quicker', async () => {
        const path = `/ui-api/records/${caseId}`;
        const { fields } = await bodyOf(await send('PATCH', path, { fields: { Priority: 'High' } }));
        assert.equal(fields.Priority.value, 'High');
        const header = { 'If-Unmodified-Since': 'Mon, 01 Jan 2024 00:00:00 GMT' };
        assert.equal((await send('PATCH', path, { fields: { Priority: 'Low' } }, 'agent', header)).status, 412);
    });

    test('say which field is wrong', async () => {
        const answer = await send('POST', '/ui-api/records', { apiName: 'Contact', fields: { FirstName: 'Eva' } });
        const { output } = await bodyOf(answer);
        assert.deepEqual([answer.status, Object.keys(output.fieldErrors)], [400, ['LastName']]);
    });

    test('that are not there answer 404', async () => {
        assert.equal((await send('GET', '/ui-api/records/500000000000000AAA?fields=Case.Subject')).status, 404);
    });
});

describe('UI API descriptions', () => {
    test('tell what the user may do with an object', async () => {
        const { fields, nameFields, keyPrefix } = await read('/ui-api/object-info/Case');
        assert.deepEqual([keyPrefix, nameFields], ['500', ['CaseNumber']]);
        assert.equal(fields.Status.dataType, 'Picklist');
        assert.equal(fields.ContactId.relationshipName, 'Contact');
    });

    test('list picklist values', async () => {
        const { values } = await read('/ui-api/object-info/Case/picklist-values/012000000000000AAA/Status');
        assert.ok(values.some(({ value }: { value: string }) => value === 'New'));
    });

    test('lay out the fields that the user may see', async () => {
        const { sections } = await read('/ui-api/layout/Case?layoutType=Full');
        const items = sections.flatMap((section: LayoutSection) =>
            section.layoutRows.flatMap((row) => row.layoutItems)
        );
        const names = items.flatMap((item: LayoutItem) => item.layoutComponents.map(({ apiName }) => apiName));
        assert.ok(names.includes('Status') && names.includes('Description'));
    });
});

describe('lists', () => {
    test('always include one that shows everything', async () => {
        const { lists } = await read('/ui-api/list-ui/Case');
        assert.ok(lists.length > 0);
        const { displayColumns } = await read('/ui-api/list-info/Case/All');
        assert.ok(displayColumns.some(({ fieldApiName }: { fieldApiName: string }) => fieldApiName === 'CaseNumber'));
    });

    test('are paged, sorted and searched', async () => {
        await send('POST', '/sobjects/Case', { Subject: 'Belt torn', Origin: 'Web' });
        const first = await read('/ui-api/list-records/Case/All?fields=Case.Subject&pageSize=1&sortBy=Case.Subject');
        assert.deepEqual(
            [first.count, first.nextPageToken, first.records[0].fields.Subject.value],
            [1, '1', 'Belt torn']
        );
        const next = await read(
            '/ui-api/list-records/Case/All?fields=Case.Subject&pageSize=1&pageToken=1&sortBy=Case.Subject'
        );
        assert.equal(next.records[0].fields.Subject.value, 'Lift stopped');
        const found = await read('/ui-api/list-records/Case/All?searchTerm=BELT');
        assert.equal(found.totalCount, 1);
    });

    test('of a record show its children', async () => {
        const { relatedLists } = await read('/ui-api/related-list-info/Case');
        assert.ok(
            relatedLists.some(({ relatedListId }: { relatedListId: string }) => relatedListId === 'CaseComments')
        );
        const { records } = await read(`/ui-api/related-list-records/${caseId}/CaseComments`);
        assert.equal(records[0].fields.CommentBody.value, 'It squeaks.');
    });
});

describe('the shell', () => {
    test('is told who, where and which apps', async () => {
        const { user, personas, objects, emulated } = await read('/local/bootstrap');
        assert.equal(user.username, 'agent@tandem.example');
        assert.equal(personas.find(({ current }: { current: boolean }) => current).name, 'agent');
        assert.ok(objects.some(({ apiName }: { apiName: string }) => apiName === 'Case'));
        assert.equal(emulated, true);
    });

    test('finds records by their words', async () => {
        const { groups } = await read('/local/search?term=stopped');
        const [cases] = groups.filter(({ objectApiName }: { objectApiName: string }) => objectApiName === 'Case');
        assert.equal(cases.records[0].id, caseId);
        assert.ok(cases.records[0].fields.some(({ value }: { value: string }) => value === 'Lift stopped'));
    });

    test('asks for a page', async () => {
        const { flexiPage } = await read('/local/page?object=Case');
        assert.ok(flexiPage === null || flexiPage.flexiPageRegions.length > 0);
    });
});
