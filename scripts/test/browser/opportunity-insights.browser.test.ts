import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { runAnonymousOn } from '../../local-org/running-server.ts';
import { LocalOrgSession } from './local-org-session.ts';
import { RepCopilot } from './rep-copilot.ts';

const RISKY = 'Lakeside – rooftop units summer programme';
const HEALTHY = 'Cascadia – Hall C precision cooling';
const PRIVATE = 'Harbourline – Project Driftwood';
const LIST = '/lightning/o/Opportunity/list?filterName=Tandem_Deals_at_Risk';

let session: LocalOrgSession;
before(async () => {
    session = await LocalOrgSession.start();
});
after(() => session?.stop());

async function openInsights(name: string, width?: number): Promise<RepCopilot> {
    const path = await session.recordPath('Opportunity', name);
    return RepCopilot.openCapability(session, 'rep', path, 'Opportunity_Insights', width);
}

/** The job that an administrator schedules, now. */
async function runNightly(): Promise<void> {
    const result = await runAnonymousOn(session.project.url, 'admin', 'DealRiskJob.run();');
    assert.ok(result.success, result.compileProblem ?? result.exceptionMessage ?? '');
    for (let waited = 0; waited < 30_000; waited += 200) {
        const rows = await session
            .as('admin')
            .query("SELECT Id FROM AI_Audit_Log__c WHERE Use_Case__c = 'Deal_Risk_Job'");
        if (rows.length > 0) return;
        await new Promise((resolve) => setTimeout(resolve, 200));
    }
    throw new Error('The nightly job has left no row in the audit log.');
}

describe('a rep looks at a deal that goes wrong', () => {
    test('sees its signals with figures at once, and no model is asked', async () => {
        const before = (await session.modelRequests()).length;
        const copilot = await openInsights(RISKY);
        const signals = copilot.capability.locator('[data-signal]');
        await signals.first().waitFor();
        const text = (await copilot.capability.locator('c-deal-risk').innerText()).replaceAll(/\s+/g, ' ');
        assert.match(text, /High risk/);
        assert.match(text, /moved 3 times, by 75 days in all/);
        assert.match(text, /15 % below its highest, 178,000/);
        assert.match(text, /Only one person of the customer/);
        assert.match(text, /The field Next Step is empty/);
        assert.match(text, /Lists do not show this deal’s risk yet/);
        assert.equal((await session.modelRequests()).length, before);
    });

    test('has them explained, each statement with its source', async () => {
        const copilot = await openInsights(RISKY);
        await copilot.ask();
        await copilot.chips.first().click();
        const quote = await copilot.preview.locator('mark').first().innerText();
        assert.ok(quote.length > 5 && (await copilot.preview.innerText()).includes(quote));
        assert.match(await copilot.capability.locator('c-deal-risk').innerText(), /High risk/, 'signals stay');
        const [request] = (await session.modelRequests()).slice(-1);
        const sent = JSON.stringify(request?.body);
        assert.match(sent, /Signal: Close date slipped/);
        for (const name of await people(RISKY)) assert.ok(!sent.includes(name), `${name} left the org`);
    });

    test('fills in the next step, and the signal goes', async () => {
        const copilot = await openInsights(RISKY);
        const signal = copilot.capability.locator('[data-signal="No_Next_Step"]');
        await signal.waitFor();
        const [row] = await session
            .as('admin')
            .query<{ Id: string }>(`SELECT Id FROM Opportunity WHERE Name = '${RISKY}'`);
        await session.as('rep').update('Opportunity', row!.Id, { NextStep: 'Ask the board' });
        await copilot.action('refresh').click();
        await signal.waitFor({ state: 'detached' });
        await session.as('rep').update('Opportunity', row!.Id, { NextStep: null });
    });
});

test('a healthy deal shows no sign of risk', async () => {
    const copilot = await openInsights(HEALTHY, 320);
    const level = copilot.capability.locator('[data-part="level"]');
    await level.waitFor();
    assert.match(await level.innerText(), /No sign of risk/);
    assert.equal(await copilot.capability.locator('[data-signal]').count(), 0);
});

describe('after the nightly job', () => {
    before(() => runNightly());

    test('the list shows the deals at risk with their signals, and none that the rep may not see', async () => {
        const page = await session.openPage('rep', LIST);
        const row = page.locator('tr', { hasText: RISKY });
        await row.waitFor();
        assert.match(await row.innerText(), /High/);
        assert.match(await row.innerText(), /Close date has passed; Stalled stage/);
        assert.equal(await page.getByText(HEALTHY).count(), 0, 'no risk');
        assert.equal(await page.getByText(PRIVATE).count(), 0, 'another rep’s');
    });

    test('the page says that lists show the same', async () => {
        const copilot = await openInsights(RISKY);
        const stored = copilot.capability.locator('[data-part="stored"]');
        await stored.waitFor();
        assert.match(await stored.innerText(), /Lists show the same/);
    });

    test('a rep cannot change the risk', async () => {
        const [row] = await session
            .as('rep')
            .query<{ Id: string }>(`SELECT Id FROM Opportunity WHERE Name = '${RISKY}'`);
        await assert.rejects(session.as('rep').update('Opportunity', row!.Id, { AI_Risk_Level__c: 'None' }));
    });
});

test('with AI stopped the signals are there, said once, and nothing can be asked', async () => {
    const admin = session.as('admin');
    const [organization] = await admin.query('SELECT Id FROM Organization');
    const id = await admin.create('AI_Settings__c', { SetupOwnerId: organization?.['Id'], Stopped__c: true });
    try {
        const copilot = await openInsights(RISKY);
        await copilot.capability.locator('[data-signal]').first().waitFor();
        await copilot.notices.first().waitFor();
        assert.equal(await copilot.action('ask').count(), 0);
        assert.equal(await copilot.facts.count(), 0);
    } finally {
        await admin.update('AI_Settings__c', id, { Stopped__c: false });
    }
});

/** Names of the people at the customer of a deal. */
async function people(deal: string): Promise<string[]> {
    const rows = await session
        .as('admin')
        .query<{ Contact: { LastName: string } }>(
            `SELECT Contact.LastName FROM OpportunityContactRole WHERE Opportunity.Name = '${deal}'`
        );
    assert.ok(rows.length > 0);
    return rows.map(({ Contact }) => Contact.LastName);
}
