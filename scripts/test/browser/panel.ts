import type { Locator, Page } from 'playwright-core';

/** The Case Summary panel on a case's page, handled as a person would. */
export class CaseSummaryPanel {
    readonly page: Page;
    readonly root: Locator;

    constructor(page: Page) {
        this.page = page;
        this.root = page.locator('c-case-summary-panel');
    }

    /** A button by its purpose, such as `approve`. */
    action(name: string): Locator {
        return this.root.locator(`[data-action="${name}"] button, button[data-action="${name}"]`).first();
    }

    /** The statements of a group of the answer, by its key. */
    statements(group: string): Locator {
        return this.root.locator(`[data-group="${group}"]`);
    }

    get progress(): Locator {
        return this.root.locator('c-ai-progress');
    }

    /** What is happening while the model works, as a list that can be seen. */
    get steps(): Locator {
        return this.progress.getByRole('list');
    }

    /** The buttons that lead to sources. */
    get chips(): Locator {
        return this.root.locator('c-ai-evidence-chip button');
    }

    get preview(): Locator {
        return this.root.locator('c-ai-source-preview');
    }

    get changes(): Locator {
        return this.root.locator('c-ai-changes');
    }

    get notice(): Locator {
        return this.root.locator('c-ai-notice');
    }

    /** What a notice says happened. */
    get what(): Locator {
        return this.root.locator('[data-part="what"]');
    }

    /** Asks for a summary and waits until it is there. */
    async summarise(): Promise<void> {
        await this.action('ask').click();
        await this.action('approve').waitFor({ timeout: 30_000 });
    }
}
