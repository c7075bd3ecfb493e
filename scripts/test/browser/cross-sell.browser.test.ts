import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Locator } from 'playwright-core';
import { LocalOrgSession } from './local-org-session.ts';
import { RepCopilot } from './rep-copilot.ts';

const DEAL = 'Harbourline – replace chiller 1';
const HOTEL = 'Harbourline Hotels';
const HOSPITAL = 'St. Brannoc General Hospital';
const GASKETS = 'Door gasket set, Larder';
const BOILER = 'Ember 150 condensing boiler';
const REASON = 'Two gaskets were replaced in three years, so a Door gasket set, Larder would be at hand.';

interface LineRow extends Record<string, unknown> {
    readonly Quantity: number;
    readonly UnitPrice: number;
    readonly AI_Generated__c: boolean;
    readonly AI_Trace_Id__c: string | null;
}

let session: LocalOrgSession;
before(async () => {
    session = await LocalOrgSession.start();
});
after(() => session?.stop());

async function open(name: string, object = 'Opportunity', width?: number): Promise<RepCopilot> {
    const path = await session.recordPath(object, name);
    const copilot = await RepCopilot.openCapability(session, 'rep', path, 'Cross_Sell', width);
    await copilot.capability.locator('c-cross-sell-product').first().waitFor();
    return copilot;
}

/** The card that begins with the name: others name it as what accounts also have. */
function card(copilot: RepCopilot, name: string): Locator {
    const heading = copilot.page.locator('h3', { hasText: name });
    return copilot.capability.locator('c-cross-sell-product').filter({ has: heading });
}

const inside = (where: Locator, action: string): Locator => where.locator(`[data-action="${action}"] button`).first();

/** Fills a number field. It shows another text while it has the focus, so that it gets the focus first. */
async function enter(field: Locator, value: string): Promise<void> {
    await field.focus();
    await field.fill(value);
    assert.equal(await field.inputValue(), value);
}

function lines(deal: string, productName: string): Promise<LineRow[]> {
    const fields = 'Id, Quantity, UnitPrice, AI_Generated__c, AI_Trace_Id__c';
    const where = `Opportunity.Name = '${deal}' AND Product2.Name = '${productName}'`;
    return session.as('rep').query<LineRow>(`SELECT ${fields} FROM OpportunityLineItem WHERE ${where}`);
}

/** The latest request's source whose label begins so: its id. */
async function sourceId(label: string): Promise<string> {
    const body = (await session.modelRequests()).at(-1)?.body as { messages: { content: string }[] };
    const text = body.messages.at(-1)?.content ?? '';
    return new RegExp(`<source id="(S\\d+)" label="${label}`).exec(text)?.[1] ?? '';
}

describe('a rep sees what accounts like this one have', () => {
    test('with figures that need no model, within what the rep may read', async () => {
        const copilot = await open(DEAL);
        const before = (await session.modelRequests()).length;
        assert.match(await copilot.capability.locator('[data-part="intro"]').innerText(), /3 accounts: Hospitality/);
        assert.match(await card(copilot, GASKETS).innerText(), /3 of 3 like accounts/);
        assert.match(await card(copilot, GASKETS).innerText(), /8 at\s*\$145\.75/);
        assert.match(await card(copilot, BOILER).innerText(), /3 of 3 like accounts/);
        const text = await copilot.capability.innerText();
        assert.ok(!text.includes('Driftwood'), 'a deal of the other rep');
        assert.equal((await session.modelRequests()).length, before, 'no model was asked');
    });

    test('asks why one fits, and reads it under that product with its sources', async () => {
        const copilot = await open(DEAL);
        await copilot.ask();
        const [gaskets, freezer] = [await sourceId('Door gasket set'), await sourceId('Asset Walk-in freezer')];
        const evidence = [
            { source: gaskets, quote: 'Door gasket set, Larder' },
            { source: freezer, quote: 'Two gaskets replaced in three years' }
        ];
        await session.fault({ kind: 'answer', text: JSON.stringify({ fits: [{ text: REASON, evidence }] }) });
        await copilot.capability
            .locator('c-ai-feedback [data-action="again"] button, [data-action="again"] button')
            .first()
            .click();
        await card(copilot, GASKETS).getByText(REASON).waitFor();
        assert.equal(await card(copilot, BOILER).locator('c-ai-statement').count(), 0);
        await card(copilot, GASKETS).locator('c-ai-evidence-chip button').last().click();
        await copilot.preview.getByText(/used about 400 times a day/).waitFor();
        const sent = JSON.stringify((await session.modelRequests()).at(-1)?.body);
        assert.ok(
            !sent.includes('Siobhán') && !sent.includes('Driftwood'),
            'neither a name nor a hidden deal left the org'
        );
    });

    test('adds it to the opportunity with quantity and price, marked as of AI, and takes it back', async () => {
        const copilot = await open(DEAL);
        await inside(card(copilot, GASKETS), 'add').click();
        const form = copilot.capability.locator('c-cross-sell-line');
        await form.getByText('List price in Standard Price Book: $148.00').waitFor();
        await enter(form.getByLabel('Quantity'), '12');
        await enter(form.getByLabel('Price of a unit'), '140');
        await inside(form, 'save').click();
        await copilot.capability.getByText(`Product added: ${GASKETS}`).waitFor();
        await card(copilot, GASKETS).waitFor({ state: 'detached' });
        const [line] = await lines(DEAL, GASKETS);
        assert.deepEqual([line?.Quantity, line?.UnitPrice, line?.AI_Generated__c], [12, 140, true]);
        assert.match(line?.AI_Trace_Id__c ?? '', /^[0-9a-f-]{36}$/);

        await inside(copilot.capability.locator('[data-part="added"]'), 'undo').click();
        await card(copilot, GASKETS).waitFor();
        assert.deepEqual(await lines(DEAL, GASKETS), []);
    });

    test('dismisses a product for the account with a reason, and offers it again', async () => {
        const copilot = await open(DEAL);
        await inside(card(copilot, BOILER), 'dismiss').click();
        await card(copilot, BOILER).getByLabel('Why does it not fit?').fill('They have district heating');
        await inside(card(copilot, BOILER), 'confirm-dismiss').click();
        await copilot.capability.getByText('Ravi Menon – They have district heating').waitFor();
        const account = await open(HOTEL, 'Account');
        assert.equal(await card(account, BOILER).count(), 0, 'nor on the page of the account');
        await inside(account.capability.locator('[data-part="away"]'), 'bring-back').click();
        await card(account, BOILER).waitFor();
    });
});

test('on an account, the rep chooses among its open opportunities, and no other rep’s', async () => {
    const copilot = await open(HOTEL, 'Account', 320);
    await inside(card(copilot, BOILER), 'add').click();
    const form = copilot.capability.locator('c-cross-sell-line');
    await form.getByRole('combobox').click();
    const options = await form.getByRole('option').allInnerTexts();
    assert.ok(options.some((one) => one.includes('plan Total renewal')));
    assert.ok(!options.some((one) => one.includes('Driftwood')));
    await form.getByRole('option', { name: DEAL }).click();
    await form.getByText('List price in Standard Price Book: $15,300.00').waitFor();
    await enter(form.getByLabel('Quantity'), '12');
    await inside(form, 'save').click();
    await copilot.capability.locator('[data-part="added"]').getByText(`${BOILER} was added to ${DEAL}.`).waitFor();
    const [line] = await lines(DEAL, BOILER);
    assert.deepEqual([line?.Quantity, line?.UnitPrice, line?.AI_Generated__c], [12, 15300, false]);
});

test('with AI stopped the figures and the line work all the same', async () => {
    const admin = session.as('admin');
    const [organization] = await admin.query('SELECT Id FROM Organization');
    const id = await admin.create('AI_Settings__c', { SetupOwnerId: organization?.['Id'], Stopped__c: true });
    try {
        const copilot = await open(HOSPITAL, 'Account', 768);
        const breeze = card(copilot, 'Breeze 5 air handling unit');
        assert.match(await breeze.innerText(), /2 of 2 like accounts/);
        await inside(breeze, 'add').waitFor();
        await copilot.notices.first().waitFor();
        assert.equal(await copilot.action('ask').count(), 0, 'nothing to ask');
    } finally {
        await admin.update('AI_Settings__c', id, { Stopped__c: false });
    }
});
