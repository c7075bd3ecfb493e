import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { LocalOrgSession } from './local-org-session.ts';
import { RepCopilot } from './rep-copilot.ts';

const DEAL = 'Lakeside – rooftop units summer programme';
const OTHER_DEAL = 'Museum – humidifier redesign';
const MINUTE = 60_000;

let session: LocalOrgSession;
let deal: string;
let otherDeal: string;

before(async () => {
    session = await LocalOrgSession.start();
    deal = await session.recordPath('Opportunity', DEAL);
    otherDeal = await session.recordPath('Opportunity', OTHER_DEAL);
});
after(() => session?.stop());

const idIn = (path: string): string => /\/(\w{18})\/view$/.exec(path)![1]!;
const fromNow = (minutes: number): string => new Date(Date.now() + minutes * MINUTE).toISOString();

/** A meeting of the rep about the deal, in minutes from now. Returns its id. */
async function meet(path: string, start: number, end: number): Promise<string> {
    const times = { StartDateTime: fromNow(start), EndDateTime: fromNow(end) };
    return session.as('rep').create('Event', { Subject: 'Roof inspection', WhatId: idIn(path), ...times });
}

/** Tag and name of the element that has the focus, looked for inside components too. */
async function focused(page: Page): Promise<string[]> {
    return page.evaluate<string[]>(`(() => {
        let element = document.activeElement;
        while (element.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
        return [element.tagName, element.getAttribute('aria-label') ?? ''];
    })()`);
}

describe('the page suggests what a rep needs now', () => {
    test('the signals of an open deal on a quiet day', async () => {
        const copilot = await RepCopilot.open(session, 'rep', deal);
        assert.equal(await copilot.capability.getAttribute('data-use-case'), 'Opportunity_Insights');
        await copilot.root.locator('[data-part="reason"]').getByText('This opportunity is open').waitFor();
    });

    test('the brief during a meeting, then what follows it', async () => {
        const meeting = await meet(deal, -10, 50);
        const during = await RepCopilot.open(session, 'rep', deal);
        assert.equal(await during.capability.getAttribute('data-use-case'), 'Meeting_Brief');
        await during.root
            .locator('[data-part="reason"]')
            .getByText(/Meeting since .+: Roof inspection/)
            .waitFor();

        await session.as('rep').update('Event', meeting, { StartDateTime: fromNow(-50), EndDateTime: fromNow(-5) });
        const afterwards = await RepCopilot.open(session, 'rep', deal);
        assert.equal(await afterwards.capability.getAttribute('data-use-case'), 'After_Call');
        await session
            .as('rep')
            .update('Event', meeting, { StartDateTime: fromNow(-3000), EndDateTime: fromNow(-2950) });
    });
});

describe('a rep finds the way by keyboard', () => {
    test('opens the list, chooses, and lands at the capability', async () => {
        const copilot = await RepCopilot.open(session, 'rep', deal);
        const menu = copilot.root.locator('button[data-action="menu"]');
        await menu.focus();
        await copilot.page.keyboard.press('Enter');
        assert.equal(await menu.getAttribute('aria-expanded'), 'true');
        await copilot.page.keyboard.press('Tab');
        await copilot.page.keyboard.press('Enter');
        await copilot.root.locator('[data-part="capability"][data-use-case="Meeting_Brief"]').waitFor();
        assert.deepEqual(await focused(copilot.page), ['DIV', 'Meeting brief']);
        assert.equal(await menu.getAttribute('aria-expanded'), 'false');
    });

    test('closes the list by Escape and stands at its button again', async () => {
        const copilot = await RepCopilot.open(session, 'rep', deal);
        const menu = copilot.root.locator('button[data-action="menu"]');
        await menu.click();
        await copilot.choice('Email_Draft').focus();
        await copilot.page.keyboard.press('Escape');
        assert.equal(await menu.getAttribute('aria-expanded'), 'false');
        assert.equal((await focused(copilot.page))[0], 'BUTTON');
    });

    test('goes past the list', async () => {
        const copilot = await RepCopilot.open(session, 'rep', deal);
        const label = await copilot.capability.getAttribute('aria-label');
        await copilot.root.locator('button[data-action="skip"]').focus();
        await copilot.page.keyboard.press('Enter');
        assert.deepEqual(await focused(copilot.page), ['DIV', label]);
    });
});

describe('the copilot keeps its place', () => {
    test('when the rep goes to another console tab and comes back, and when the page is loaded anew', async () => {
        const copilot = await RepCopilot.openCapability(session, 'rep', deal, 'Next_Best_Action');
        const { page } = copilot;
        const first = copilot.root.locator('[data-use-case="Opportunity_Insights"]');
        assert.equal(await first.isVisible(), false, 'one capability is shown at a time');
        await page.getByRole('link', { name: 'Home' }).first().click();
        await page.goto(session.project.url + otherDeal);
        const other = new RepCopilot(page, page.locator('c-rep-copilot:visible').first());
        await other.capability.waitFor();
        assert.equal(await other.capability.getAttribute('data-use-case'), 'Opportunity_Insights');
        await page.locator('nav').getByText('Lakeside', { exact: false }).first().click();
        const back = page.locator('c-rep-copilot:visible').first();
        await back.locator('[data-part="capability"][data-use-case="Next_Best_Action"]').waitFor();
        await page.reload();
        await back.locator('[data-part="capability"][data-use-case="Next_Best_Action"]').waitFor();
    });
});

describe('in the utility bar the copilot', () => {
    test('follows the record of the page, and says so where there is none', async () => {
        const { page } = await RepCopilot.open(session, 'rep', deal);
        await page
            .getByRole('navigation', { name: 'Utility bar' })
            .getByRole('button', { name: 'Rep Copilot' })
            .click();
        const utility = new RepCopilot(page, page.locator('[data-panel] c-rep-copilot'));
        await utility.choose('Next_Best_Action');

        await page.getByRole('link', { name: 'Lakeside' }).filter({ visible: true }).last().click();
        await utility.choice('Next_Best_Action').waitFor({ state: 'detached' });
        await utility.capability.waitFor();
        assert.equal(await utility.choice('Service_History').count(), 1, 'an account has a service history');

        await page.getByRole('link', { name: 'Home' }).first().click();
        await utility.root.getByText('This page is not a record.').waitFor();
    });
});

describe('the copilot fits its column', () => {
    for (const width of [320, 768, 1440]) {
        test(`at ${width} px nothing is cut off`, async () => {
            const copilot = await RepCopilot.open(session, 'rep', deal, width);
            const [wide, visible] = await copilot.root.evaluate((root) => [root.scrollWidth, root.clientWidth]);
            assert.ok(wide! <= visible! + 1, `${wide} px in ${visible} px`);
            const box = await copilot.root.boundingBox();
            assert.ok(box!.x >= 0 && box!.x + box!.width <= width, 'inside the window');
        });
    }

    test('with both panes side by side where it is wide, and the list on top where it is narrow', async () => {
        const wide = await RepCopilot.open(session, 'rep', deal, 768);
        const list = await wide.root.locator('c-rep-capability-list').boundingBox();
        const capability = await wide.capability.boundingBox();
        assert.ok(list!.x + list!.width <= capability!.x, 'the list stands beside the capability');
        assert.equal(await wide.root.locator('button[data-action="menu"]').isVisible(), false);

        const narrow = await RepCopilot.open(session, 'rep', deal, 320);
        const top = await narrow.root.locator('c-rep-capability-list').boundingBox();
        assert.ok(top!.y + top!.height <= (await narrow.capability.boundingBox())!.y, 'the list stands above');
        assert.equal(await narrow.choice('Email_Draft').isVisible(), false);
    });
});

describe('with AI switched off', () => {
    test('the capabilities stay, say that they do without, and show what is in the records', async () => {
        const admin = session.as('admin');
        const [organization] = await admin.query('SELECT Id FROM Organization');
        const stop = await admin.create('AI_Settings__c', { SetupOwnerId: organization?.['Id'], Stopped__c: true });
        try {
            const copilot = await RepCopilot.openCapability(session, 'rep', deal, 'Meeting_Brief');
            await copilot.choice('Meeting_Brief').getByText('Without AI').waitFor({ state: 'attached' });
            await copilot.notices.first().waitFor();
            await copilot.facts.waitFor();
            assert.equal(await copilot.action('ask').count(), 0);
        } finally {
            await admin.update('AI_Settings__c', stop, { Stopped__c: false });
        }
    });
});
