import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import type { Bootstrap } from '../protocol.ts';
import { ShellSession, casePage } from './shell-session.ts';

const script = `import { LightningElement } from 'lwc';
import save from '@salesforce/label/c.Save';
import close from '@salesforce/label/c.Close';
import lang from '@salesforce/i18n/lang';
import locale from '@salesforce/i18n/locale';
import firstDayOfWeek from '@salesforce/i18n/firstDayOfWeek';
export default class Where extends LightningElement {
    labels = [save, close].join(', ');
    language = [lang, locale, firstDayOfWeek].join(', ');
    day = '2031-09-05';
}`;
const template = `<template><p>{labels}</p><p>{language}</p>
<p><lightning-formatted-number value="1234567.5" format-style="currency" currency-code="EUR"></lightning-formatted-number></p>
<p><lightning-formatted-date-time value={day} year="numeric" month="long" day="numeric" time-zone="UTC"></lightning-formatted-date-time></p>
<lightning-input type="date" label="Due" value={day}></lightning-input></template>`;
const label = (name: string): string =>
    `<labels><fullName>${name}</fullName><language>en_US</language><value>${name}</value></labels>`;
const german = `<customLabels><label>Sichern</label><name>Save</name></customLabels>`;
const xml = (root: string, content: string): string =>
    `<${root} xmlns="http://soap.sforce.com/2006/04/metadata">${content}</${root}>`;

describe('the language of the user', () => {
    let shell: ShellSession;

    before(async () => {
        shell = await ShellSession.start({
            'lwc/where/where.js': script,
            'lwc/where/where.html': template,
            'labels/CustomLabels.labels-meta.xml': xml('CustomLabels', label('Save') + label('Close')),
            'translations/de.translation-meta.xml': xml('Translations', german)
        });
    });

    after(() => shell?.stop());

    const open = async (language: string, locale: string): Promise<Page> => {
        const page = await shell.blank();
        await page.route('**/local/bootstrap', async (route) => {
            const json = (await (await route.fetch()).json()) as Bootstrap;
            await route.fulfill({ json: { ...json, user: { ...json.user, language, locale } } });
        });
        await page.goto(shell.url + casePage);
        await page.getByRole('button', { name: 'Where', exact: true }).click();
        return page;
    };

    test('decides labels, numbers and dates; what is not translated stays', async () => {
        const page = await open('de', 'de_DE');
        await page.getByText('Sichern, Close').waitFor();
        await page.getByText('de, de-DE, 2').waitFor();
        await page.getByText(/^1\.234\.567,50\s€$/).waitFor();
        await page.getByText('5. September 2031').waitFor();
        assert.equal(await page.getByLabel('Due').inputValue(), '05.09.2031');
        assert.equal(await page.evaluate('document.documentElement.lang'), 'de');
        await page.close();
    });

    test('falls back from a variant to its language', async () => {
        const page = await open('de_AT', 'de_AT');
        await page.getByText('Sichern, Close').waitFor();
        await page.close();
    });

    test('is that of the USA where nobody chose another', async () => {
        const page = await open('en_US', 'en_US');
        await page.getByText('Save, Close').waitFor();
        await page.getByText('en-US, en-US, 1').waitFor();
        assert.equal(await page.getByLabel('Due').inputValue(), 'Sep 5, 2031');
        await page.close();
    });
});
