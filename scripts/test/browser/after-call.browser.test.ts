import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Locator } from 'playwright-core';
import { longCall } from '../../data/sample/long-call.ts';
import { LocalOrgSession } from './local-org-session.ts';
import { RepCopilot } from './rep-copilot.ts';

const DEAL = 'Cascadia – Hall C precision cooling';
const LONG_DEAL = 'Harbourline – replace chiller 1';
const POSTED_DEAL = 'Museum – humidifier redesign';
const OFF_DEAL = 'Lakeside – rooftop units';
const READING_LIMIT_MS = 90_000;
const TURNS: readonly (readonly [string, string])[] = [
    ['Dana Whitfield', 'Thanks for joining, shall we start with the rollout dates for hall C?'],
    ['Luis Ortega', 'Yes. The customer wants the first unit in hall C to run before the summer.'],
    ['Dana Whitfield', 'We talked about the service plan last time, and about the old compressor.'],
    ['Luis Ortega', 'Legal needs two more weeks, and the price is too high for us as it stands.'],
    ['Dana Whitfield', 'I will send the new offer by Friday, with the service plan in it.'],
    ['Luis Ortega', 'Good. We decided to take the larger service plan for all three units.'],
    ['Luis Ortega', 'I am worried about the noise at night, the neighbours complain already.'],
    ['Dana Whitfield', 'I will ask our technician to measure the noise next week.'],
    ['Luis Ortega', 'Please call me next Tuesday about the installation in the server room.'],
    ['Dana Whitfield', 'The next step is a visit on site, once legal has agreed.']
];
const CALL = ['WEBVTT', '', ...TURNS.map(([speaker, words], index) => cue(index, speaker, words))].join('\n');

function cue(index: number, speaker: string, words: string): string {
    const second = (offset: number): string => String(index * 5 + offset).padStart(2, '0');
    return `${index + 1}\n00:00:${second(1)}.000 --> 00:00:${second(5)}.000\n${speaker}: ${words}\n`;
}

let session: LocalOrgSession;
before(async () => {
    session = await LocalOrgSession.start();
});
after(() => session?.stop());

async function opened(deal: string): Promise<RepCopilot> {
    return RepCopilot.openCapability(session, 'rep', await session.recordPath('Opportunity', deal), 'After_Call');
}

const transcriptField = (copilot: RepCopilot): Locator => copilot.capability.locator('c-call-upload textarea');

async function paste(copilot: RepCopilot, text: string): Promise<void> {
    await transcriptField(copilot).fill(text);
    await copilot.action('save').click();
}

async function dealId(name: string): Promise<string> {
    return (await session.recordPath('Opportunity', name)).split('/')[4] ?? '';
}

async function tasks(name: string): Promise<Record<string, unknown>[]> {
    const id = await dealId(name);
    return session
        .as('rep')
        .query(
            `SELECT Subject, Status, TaskSubtype, ActivityDate, AI_Generated__c FROM Task WHERE WhatId = '${id}' AND AI_Trace_Id__c != NULL ORDER BY Status`
        );
}

describe('after a call a rep', () => {
    test('is told which line of a broken transcript cannot be read, and loses nothing', async () => {
        const copilot = await opened(DEAL);
        await paste(copilot, CALL.replace('00:00:11.000 -->', '00:00:81.000 -->'));
        await copilot.capability.getByText('Line 12: “00:00:81.000” is not a time.').waitFor();
        await copilot.capability.getByText('00:00:81.000 --> 00:00:15.000').waitFor();
        assert.ok((await transcriptField(copilot).inputValue()).includes('I will send the new offer'));

        await copilot.choose('Meeting_Brief');
        await copilot.choose('After_Call');
        assert.ok((await transcriptField(copilot).inputValue()).includes('I will send the new offer'), 'kept');
        await copilot.page.context().close();
    });

    test('pastes a transcript, checks the notes by what was said, logs the call with its tasks, and takes it back', async () => {
        const copilot = await opened(DEAL);
        await paste(copilot, CALL);
        await copilot.ask();
        await copilot.chips.first().click();
        await copilot.preview.getByText('[00:00:').first().waitFor();
        assert.match(await copilot.preview.innerText(), /\[00:00:21\] Dana Whitfield: I will send the new offer/);
        await copilot.page.keyboard.press('Escape');

        const form = copilot.capability.locator('[data-part="form"]');
        await form.waitFor();
        await form
            .locator('[data-field="text"] textarea')
            .first()
            .fill('They take the service plan. Ravi wrote this line.');
        const count = await form.locator('c-call-task').count();
        await copilot.action('log').click();
        await copilot.action('undo').waitFor();

        const logged = await tasks(DEAL);
        assert.equal(logged.length, count + 1, 'the call and a task for each item');
        const [call] = logged.filter(({ TaskSubtype }) => TaskSubtype === 'Call');
        assert.equal(call?.['Status'], 'Completed');
        assert.equal(call?.['AI_Generated__c'], true);

        await copilot.action('undo').click();
        await form.waitFor();
        assert.deepEqual(await tasks(DEAL), []);
        await copilot.page.context().close();
    });

    test('uploads a call of two hours, leaves the page while it is read, and finds its notes made of what was said', async () => {
        const copilot = await opened(LONG_DEAL);
        const file = { name: 'Two hours.vtt', mimeType: 'text/vtt', buffer: Buffer.from(longCall(120)) };
        await copilot.capability.locator('c-call-upload input[type="file"]').setInputFiles(file);
        await copilot.capability.getByText('Two hours.vtt was read').waitFor();
        await copilot.action('save').click();
        await copilot.action('read').click();
        await copilot.capability.getByText(/\d+ of \d+ parts read/).waitFor();
        await copilot.choose('Meeting_Brief');
        await copilot.choose('After_Call');
        await copilot.capability
            .locator('c-call-reading section')
            .waitFor({ state: 'detached', timeout: READING_LIMIT_MS });
        await copilot.chips.first().waitFor({ timeout: READING_LIMIT_MS });
        await copilot.chips.first().click();
        await copilot.preview
            .getByText(/\[0\d:\d\d:\d\d\]/)
            .first()
            .waitFor();
        assert.match(await copilot.preview.innerText(), /\[0\d:\d\d:\d\d\] (Dana|Luis|Priya)/);
        await copilot.page.context().close();
    });

    test('logs a call by hand while AI is switched off, with what was computed of it', async () => {
        const admin = session.as('admin');
        const [organization] = await admin.query('SELECT Id FROM Organization');
        const setting = await admin.create('AI_Settings__c', { SetupOwnerId: organization?.['Id'], Stopped__c: true });
        try {
            const copilot = await opened(OFF_DEAL);
            await paste(copilot, CALL);
            await copilot.capability.locator('c-ai-notice').first().waitFor();
            await copilot.action('by-hand').click();
            const form = copilot.capability.locator('[data-part="form"]');
            await form.locator('[data-field="text"] textarea').first().fill('My own notes.');
            await copilot.action('log').click();
            await copilot.action('by-hand').waitFor({ state: 'detached' });
            const id = await dealId(OFF_DEAL);
            const [task] = await session
                .as('rep')
                .query(
                    `SELECT Description, AI_Generated__c FROM Task WHERE WhatId = '${id}' AND TaskSubtype = 'Call' ORDER BY CreatedDate DESC LIMIT 1`
                );
            assert.equal(task?.['Description'], 'My own notes.');
            assert.equal(task?.['AI_Generated__c'], false);
            await copilot.page.context().close();
        } finally {
            await admin.update('AI_Settings__c', setting, { Stopped__c: false });
        }
    });

    test('finds a call that middleware posted with its deal, and middleware is told the line of a broken one', async () => {
        const headers = { authorization: `Bearer ${session.token('admin')}`, 'content-type': 'text/vtt' };
        const query = new URLSearchParams({
            recordId: await dealId(POSTED_DEAL),
            externalId: 'meeting-1',
            title: 'Posted call'
        });
        const url = `${session.project.url}/services/apexrest/tandem/v1/transcripts?${query}`;
        const broken = await fetch(url, { method: 'POST', headers, body: CALL.replace('-->', '->') });
        assert.equal(broken.status, 400);
        const { error } = (await broken.json()) as { error: { line: number } };
        assert.equal(error.line, 3);
        for (const status of [201, 200]) {
            const response = await fetch(url, { method: 'POST', headers, body: CALL });
            assert.equal(response.status, status, await response.text());
        }
        const copilot = await opened(POSTED_DEAL);
        await copilot.action('ask').waitFor();
        await copilot.capability.getByText('For Posted call').waitFor();
        await copilot.page.context().close();
    });
});
