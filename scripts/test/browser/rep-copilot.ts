import type { Locator, Page } from 'playwright-core';
import type { LocalOrgSession } from './local-org-session.ts';

const ANSWER_LIMIT_MS = 30_000;

/** The Rep Copilot on a record's page, handled as a person would. */
export class RepCopilot {
    readonly page: Page;
    readonly root: Locator;

    constructor(page: Page, root: Locator = page.locator('c-rep-copilot').first()) {
        this.page = page;
        this.root = root;
    }

    /** Opens a record's page as the persona and waits until the copilot shows what the page suggests. */
    static async open(session: LocalOrgSession, persona: string, path: string, width?: number): Promise<RepCopilot> {
        const copilot = new RepCopilot(await session.openPage(persona, path, width));
        await copilot.capability.waitFor({ state: 'attached' });
        return copilot;
    }

    /** As `open`, with the capability of that use case chosen, such as `Meeting_Brief`. */
    static async openCapability(
        session: LocalOrgSession,
        persona: string,
        path: string,
        useCase: string,
        width?: number
    ): Promise<RepCopilot> {
        const copilot = await RepCopilot.open(session, persona, path, width);
        await copilot.choose(useCase);
        return copilot;
    }

    /** What leads to a capability. */
    choice(useCase: string): Locator {
        return this.root.locator(`button[data-capability="${useCase}"]`);
    }

    /** The capability that is shown. */
    get capability(): Locator {
        return this.root.locator('[data-part="capability"]');
    }

    /** Shows the capability, by the menu where the column is narrow. */
    async choose(useCase: string): Promise<void> {
        await this.capability.waitFor({ state: 'attached' });
        const menu = this.root.locator('button[data-action="menu"]');
        if (await menu.isVisible()) await menu.click();
        await this.choice(useCase).click();
        await this.root.locator(`[data-part="capability"][data-use-case="${useCase}"]`).waitFor();
    }

    /** A button of the capability by its purpose, such as `undo`. */
    action(name: string): Locator {
        return this.capability.locator(`[data-action="${name}"] button, button[data-action="${name}"]`).first();
    }

    /** Asks the model and waits until its answer, or a message instead of it, is there. */
    async ask(): Promise<void> {
        await this.action('ask').click();
        await this.settled();
    }

    /** Waits until no request is on its way. */
    async settled(): Promise<void> {
        await this.progress.waitFor({ state: 'detached', timeout: ANSWER_LIMIT_MS });
        await this.capability.locator('c-ai-feedback, c-ai-notice').first().waitFor({ timeout: ANSWER_LIMIT_MS });
    }

    get progress(): Locator {
        return this.capability.locator('c-ai-progress');
    }

    /** The statements of a group of the answer, by its key. */
    statements(group: string): Locator {
        return this.capability.locator(`[data-group="${group}"]`);
    }

    /** The buttons that lead to sources. */
    get chips(): Locator {
        return this.capability.locator('c-ai-evidence-chip button');
    }

    get preview(): Locator {
        return this.capability.locator('c-ai-source-preview');
    }

    get notices(): Locator {
        return this.capability.locator('c-ai-notice');
    }

    /** What is said without a model. */
    get facts(): Locator {
        return this.capability.locator('[data-part="facts"]');
    }

    /** What can be decided about single statements. */
    get items(): Locator {
        return this.capability.locator('c-ai-item-decision');
    }
}
