import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { LocalOrgSession } from './local-org-session.ts';
import { RepCopilot } from './rep-copilot.ts';

const DEAL = 'Harbourline – replace chiller 1';
const ACCOUNT = 'Harbourline';
/** An opportunity of the same account that belongs to the second rep; opportunities are private in the local org. */
const SECRET = 'Driftwood';

let session: LocalOrgSession;
before(async () => {
    session = await LocalOrgSession.start();
});
after(() => session?.stop());

const brief = async (persona: string, objectName: string, name: string, width?: number): Promise<RepCopilot> =>
    RepCopilot.openCapability(session, persona, await session.recordPath(objectName, name), 'Meeting_Brief', width);

/** Keeps what would go to the printer instead of printing. */
async function catchPrint(page: Page): Promise<void> {
    await page.evaluate('window.print = () => { window.printed = true; }');
}

/** Everything that was sent to a model since so many requests. */
async function sentSince(count: number): Promise<string> {
    return JSON.stringify((await session.modelRequests()).slice(count));
}

describe('a rep prepares for a meeting', () => {
    test('reads the brief, looks at a source, and prints the brief alone', async () => {
        const copilot = await brief('rep', 'Opportunity', DEAL);
        await copilot.ask();
        await copilot.statements('who').first().waitFor();
        await copilot.statements('questions').first().waitFor();
        await copilot.chips.first().click();
        const quote = await copilot.preview.locator('mark').first().innerText();
        assert.ok((await copilot.preview.innerText()).includes(quote) && quote.length > 3);
        await copilot.page.keyboard.press('Escape');

        await catchPrint(copilot.page);
        await copilot.action('print').click();
        await copilot.page.emulateMedia({ media: 'print' });
        const sheet = copilot.page.locator('body > .tandem-sheet');
        assert.match(await sheet.locator('h1').innerText(), /Meeting brief: Harbourline – replace chiller 1/);
        assert.ok((await sheet.locator('li').count()) > 3);
        assert.equal(await copilot.root.isVisible(), false);
        assert.ok((await copilot.page.pdf({ format: 'A4' })).length > 1000);

        await copilot.page.evaluate("window.dispatchEvent(new Event('afterprint'))");
        await copilot.page.emulateMedia({ media: 'screen' });
        assert.equal(await sheet.count(), 0);
        assert.equal(await copilot.root.isVisible(), true);
    });

    test('has nothing to approve, and can say that the brief was good', async () => {
        const copilot = await brief('rep', 'Opportunity', DEAL);
        await copilot.action('up').waitFor();
        assert.equal(await copilot.capability.locator('c-ai-decision').count(), 0);
    });

    for (const [objectName, name] of [
        ['Contact', 'Siobhán'],
        ['Lead', 'Mei Chen']
    ] as const) {
        test(`gets one for a ${objectName}, too`, async () => {
            const copilot = await brief('rep', objectName, name);
            await copilot.ask();
            assert.equal(await copilot.notices.getByText(/failed|error/i).count(), 0);
        });
    }

    for (const width of [320, 768, 1440]) {
        test(`fits a width of ${width} px`, async () => {
            const { page } = await brief('rep', 'Opportunity', DEAL, width);
            const overflow = await page.evaluate<number>(
                'document.documentElement.scrollWidth - document.documentElement.clientWidth'
            );
            assert.equal(overflow, 0);
        });
    }
});

describe('what a rep may not see', () => {
    test('is in no request and on no page of theirs, and is there for its owner', async () => {
        for (const [persona, isTheirs] of [
            ['rep', false],
            ['seller', true]
        ] as const) {
            const before_ = (await session.modelRequests()).length;
            const copilot = await brief(persona, 'Account', ACCOUNT);
            await copilot.action('ask').click();
            await copilot.settled();
            const sent = await sentSince(before_);
            assert.ok(sent.includes('Harbourline'), 'the account was asked about');
            assert.equal(sent.includes(SECRET), isTheirs, `${persona}: sent`);
            if (!isTheirs) assert.ok(!(await copilot.capability.innerText()).includes(SECRET), 'shown');
        }
    });
});

describe('with AI switched off', () => {
    test('the brief is put together by rules, and says so', async () => {
        const admin = session.as('admin');
        const [organization] = await admin.query('SELECT Id FROM Organization');
        const setting = await admin.create('AI_Settings__c', {
            SetupOwnerId: organization?.['Id'],
            Stopped__c: true
        });
        const copilot = await brief('rep', 'Opportunity', 'Cascadia – Hall C precision cooling');
        const facts = await copilot.facts.innerText();
        assert.match(facts, /Who they are/);
        assert.match(facts, /Worth asking/);
        await copilot.capability.getByText('Brief without AI').waitFor();
        await admin.update('AI_Settings__c', setting, { Stopped__c: false });
    });
});
