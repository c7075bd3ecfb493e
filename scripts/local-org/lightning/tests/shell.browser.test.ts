import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { Server } from 'node:http';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../../../test/browser/chromium.ts';
import { buildApp } from '../build.ts';
import { packageDirectory } from '../build/paths.ts';
import { startFakeServer } from './fake-server.ts';
import { lendVendor, temporaryProject } from './temporary-project.ts';

const casePage = '/lightning/r/Case/500000000000000AAA/view';

describe('shell', () => {
    const project = temporaryProject({});
    let browser: Browser;
    let server: Server;
    let url: string;

    before(async () => {
        await lendVendor(project.directory);
        const { error } = await buildApp(project.directory);
        assert.equal(error, undefined);
        ({ url, server } = await startFakeServer(project.directory));
        browser = await launchBrowser();
    });

    after(async () => {
        await browser?.close();
        server?.closeAllConnections();
        server?.close();
        project.remove();
    });

    const open = async (address: string, width = 1280): Promise<Page> => {
        const page = await browser.newPage({ viewport: { width, height: 900 } });
        page.setDefaultTimeout(10_000);
        await page.goto(url + address);
        await page.locator('h1:visible').first().waitFor();
        return page;
    };

    test('opens records of a list as workspace tabs and records of those as subtabs', async () => {
        const page = await open('/lightning/o/Case/list');
        await page.getByRole('link', { name: '00001001' }).click();
        await page.getByRole('link', { name: 'Maria Lindqvist' }).first().click();
        await page
            .getByRole('navigation', { name: 'Subtabs' })
            .getByRole('link', { name: 'Maria Lindqvist' })
            .waitFor();
        assert.match(page.url(), /\/lightning\/r\/Contact\/003000000000001AAA\/view$/);
        await page.goBack();
        await page.getByRole('heading', { level: 1, name: 'Invoice shows the wrong delivery address' }).waitFor();
        await page.close();
    });

    test('a tab keeps its name when the page is loaded anew elsewhere', async () => {
        const page = await open(casePage);
        const tab = page.getByRole('navigation').getByRole('link', { name: /^\d{8}$/ });
        await tab.waitFor();
        await page.goto(`${url}/lightning/o/Case/list`);
        await tab.waitFor();
        await page.close();
    });

    test('shows the whole navigation menu on a narrow screen', async () => {
        const page = await open(casePage, 320);
        await page.getByRole('button', { name: 'Show navigation menu' }).click();
        const first = page.getByRole('menuitem').first();
        const isInView = async (): Promise<boolean> => {
            const [item, header] = [await first.boundingBox(), await page.getByRole('banner').boundingBox()];
            return Boolean(item && header && item.y >= header.y + header.height && item.x + item.width <= 320);
        };
        // The menu is placed once it is drawn.
        for (let look = 0; look < 50 && !(await isInView()); look += 1) await page.waitForTimeout(100);
        assert.ok(await isInView());
        await page.close();
    });

    test('searches and sorts a list', async () => {
        const page = await open('/lightning/o/Case/list');
        await page.getByRole('searchbox', { name: 'Search this list' }).fill('boiler');
        await page.getByText('12 items').waitFor();
        await page.close();
    });

    test('saves an edited field, and keeps a field with an error in view', async () => {
        const page = await open(casePage);
        await page.getByRole('button', { name: 'Edit Subject' }).click();
        const subject = page.getByRole('textbox', { name: 'Subject' });
        await subject.fill('');
        await page.getByRole('button', { name: 'Save' }).click();
        await page.getByText('Complete this field.').waitFor();
        await subject.fill('Compressor is fine again');
        await page.getByRole('button', { name: 'Save' }).click();
        await page.getByRole('heading', { level: 1, name: 'Compressor is fine again' }).waitFor();
        await page.getByText('Case was saved.').waitFor();
        await page.close();
    });

    test('adds a comment to the thread', async () => {
        const page = await open(casePage);
        await page.getByRole('textbox', { name: 'Comment' }).fill('The customer called again.');
        await page.getByRole('button', { name: 'Add comment' }).click();
        await page.getByRole('listitem').filter({ hasText: 'The customer called again.' }).waitFor();
        await page.close();
    });

    test('finds records from anywhere, by keyboard', async () => {
        const page = await open('/lightning/page/home');
        await page.getByRole('combobox', { name: 'Search records' }).fill('maria');
        await page.getByRole('option', { name: /Maria Lindqvist/ }).waitFor();
        await page.keyboard.press('ArrowDown');
        await page.keyboard.press('Enter');
        await page.waitForURL(/\/lightning\/r\/Contact\//);
        await page.close();
    });

    test('says so when a record is not there', async () => {
        const page = await open('/lightning/r/Case/500000000000999AAA/view');
        await page.getByRole('heading', { level: 1, name: 'The record is not here' }).waitFor();
        await page.close();
    });

    test('fits a narrow screen without scrolling sideways', async () => {
        const page = await open(casePage, 320);
        const overflow = await page.evaluate(
            'document.documentElement.scrollWidth > window.innerWidth || [...document.querySelectorAll("main")].some((main) => main.scrollWidth > main.clientWidth)'
        );
        assert.equal(overflow, false);
        await page.close();
    });

    for (const address of [
        casePage,
        '/lightning/o/Case/list',
        '/lightning/app/Sales',
        '/lightning/search?term=maria',
        '/lightning/nowhere'
    ]) {
        test(`has no accessibility violation on ${address}`, async () => {
            const page = await open(address);
            await page.waitForLoadState('networkidle');
            await page.evaluate(readFileSync(path.join(packageDirectory('axe-core'), 'axe.min.js'), 'utf8'));
            const violations = await page.evaluate<string[]>(
                'axe.run().then(({ violations }) => violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`))'
            );
            assert.deepEqual(violations, []);
            await page.close();
        });
    }
});
