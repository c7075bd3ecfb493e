import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { Server } from 'node:http';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../../../test/browser/chromium.ts';
import { buildApp } from '../build.ts';
import { packageDirectory } from '../build/paths.ts';
import { startFakeServer } from './fake-server.ts';
import { lendVendor, temporaryProject, type TemporaryProject } from './temporary-project.ts';

/** The page of the first case of the fake org. */
export const casePage = '/lightning/r/Case/500000000000000AAA/view';

/** The shell with components of a test's own, on canned records, in a browser. */
export class ShellSession {
    readonly url: string;
    private readonly project: TemporaryProject;
    private readonly server: Server;
    private readonly browser: Browser;

    private constructor(project: TemporaryProject, url: string, server: Server, browser: Browser) {
        this.project = project;
        this.url = url;
        this.server = server;
        this.browser = browser;
    }

    /** Keys are paths below the package directory, such as `lwc/where/where.js`. */
    static async start(files: Record<string, string>): Promise<ShellSession> {
        const project = temporaryProject(files);
        await lendVendor(project.directory);
        const { error } = await buildApp(project.directory);
        assert.equal(error, undefined);
        const { url, server } = await startFakeServer(project.directory);
        return new ShellSession(project, url, server, await launchBrowser());
    }

    async stop(): Promise<void> {
        await this.browser.close();
        this.server.closeAllConnections();
        this.server.close();
        this.project.remove();
    }

    /** An empty window. */
    async blank(width = 1280): Promise<Page> {
        const page = await this.browser.newPage({ viewport: { width, height: 800 } });
        page.setDefaultTimeout(10_000);
        return page;
    }

    /** Opens an address and waits until it shows a page. */
    async open(address: string, width = 1280): Promise<Page> {
        const page = await this.blank(width);
        await page.goto(this.url + address);
        await page.locator('h1:visible').first().waitFor();
        return page;
    }
}

/** What axe finds wrong with a page, as `rule: element`. */
export async function violationsOf(page: Page): Promise<string[]> {
    await page.evaluate(readFileSync(path.join(packageDirectory('axe-core'), 'axe.min.js'), 'utf8'));
    return page.evaluate<string[]>(
        'axe.run().then(({ violations }) => violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`))'
    );
}
