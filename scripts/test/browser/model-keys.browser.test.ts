import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import { LocalOrgSession } from './local-org-session.ts';

const TAB = '/lightning/n/AI_Model_Keys';
const SECRET = 'a-key-for-this-test-alone';

let session: LocalOrgSession;
before(async () => {
    session = await LocalOrgSession.start();
});
after(() => session?.stop());

const row = (page: Page, provider: string): Locator => page.locator(`c-ai-model-key[data-provider="${provider}"]`);
const button = (root: Locator, action: string): Locator => root.locator(`[data-action="${action}"] button`);
const notice = (root: Locator): Locator => root.locator('[data-part="what"]');

describe('an administrator sets the key of a provider', () => {
    test('by keyboard, tests it with one call, and never sees it again', async () => {
        const { page } = await session.open('admin', TAB);
        const anthropic = row(page, 'Anthropic');
        await anthropic.getByText('No key is set').waitFor();
        assert.equal(await page.getByRole('heading', { level: 1 }).innerText(), 'Model Keys');
        await button(anthropic, 'enter').press('Enter');
        assert.equal(await anthropic.locator('input').getAttribute('type'), 'password');
        await page.keyboard.type(SECRET);
        await page.keyboard.press('Enter');
        await anthropic.getByText('A key is set').waitFor();
        assert.equal(await notice(anthropic).innerText(), 'The key of Anthropic is saved.');
        assert.ok(!(await page.content()).includes(SECRET));

        await button(anthropic, 'test').click();
        await notice(anthropic).getByText('the key works').waitFor();
        const file = path.join(session.project.directory, '.local-org', 'credentials.json');
        assert.deepEqual(JSON.parse(readFileSync(file, 'utf8')), { Anthropic: { ApiKey: SECRET } });
        const [sent] = (await session.modelRequests()).slice(-1);
        assert.equal(sent?.path, '/v1/messages');

        await page.reload();
        await anthropic.getByText('A key is set').waitFor();
        assert.ok(!(await page.content()).includes(SECRET));
    });

    test('each test has its row in the audit log, without the key', async () => {
        const rows = await session
            .as('auditor')
            .query(
                `SELECT Outcome__c, Model__c, Input_Tokens__c, Masked_Prompt__c, Masked_Response__c FROM AI_Audit_Log__c WHERE Use_Case__c = 'Key_Test'`
            );
        assert.deepEqual(
            rows.map(({ Outcome__c: outcome, Model__c: model }) => [outcome, model]),
            [['Done', 'Anthropic_Claude_Haiku_4_5']]
        );
        assert.ok(Number(rows[0]?.['Input_Tokens__c']) < 100, 'cheap');
        assert.ok(!JSON.stringify(rows).includes(SECRET));
    });

    test('is told what happened and what to do when the provider does not take it', async () => {
        const { page } = await session.open('admin', TAB);
        const anthropic = row(page, 'Anthropic');
        await session.fault({ kind: 'unauthorised' });
        await button(anthropic, 'test').click();
        await notice(anthropic).getByText('did not accept').waitFor();
        assert.match(
            await anthropic.locator('[data-part="advice"]').innerText(),
            /Check that the key was pasted whole/
        );
    });

    test('is asked before it is removed', async () => {
        const { page } = await session.open('admin', TAB);
        await page.setViewportSize({ width: 320, height: 900 });
        const anthropic = row(page, 'Anthropic');
        await button(anthropic, 'remove').click();
        await anthropic.getByText('Remove the key of Anthropic?').waitFor();
        await page.keyboard.press('Enter'); // The focus is on the button that keeps it.
        await anthropic.getByText('A key is set').waitFor();
        await button(anthropic, 'remove').click();
        await button(anthropic, 'confirm-remove').click();
        await anthropic.getByText('No key is set').waitFor();
        const width = Number(await page.evaluate('document.documentElement.scrollWidth'));
        assert.ok(width <= 320, `the page is ${width} pixels wide`);
    });

    test('nobody else can', async () => {
        for (const [persona, refusal] of [
            ['agent', /access to the Apex class/],
            ['auditor', /access to the Apex class/]
        ] as const) {
            const attempt = session.as(persona).apex('AIKeyController.saveKey', { provider: 'OpenAI', key: 'x' });
            await assert.rejects(attempt, refusal);
        }
    });
});
