import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { ShellSession, casePage, violationsOf } from './shell-session.ts';

/** Asks the page around it for what components ask for: an action, toasts, a refresh, a file. */
const script = `import { LightningElement, wire } from 'lwc';
import { NavigationMixin } from 'lightning/navigation';
import { encodeDefaultFieldValues } from 'lightning/pageReferenceUtils';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
const email = { Subject: 'Our offer, at last', HtmlBody: '<p>Dear Ms Ito</p>', ToAddress: 'ito@example.com' };
export default class Where extends NavigationMixin(LightningElement) {
    chosen = '';
    handleWrite() { this.go('Global.SendEmail'); }
    handleOther() { this.go('Global.NewCase'); }
    go(apiName) {
        const state = { recordId: '500000000000000AAA', defaultFieldValues: encodeDefaultFieldValues(email) };
        this[NavigationMixin.Navigate]({ type: 'standard__quickAction', attributes: { apiName }, state });
    }
    handleToast() {
        const link = { url: '/lightning/r/Contact/003000000000001AAA/view', label: 'Maria <b>Lindqvist</b>' };
        this.dispatchEvent(new ShowToastEvent({
            title: 'Done', message: '{0} was told by {1}.', messageData: ['<i>Ann</i>', link], variant: 'success', mode: 'sticky'
        }));
    }
    async handleFile(event) {
        const [file] = event.detail.files;
        this.chosen = file.name + ': ' + (await file.text());
    }
}`;
const buttons = ['Write', 'Other', 'Toast']
    .map((name) => `<button type="button" onclick={handle${name}}>${name}</button>`)
    .join('');
const template = `<template>${buttons}<p>{chosen}</p>
<lightning-input type="file" label="Transcript" accept=".vtt" onchange={handleFile}></lightning-input></template>`;

describe('what a component asks of its page', () => {
    let shell: ShellSession;

    before(async () => {
        shell = await ShellSession.start({ 'lwc/where/where.js': script, 'lwc/where/where.html': template });
    });

    after(() => shell?.stop());

    const open = async (): Promise<Page> => {
        const page = await shell.open(casePage);
        await page.getByRole('button', { name: 'Where', exact: true }).click();
        return page;
    };

    test('the e-mail composer opens filled, and keeps a draft without sending', async () => {
        const page = await open();
        await page.getByRole('button', { name: 'Write' }).click();
        const composer = page.getByRole('dialog', { name: 'E-mail' });
        assert.equal(await composer.getByLabel('Subject').inputValue(), 'Our offer, at last');
        assert.equal(await composer.getByLabel('To').inputValue(), 'ito@example.com');
        assert.equal(await composer.getByLabel('Body').inputValue(), 'Dear Ms Ito');
        assert.equal(await composer.getByRole('button', { name: 'Send' }).count(), 0);
        assert.deepEqual(await violationsOf(page), []);
        const saved = page.waitForRequest((request) => request.method() === 'POST' && /records$/.test(request.url()));
        await composer.getByLabel('Subject').fill('Our last offer');
        await composer.getByRole('button', { name: 'Save as draft' }).click();
        const { apiName, fields } = JSON.parse((await saved).postData()!) as {
            apiName: string;
            fields: Record<string, string>;
        };
        assert.equal(apiName, 'EmailMessage');
        assert.deepEqual(
            [fields.Subject, fields.Status, fields.RelatedToId, fields.TextBody],
            ['Our last offer', '5', '500000000000000AAA', 'Dear Ms Ito']
        );
        await page.close();
    });

    test('an action that is not there is named', async () => {
        const page = await open();
        const problem = page.waitForEvent('pageerror');
        await page.getByRole('button', { name: 'Other' }).click();
        assert.match((await problem).message, /Not implemented in the local org: quick action Global.NewCase/);
        await page.close();
    });

    test('a toast shows its texts and links, and nothing of them as markup', async () => {
        const page = await open();
        await page.getByRole('button', { name: 'Toast' }).click();
        await page.getByText('<i>Ann</i> was told by').waitFor();
        await page.getByRole('link', { name: 'Lindqvist' }).last().click();
        await page.waitForURL(/Contact/);
        await page.close();
    });

    test('a chosen file reaches the component', async () => {
        const page = await open();
        const buffer = Buffer.from('WEBVTT');
        await page.locator('input[type=file]').setInputFiles({ name: 'call.vtt', mimeType: 'text/vtt', buffer });
        await page.getByText('call.vtt: WEBVTT').waitFor();
        await page.close();
    });
});
