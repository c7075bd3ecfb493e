import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import { ShellSession, casePage, violationsOf } from './shell-session.ts';

/** A utility that tells where it is and asks the bar to close itself. */
const script = `import { LightningElement, api, wire } from 'lwc';
import { CurrentPageReference } from 'lightning/navigation';
import { EnclosingUtilityId, minimize } from 'lightning/platformUtilityBarApi';
export default class Where extends LightningElement {
    @api recordId;
    @api greeting;
    @wire(EnclosingUtilityId) utilityId;
    @wire(CurrentPageReference) page;
    clicks = 0;
    get place() { return this.greeting + ' ' + (this.page?.attributes.recordId ?? 'no record') + ', own: ' + this.recordId; }
    get count() { return 'clicked ' + this.clicks; }
    handleCount() { this.clicks += 1; }
    handleDone() { void minimize(this.utilityId); }
}`;
const template = `<template><p>{place}</p><p>{count}</p>
<button type="button" onclick={handleCount}>Count</button><button type="button" onclick={handleDone}>Done</button></template>`;

describe('utility bar', () => {
    let shell: ShellSession;

    before(async () => {
        shell = await ShellSession.start({ 'lwc/where/where.js': script, 'lwc/where/where.html': template });
    });

    after(() => shell?.stop());

    const button = (page: Page, name: string): Locator =>
        page.getByRole('navigation', { name: 'Utility bar' }).getByRole('button', { name, exact: true });
    const isFocused = (locator: Locator): Promise<boolean> =>
        locator.evaluate(
            (element) => element.matches(':focus') || element.contains(element.ownerDocument.activeElement)
        );

    test('opens and closes a panel by keyboard alone, and the focus follows', async () => {
        const page = await shell.open(casePage);
        await button(page, 'Notes').focus();
        await page.keyboard.press('Enter');
        const panel = page.getByRole('dialog', { name: 'Notes' });
        await panel.getByText('Call back at noon.').waitFor();
        assert.equal(await button(page, 'Notes').getAttribute('aria-expanded'), 'true');
        assert.ok(await isFocused(panel));
        await page.keyboard.press('Escape');
        await panel.waitFor({ state: 'hidden' });
        assert.ok(await isFocused(button(page, 'Notes')));
        await page.close();
    });

    test('its component belongs to no record but knows the active tab, and lives on when minimised', async () => {
        const page = await shell.open(casePage);
        await button(page, 'Where').click();
        const panel = page.getByRole('dialog', { name: 'Where' });
        await panel.getByText('Hello 500000000000000AAA, own: undefined').waitFor();
        await panel.getByRole('button', { name: 'Count' }).click();
        await page.getByRole('link', { name: 'Maria Lindqvist' }).first().click();
        await panel.getByText('Hello 003000000000001AAA').waitFor();
        await panel.getByRole('button', { name: 'Done' }).click();
        await panel.waitFor({ state: 'hidden' });
        await button(page, 'Where').click();
        await panel.getByText('clicked 1').waitFor();
        await page.close();
    });

    test('opening one panel closes the other', async () => {
        const page = await shell.open(casePage);
        await button(page, 'Notes').click();
        await button(page, 'Where').click();
        await page.getByRole('dialog', { name: 'Where' }).waitFor();
        assert.equal(await page.getByRole('dialog', { name: 'Notes' }).isVisible(), false);
        await page.close();
    });

    test('names a component that nobody has, and an app without utilities has no bar', async () => {
        const page = await shell.open(casePage);
        await button(page, 'Broken').click();
        await page.getByRole('dialog', { name: 'Broken' }).getByText('The page names notThere').waitFor();
        await page.goto(`${shell.url}/lightning/app/Sales`);
        await page.getByRole('navigation', { name: 'Utility bar' }).waitFor({ state: 'detached' });
        await page.close();
    });

    for (const width of [320, 768, 1440]) {
        test(`its panel fits a window of ${width} pixels and can be used by everybody`, async () => {
            const page = await shell.open(casePage, width);
            await button(page, 'Notes').click();
            const panel = page.getByRole('dialog', { name: 'Notes' });
            const box = (await panel.boundingBox())!;
            assert.ok(box.x >= 0 && box.x + box.width <= width && box.y >= 0);
            assert.equal(Math.round(box.width), width === 320 ? 320 : 400);
            assert.deepEqual(await violationsOf(page), []);
            await page.close();
        });
    }
});
