import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { LocalOrgSession } from './local-org-session.ts';
import { personalData } from './personal-data.ts';

const LONG_CASE = 'Chiller 1 at Merchant Quay';
const HOSTILE_CASE = 'Boiler 1 in Cooper Building';
const OTHER_CASE = 'Freezer door at Merchant Quay';
const UNREACHED_CASE = 'Three invoices for the same visit';
const WAITING_CASE = 'Humidity below limit in archive rooms';
const LIMITED_CASE = 'Temperature excursion';
const SHORT_CASE = 'Please call back';

let session: LocalOrgSession;
before(async () => {
    session = await LocalOrgSession.start();
});
after(() => session?.stop());

const casePath = async (subject: string): Promise<string> => `/lightning/r/Case/${await session.caseId(subject)}/view`;

/** Sets limits for the whole org, as Setup does; returns the id of the setting. */
async function limit(fields: Record<string, unknown>): Promise<string> {
    const admin = session.as('admin');
    const [organization] = await admin.query('SELECT Id FROM Organization');
    const owner = { SetupOwnerId: organization?.['Id'] };
    const [row] = await admin.query<{ Id: string }>('SELECT Id FROM AI_Settings__c');
    if (!row) return admin.create('AI_Settings__c', { ...owner, ...fields });
    await admin.update('AI_Settings__c', row.Id, fields);
    return row.Id;
}

describe('an agent summarises a case with a long thread', () => {
    test('reads, checks, edits and approves the summary; the record, the insight and the audit row tell', async () => {
        const panel = await session.open('agent', '/lightning/o/Case/list');
        await panel.page.getByRole('link', { name: '00001001' }).first().click();
        await panel.action('ask').click();
        await panel.steps.getByText(/Gathering 4\d sources/).waitFor();
        await panel.steps.getByText(/Asking the model/).waitFor();
        await panel.action('approve').waitFor();

        await panel.chips.first().click();
        const quote = await panel.preview.locator('mark').first().innerText();
        const source = await panel.preview.innerText();
        assert.ok(quote.length > 5 && source.includes(quote));
        await panel.page.keyboard.press('Escape');
        await panel.preview.waitFor({ state: 'detached' });

        await panel.action('edit').click();
        await panel.root.locator('textarea').fill('Chiller 1 trips on high pressure. The agent wrote this line.');
        await panel.action('approve').click();
        await panel.page.getByText('The agent wrote this line.').first().waitFor();

        const id = await session.caseId(LONG_CASE);
        const [record] = await session.as('agent').query(`SELECT AI_Summary__c FROM Case WHERE Id = '${id}'`);
        assert.equal(record?.['AI_Summary__c'], 'Chiller 1 trips on high pressure. The agent wrote this line.');
        const [insight] = await session
            .as('agent')
            .query(
                `SELECT Status__c, Edit_Ratio__c, Trace_Id__c, Reviewer__r.Name FROM AI_Insight__c WHERE Record_Id__c = '${id}'`
            );
        assert.equal(insight?.['Status__c'], 'Approved');
        assert.ok(Number(insight?.['Edit_Ratio__c']) > 0);
        const audit = await session
            .as('auditor')
            .query(
                `SELECT Outcome__c, Input_Tokens__c, Masked_Prompt__c FROM AI_Audit_Log__c WHERE Trace_Id__c = '${insight?.['Trace_Id__c']}'`
            );
        assert.equal(audit.length, 1);
        assert.equal(audit[0]?.['Outcome__c'], 'Done');
        assert.ok(Number(audit[0]?.['Input_Tokens__c']) > 1000);
    });

    test('no e-mail address, phone number or name of the case has reached the model', async () => {
        const found = await personalData(session.as('admin'), await session.caseId(LONG_CASE));
        assert.ok(found.emails.length > 1 && found.phones.length > 1 && found.names.length > 1, JSON.stringify(found));
        const requests = await session.modelRequests();
        assert.ok(requests.length > 0);
        const sent = JSON.stringify(requests.map(({ body }) => body));
        for (const secret of [...found.emails, ...found.phones, ...found.names]) {
            assert.ok(!sent.includes(secret), `"${secret}" was sent`);
        }
    });

    test('asking again for an unchanged case calls no model', async () => {
        const requestsBefore = (await session.modelRequests()).length;
        const id = await session.caseId(LONG_CASE);
        const subject = { useCase: 'Case_Summary', recordId: id };
        const { traceId } = await session.as('agent').apex('AIPanelController.begin', { ...subject, refresh: false });
        const view = await session.as('agent').apex('AIPanelController.ask', { ...subject, traceId });
        assert.equal(view['state'], 'applied');
        assert.equal((await session.modelRequests()).length, requestsBefore);
    });

    test('takes the approval back', async () => {
        const panel = await session.open('agent', await casePath(LONG_CASE));
        await panel.action('undo').click();
        await panel.action('approve').waitFor();
        const id = await session.caseId(LONG_CASE);
        const [record] = await session.as('agent').query(`SELECT AI_Summary__c FROM Case WHERE Id = '${id}'`);
        assert.equal(record?.['AI_Summary__c'], null);
    });
});

describe('a summary that is out of date', () => {
    test('names what is new and has to be made again before it can be approved', async () => {
        const id = await session.caseId(HOSTILE_CASE);
        const panel = await session.open('agent', await casePath(HOSTILE_CASE));
        await panel.summarise();
        await session
            .as('agent')
            .create('CaseComment', { ParentId: id, CommentBody: 'The spare pump arrived this morning.' });
        await panel.page.reload();
        await panel.changes.getByText('The spare pump arrived this morning.').waitFor();
        assert.equal(await panel.action('approve').isDisabled(), true);
        await panel.changes.getByRole('button', { name: 'Refresh' }).click();
        await panel.changes.waitFor({ state: 'detached' });
        await panel.action('approve').and(panel.page.locator(':enabled')).waitFor();
    });

    test('orders inside an e-mail are flagged, and the summary does not follow them', async () => {
        const panel = await session.open('agent', await casePath(HOSTILE_CASE));
        await panel.notice.getByText('reads like an instruction').waitFor();
        assert.equal(await panel.root.locator('a[href], img').count(), 0);
    });

    test('is rejected with a reason, never without', async () => {
        const id = await session.caseId(HOSTILE_CASE);
        const panel = await session.open('agent', await casePath(HOSTILE_CASE));
        await panel.action('reject').click();
        await panel.action('confirm-reject').click();
        await panel.root.getByText('Enter a reason.').first().waitFor();
        await panel.root.locator('textarea').fill('It misses the pump.');
        await panel.action('confirm-reject').click();
        await panel.action('ask-again').waitFor();
        const [insight] = await session
            .as('agent')
            .query(
                `SELECT Rejection_Reason__c FROM AI_Insight__c WHERE Record_Id__c = '${id}' AND Status__c = 'Rejected'`
            );
        assert.equal(insight?.['Rejection_Reason__c'], 'It misses the pump.');
    });
});

describe('when there is no summary', () => {
    test('a case with nearly no text gets an honest answer and no call', async () => {
        const requestsBefore = (await session.modelRequests()).length;
        const panel = await session.open('agent', await casePath(SHORT_CASE));
        await panel.action('ask').click();
        await panel.notice.getByText(/too little/i).waitFor();
        assert.equal((await session.modelRequests()).length, requestsBefore);
    });

    test('a person without permission reads why, and sees nothing of the case in the panel', async () => {
        const panel = await session.open('restricted', await casePath(LONG_CASE));
        await panel.what.getByText(/do not have (access|permission)/).waitFor();
        assert.equal(await panel.chips.count(), 0);
        assert.equal(await panel.action('ask').count(), 0);
    });

    test('cancelling stops the wait and shows no answer', async () => {
        const panel = await session.open('agent', await casePath(OTHER_CASE));
        await session.fault({ kind: 'overloaded', latency: 3000 });
        await panel.action('ask').click();
        await panel.steps.getByText(/Asking the model/).waitFor();
        await panel.progress.getByRole('button', { name: 'Cancel' }).click();
        await panel.notice.getByText('Cancelled').waitFor();
        await panel.action('ask').waitFor();
    });

    test('an overloaded model is named, the failed attempt is audited, and the next model answers by itself', async () => {
        const panel = await session.open('agent', await casePath(OTHER_CASE));
        await session.fault({ kind: 'overloaded' });
        await panel.action('ask').click();
        await panel.notice.getByText(/overloaded.*request is saved/).waitFor();
        const id = await session.caseId(OTHER_CASE);
        const failed = await session
            .as('auditor')
            .query(`SELECT Id FROM AI_Audit_Log__c WHERE Record_Id__c = '${id}' AND Outcome__c = 'Overloaded'`);
        assert.ok(failed.length >= 1);
        await panel.action('approve').waitFor({ timeout: 30_000 });
    });

    test('a request that waits can be cancelled', async () => {
        const panel = await session.open('agent', await casePath(WAITING_CASE));
        await session.fault({ kind: 'overloaded', times: 2 });
        await panel.action('ask').click();
        await panel.notice.getByText('You can leave this page.').waitFor();
        await panel.action('cancel-waiting').press('Enter');
        await panel.action('ask').waitFor();
        assert.equal(await panel.what.innerText(), 'The request was cancelled.');
        assert.equal(await panel.root.locator(':focus').getAttribute('aria-label'), 'Case Summary');
        const id = await session.caseId(WAITING_CASE);
        const [request] = await session
            .as('admin')
            .query(`SELECT Status__c FROM AI_Interaction__c WHERE Record_Id__c = '${id}'`);
        assert.equal(request?.['Status__c'], 'Cancelled');
    });
});

describe('when an administrator has set limits', () => {
    test('the kill switch stops the panel at once, and the panel names who can lift it', async () => {
        const panel = await session.open('agent', await casePath(LIMITED_CASE));
        await panel.action('ask').waitFor();
        const stopped = await limit({ Stopped__c: true });
        await panel.action('ask').click();
        await panel.what.getByText('AI is switched off').waitFor();
        await panel.notice.getByText('Your administrator can switch it on again').waitFor();
        await session.as('admin').update('AI_Settings__c', stopped, { Stopped__c: false });
    });

    test('a spent budget still leaves the facts, and asking works again once there is budget', async () => {
        const requestsBefore = (await session.modelRequests()).length;
        const panel = await session.open('agent', await casePath(LIMITED_CASE));
        await panel.page.setViewportSize({ width: 320, height: 900 });
        await panel.action('ask').waitFor();
        const spent = await limit({ Organization_Daily_Tokens__c: 1 });
        await panel.action('ask').click();
        await panel.root.locator('[data-part="facts"]').getByText('Status:').waitFor();
        assert.equal((await session.modelRequests()).length, requestsBefore);
        const width = Number(await panel.page.evaluate('document.documentElement.scrollWidth'));
        assert.ok(width <= 320, `the page is ${width} pixels wide`);
        await session.as('admin').update('AI_Settings__c', spent, { Organization_Daily_Tokens__c: null });
        await panel.summarise();
    });
});

describe('with the model out of reach', () => {
    test('the panel says what happened and what to do, and the failed attempt has its audit row', async () => {
        const about = (await (await fetch(session.project.simulatorUrl)).json()) as { pid: number };
        const panel = await session.open('agent', await casePath(UNREACHED_CASE));
        await panel.action('ask').waitFor();
        process.kill(about.pid, 'SIGKILL');
        await panel.action('ask').click();
        await panel.what.getByText(/could not be reached/).waitFor();
        assert.ok((await panel.notice.innerText()).length > (await panel.what.innerText()).length, 'no advice');
        const id = await session.caseId(UNREACHED_CASE);
        const failed = await session
            .as('auditor')
            .query(`SELECT Outcome__c FROM AI_Audit_Log__c WHERE Record_Id__c = '${id}'`);
        assert.deepEqual(
            failed.map((row) => row['Outcome__c']),
            ['Network']
        );
    });
});
