import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Locator } from 'playwright-core';
import { runAnonymousOn } from '../../local-org/running-server.ts';
import { LocalOrgSession } from './local-org-session.ts';
import { RepCopilot } from './rep-copilot.ts';

const DEAL = 'Lakeside – rooftop units summer programme';
const OTHER_DEAL = 'Cascadia – Hall C precision cooling';
const QUESTION = 'What has the competitor promised?';
/** What was said before, as it is fenced; the system text names the fence too. */
const EARLIER = /<context label=.{1,3}Earlier/;

let session: LocalOrgSession;
before(async () => {
    session = await LocalOrgSession.start();
});
after(() => session?.stop());

/** The conversation about a record, handled as a person would. */
class Conversation {
    readonly copilot: RepCopilot;

    constructor(copilot: RepCopilot) {
        this.copilot = copilot;
    }

    static async about(name: string, width?: number): Promise<Conversation> {
        const path = await session.recordPath('Opportunity', name);
        return new Conversation(await RepCopilot.openCapability(session, 'rep', path, 'Ask_Record', width));
    }

    get input(): Locator {
        return this.copilot.capability.locator('[data-part="composer"] textarea');
    }

    get turns(): Locator {
        return this.copilot.capability.locator('c-ask-turn');
    }

    get questions(): Locator {
        return this.copilot.capability.locator('[data-part="question"]');
    }

    async ask(question: string): Promise<void> {
        const before = await this.turns.count();
        await this.input.fill(question);
        await this.input.press('Enter');
        await this.turns.nth(before).waitFor();
    }
}

describe('a rep asks about a deal', () => {
    test('begins with a suggested question', async () => {
        const { copilot, turns } = await Conversation.about(OTHER_DEAL);
        await copilot.capability.locator('[data-part="suggestions"] button').first().click();
        await turns.first().waitFor();
        assert.equal(await copilot.capability.locator('[data-part="suggestions"]').count(), 0);
    });

    test('gets an answer with its source, and no name leaves the org', async () => {
        const conversation = await Conversation.about(DEAL);
        await conversation.ask(QUESTION);
        const { copilot } = conversation;
        assert.match(await copilot.statements('answer').innerText(), /promised units by the first of August/);
        await copilot.chips.first().click();
        assert.match(await copilot.preview.locator('mark').innerText(), /competitor has promised/);
        const sent = JSON.stringify((await session.modelRequests()).at(-1)?.body);
        assert.match(sent, /<request label=.{1,3}Question/);
        assert.ok(!sent.includes('Kowalski'));
    });

    test('goes on from what was said, and is told when the records do not tell', async () => {
        const conversation = await Conversation.about(DEAL);
        await conversation.turns.first().waitFor();
        await conversation.ask('Do they own a helicopter?');
        const last = conversation.turns.last();
        assert.match(await last.locator('[data-part="not-told"]').innerText(), /The records do not tell/);
        const sent = JSON.stringify((await session.modelRequests()).at(-1)?.body);
        assert.match(sent, EARLIER);
        assert.match(sent, /What has the competitor promised/);
    });

    test('finds the conversation and the half-written question again', async () => {
        const conversation = await Conversation.about(DEAL);
        const { page } = conversation.copilot;
        await conversation.input.fill('Half a');
        await conversation.input.press('Shift+Enter');
        await conversation.input.pressSequentially('question');
        await page.reload();
        await conversation.copilot.choose('Ask_Record');
        await conversation.turns.nth(1).waitFor();
        assert.deepEqual(await conversation.questions.allInnerTexts(), [QUESTION, 'Do they own a helicopter?']);
        assert.equal(await conversation.input.inputValue(), 'Half a\nquestion');
    });

    test('begins a new conversation that knows nothing of the old one', async () => {
        const conversation = await Conversation.about(DEAL);
        await conversation.turns.first().waitFor();
        await conversation.copilot.action('new').click();
        await conversation.turns.first().waitFor({ state: 'detached' });
        await conversation.ask('What does the board think of the offer?');
        const sent = JSON.stringify((await session.modelRequests()).at(-1)?.body);
        assert.match(sent, /<request label=.{1,3}Question.{1,6}What does the board think/);
        assert.doesNotMatch(sent, EARLIER);
        await conversation.copilot.action('earlier').click();
        await conversation.turns.nth(2).waitFor();
    });

    test('is told what went wrong and asks again', async () => {
        const conversation = await Conversation.about(DEAL);
        await conversation.turns.first().waitFor();
        await session.fault({ kind: 'refusal', times: 1 });
        await conversation.ask('Which board was asked?');
        const last = conversation.turns.last();
        await last.locator('c-ai-notice').waitFor();
        await last.locator('[data-action="again"] button, button[data-action="again"]').first().click();
        await conversation.copilot.capability.locator('[data-group="answer"]').last().waitFor();
    });
});

test('an administrator stops AI, and what is known without it is shown', async () => {
    const stop = (isStopped: boolean): string =>
        `AI_Settings__c org = AI_Settings__c.getOrgDefaults(); org.Stopped__c = ${isStopped}; upsert org;`;
    await runAnonymousOn(session.project.url, 'admin', stop(true));
    try {
        const { copilot, input } = await Conversation.about(DEAL);
        await copilot.facts.waitFor();
        assert.match(await copilot.notices.first().innerText(), /switched off/i);
        assert.equal(await input.count(), 0);
    } finally {
        await runAnonymousOn(session.project.url, 'admin', stop(false));
    }
});

for (const width of [320, 768, 1440])
    test(`nothing is cut off at ${width} px`, async () => {
        const conversation = await Conversation.about(DEAL, width);
        await conversation.turns.first().waitFor();
        const { page, capability } = conversation.copilot;
        const overflow = Number(await page.evaluate('document.documentElement.scrollWidth - window.innerWidth'));
        assert.ok(overflow <= 0, `${overflow} px too wide`);
        const box = await conversation.input.boundingBox();
        assert.ok(box !== null && box.width >= Math.min(200, width / 2));
        if (process.env['SCREENSHOTS'])
            await capability.screenshot({ path: `${process.env['SCREENSHOTS']}/ask-${width}.png` });
    });
