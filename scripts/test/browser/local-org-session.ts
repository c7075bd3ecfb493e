import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from './chromium.ts';
import { CaseSummaryPanel } from './panel.ts';
import { startProjectCopy, type ProjectCopy } from './project-copy.ts';
import { SalesforceRest } from './salesforce-rest.ts';

/** A request that reached the model simulator. */
export interface ModelRequest {
    readonly path: string;
    readonly body: unknown;
}

/** A local org of its own with a browser: what the browser tests work with. */
export class LocalOrgSession {
    readonly project: ProjectCopy;
    private readonly browser: Browser;

    private constructor(project: ProjectCopy, browser: Browser) {
        this.project = project;
        this.browser = browser;
    }

    static async start(): Promise<LocalOrgSession> {
        const project = await startProjectCopy({ MODEL_SIMULATOR_LATENCY: '400' });
        try {
            return new LocalOrgSession(project, await launchBrowser());
        } catch (error) {
            await project.stop();
            throw error;
        }
    }

    async stop(): Promise<void> {
        await this.browser.close();
        await this.project.stop();
    }

    /** The access token that `npm start` printed for a persona. */
    token(persona: string): string {
        const token = new RegExp(`\\b00D\\w{15}!${persona}\\b`).exec(this.project.output())?.[0];
        if (!token) throw new Error(`npm start printed no token for ${persona}.`);
        return token;
    }

    as(persona: string): SalesforceRest {
        return new SalesforceRest(this.project.url, this.token(persona));
    }

    /** Logs a new browser window in, as sf and other tools do, and opens the path. */
    async openPage(persona: string, path: string, width = 1440): Promise<Page> {
        const context = await this.browser.newContext({ viewport: { width, height: 1000 } });
        const page = await context.newPage();
        const login = new URLSearchParams({ sid: this.token(persona), retURL: path });
        await page.goto(`${this.project.url}/secur/frontdoor.jsp?${login}`);
        return page;
    }

    /** The Case Summary panel of a case's page, or of a page that leads there. */
    async open(persona: string, path: string): Promise<CaseSummaryPanel> {
        return new CaseSummaryPanel(await this.openPage(persona, path));
    }

    /** Path of the page of the sample record whose name begins so. */
    async recordPath(objectName: string, name: string): Promise<string> {
        const rows = await this.as('admin').query<{ Id: string }>(
            `SELECT Id FROM ${objectName} WHERE Name LIKE '${name.replaceAll("'", "\\'")}%'`
        );
        if (rows.length !== 1) throw new Error(`${rows.length} records of ${objectName} begin with "${name}".`);
        return `/lightning/r/${objectName}/${rows[0]!.Id}/view`;
    }

    /** Id of the sample case whose subject begins so. */
    async caseId(subject: string): Promise<string> {
        const rows = await this.as('admin').query<{ Id: string }>(
            `SELECT Id FROM Case WHERE Subject LIKE '${subject}%'`
        );
        if (rows.length !== 1) throw new Error(`${rows.length} cases begin with "${subject}".`);
        return rows[0]!.Id;
    }

    /** What has reached the model simulator since it started. */
    async modelRequests(): Promise<ModelRequest[]> {
        const response = await fetch(`${this.project.simulatorUrl}/_simulator/requests`);
        return ((await response.json()) as { requests: ModelRequest[] }).requests;
    }

    /** Makes the simulator fail as a provider would. */
    async fault(fault: Record<string, unknown>): Promise<void> {
        const response = await fetch(`${this.project.simulatorUrl}/_simulator/faults`, {
            method: 'POST',
            body: JSON.stringify(fault)
        });
        if (!response.ok) throw new Error(await response.text());
    }
}
