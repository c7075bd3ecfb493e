import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { LocalOrgSession } from './local-org-session.ts';
import { RepCopilot } from './rep-copilot.ts';

const DEAL = 'Harbourline – replace chiller 1';
const ACCOUNT = 'Harbourline';
const TEXT = 'Chiller 1 keeps tripping. The rep wrote this line.';

let session: LocalOrgSession;
before(async () => {
    session = await LocalOrgSession.start();
});
after(() => session?.stop());

const idIn = (path: string): string => /\/(\w{18})\/view$/.exec(path)![1]!;

async function history(objectName: string, name: string, width?: number): Promise<RepCopilot> {
    const path = await session.recordPath(objectName, name);
    return RepCopilot.openCapability(session, 'rep', path, 'Service_History', width);
}

/** Ids of the documents attached to a record. */
async function notesOf(recordId: string): Promise<unknown[]> {
    const links = await session
        .as('rep')
        .query(`SELECT ContentDocumentId FROM ContentDocumentLink WHERE LinkedEntityId = '${recordId}'`);
    return links.map((link) => link['ContentDocumentId']);
}

describe('a rep brings the service history into the deal', () => {
    test('reads and edits it, attaches it as a note to the opportunity, and takes it back', async () => {
        const deal = idIn(await session.recordPath('Opportunity', DEAL));
        const copilot = await history('Opportunity', DEAL);
        await copilot.ask();
        await copilot.action('edit').click();
        await copilot.capability.locator('textarea').fill(TEXT);
        await copilot.action('approve').click();
        await copilot.capability.locator('[data-part="approved"]').getByText(TEXT).waitFor();
        assert.equal((await notesOf(deal)).length, 1);

        await copilot.action('undo').click();
        await copilot.action('edit').waitFor();
        assert.deepEqual(await notesOf(deal), []);
    });

    test('chooses among the open opportunities of an account', async () => {
        const copilot = await history('Account', ACCOUNT);
        await copilot.ask();
        const field = copilot.capability.locator('[data-part="opportunity"]').getByRole('combobox');
        await copilot.action('approve').click();
        await copilot.capability.getByText(/Complete this field/).waitFor();
        await field.click();
        const options = await copilot.capability.getByRole('option').allInnerTexts();
        assert.ok(options.some((option) => option.includes(DEAL)));
        assert.ok(
            options.every((option) => !option.includes('Driftwood')),
            'only what the rep sees'
        );
        await copilot.capability.getByRole('option', { name: DEAL }).click();
        await copilot.action('approve').click();
        await copilot.capability.locator('[data-part="approved"]').waitFor();
        assert.equal((await notesOf(idIn(await session.recordPath('Opportunity', DEAL)))).length, 1);
    });

    for (const width of [320, 768, 1440]) {
        test(`fits a width of ${width} px`, async () => {
            const { page } = await history('Opportunity', DEAL, width);
            const overflow = await page.evaluate<number>(
                'document.documentElement.scrollWidth - document.documentElement.clientWidth'
            );
            assert.equal(overflow, 0);
        });
    }
});
