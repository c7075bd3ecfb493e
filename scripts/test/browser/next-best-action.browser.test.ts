import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Locator } from 'playwright-core';
import { LocalOrgSession } from './local-org-session.ts';
import { RepCopilot } from './rep-copilot.ts';

const DEAL = 'Fröhlich – CO2 racks for six stores';
const UNTENDED = 'Lakeside – rooftop units summer programme';
const TASK_FIELDS = 'Id, Subject, ActivityDate, Description, AI_Generated__c, AI_Trace_Id__c, What.Name';

type TaskRow = {
    readonly Id: string;
    readonly Subject: string;
    readonly ActivityDate: string;
    readonly Description: string;
    readonly AI_Generated__c: boolean;
    readonly AI_Trace_Id__c: string | null;
    readonly What: { readonly Name: string };
};

let session: LocalOrgSession;
before(async () => {
    session = await LocalOrgSession.start();
});
after(() => session?.stop());

async function open(name: string, object = 'Opportunity', width?: number): Promise<RepCopilot> {
    return RepCopilot.openCapability(session, 'rep', await session.recordPath(object, name), 'Next_Best_Action', width);
}

const steps = (copilot: RepCopilot): Locator => copilot.capability.locator('[data-step]');
const inside = (step: Locator, action: string): Locator => step.locator(`[data-action="${action}"] button`).first();

async function task(where: string): Promise<TaskRow | undefined> {
    const query = `SELECT ${TASK_FIELDS} FROM Task WHERE ${where} ORDER BY CreatedDate DESC, Id DESC LIMIT 1`;
    return (await session.as('rep').query<TaskRow>(query))[0];
}

describe('a rep asks for the next steps of a deal', () => {
    let copilot: RepCopilot;
    before(async () => {
        copilot = await open(DEAL);
        await copilot.ask();
    });

    test('gets steps with reason, sources and a due date on a working day', async () => {
        assert.ok((await steps(copilot).count()) >= 1);
        const step = steps(copilot).first();
        assert.ok((await step.locator('c-ai-evidence-chip').count()) > 0);
        const due = await step.locator('lightning-input[data-part="due"], lightning-input.due').first().innerText();
        assert.match(due, /Due date/);
        const sent = JSON.stringify((await session.modelRequests()).at(-1)?.body);
        assert.match(sent, /Computed signals/, 'rules go along');
        assert.ok(!sent.includes('Katharina'), 'a name left the org');
    });

    test('makes a task of a step with one click, and takes it back', async () => {
        const step = steps(copilot).first();
        const text = (await step.locator('c-ai-statement p').first().innerText()).trim();
        await inside(step, 'accept').click();
        const link = step.locator('c-sales-record-link a');
        await link.waitFor();
        const created = await task('AI_Generated__c = TRUE');
        assert.equal(created?.Subject, text.slice(0, 255));
        assert.equal(created?.What.Name, DEAL);
        assert.match(created?.AI_Trace_Id__c ?? '', /^[0-9a-f-]{36}$/);
        assert.match(created?.Description ?? '', /Based on: /);
        const weekday = new Date(`${created?.ActivityDate}T00:00:00Z`).getUTCDay();
        assert.ok(weekday >= 1 && weekday <= 5, `due on ${created?.ActivityDate}`);
        assert.match((await link.getAttribute('href')) ?? '', new RegExp(created!.Id));

        await inside(step, 'revoke').click();
        await inside(step, 'accept').waitFor();
        assert.equal(await task(`Id = '${created!.Id}'`), undefined);
    });

    test('dismisses a step with a reason, which goes along with the next request', async () => {
        const step = steps(copilot).first();
        await inside(step, 'dismiss').click();
        await step.locator('c-ai-item-decision input').fill('Done by telephone already');
        await inside(step, 'confirm-dismiss').click();
        await step.getByText('Done by telephone already').first().waitFor();
        await copilot.action('again').click();
        await copilot.settled();
        const sent = JSON.stringify((await session.modelRequests()).at(-1)?.body);
        assert.match(sent, /Done by telephone already/);
    });
});

test('the day can be changed before the task is created', async () => {
    const copilot = await open('Cascadia – Hall C precision cooling', 'Opportunity', 320);
    await copilot.ask();
    const step = steps(copilot).first();
    const [year] = (await step.locator('input').first().inputValue()).match(/\d{4}/) ?? [];
    assert.ok(year, 'computed in Apex');
    const next = Number(year) + 1;
    const field = step.locator('input').first();
    const value = (await field.getAttribute('type')) === 'date' ? `${next}-03-03` : `Mar 3, ${next}`;
    await field.fill(value);
    await field.blur();
    await inside(step, 'accept').click();
    await step.locator('c-sales-record-link a').waitFor();
    assert.equal((await task('AI_Generated__c = TRUE'))?.ActivityDate, `${next}-03-03`);
});

test('a lead has steps too', async () => {
    const copilot = await open('Ottavio Bianchi', 'Lead');
    await copilot.ask();
    await copilot.capability.locator('c-ai-feedback').waitFor();
});

test('with AI stopped the rules speak, and their steps become tasks', async () => {
    const admin = session.as('admin');
    const [organization] = await admin.query('SELECT Id FROM Organization');
    const id = await admin.create('AI_Settings__c', { SetupOwnerId: organization?.['Id'], Stopped__c: true });
    try {
        const copilot = await open(UNTENDED, 'Opportunity', 768);
        const step = steps(copilot).first();
        await step.waitFor();
        assert.equal(await steps(copilot).count(), 3);
        assert.match(await step.innerText(), /The close date, \d{1,2} \w+ \d{4}, has passed/);
        await inside(step, 'create').click();
        await step.locator('c-sales-record-link a').waitFor();
        const created = await task(`What.Name = '${UNTENDED}'`);
        assert.equal(created?.AI_Generated__c, false);
        await inside(step, 'undo').click();
        await inside(step, 'create').waitFor();
        assert.equal(await task(`Id = '${created!.Id}'`), undefined);
    } finally {
        await admin.update('AI_Settings__c', id, { Stopped__c: false });
    }
});
