import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { Untranslated } from './label-texts.ts';
import { LocalOrgSession } from './local-org-session.ts';
import { RepCopilot } from './rep-copilot.ts';

const DEAL = 'Fröhlich – Lüftung Zentrallager';
/** Nobody asks about this one before AI is switched off. */
const OTHER_DEAL = 'Klinikum Elbaue – Zentralküche';
const GERMAN = 'force-app/translations/sales/translations/de.translation-meta.xml';

/** Use case → what leads to it in German. */
const CAPABILITIES: Record<string, string> = {
    Meeting_Brief: 'Gesprächsvorbereitung',
    Opportunity_Insights: 'Einblicke in die Opportunity',
    Next_Best_Action: 'Nächste Schritte',
    Email_Draft: 'E-Mail entwerfen',
    After_Call: 'Nach dem Gespräch',
    Service_History: 'Servicegeschichte',
    Cross_Sell: 'Cross-Selling',
    Ask_Record: 'Fragen'
};

const untranslated = new Untranslated('de');
let session: LocalOrgSession;
let deal: string;

before(async () => {
    session = await LocalOrgSession.start();
    deal = await session.recordPath('Opportunity', DEAL);
});
after(() => session?.stop());

/**
 * Everything that the copilot itself shows or tells to a screen reader. What the model wrote and what it quotes is left
 * out: figures are computed for it in one language, whoever asks.
 */
async function textsOf({ page, root }: RepCopilot): Promise<string[]> {
    // What stands on one line is told apart as well: the words of the model, and each of their sources.
    await page.addStyleTag({ content: 'c-ai-statement > p, c-ai-evidence-chip { display: block !important; }' });
    const attribute = (selector: string, name: string): Promise<string[]> =>
        root
            .locator(`${selector}[${name}]`)
            .evaluateAll((elements, wanted) => elements.map((element) => element.getAttribute(wanted)!), name);
    const told = await Promise.all(['aria-label', 'title', 'placeholder'].map((name) => attribute('', name)));
    const written = (await root.locator('c-ai-statement > p').allInnerTexts()).flatMap((text) => text.split('\n'));
    const quoted = await attribute('c-ai-evidence-chip ', 'title');
    const ofModel = new Set([...written, ...quoted].map((text) => text.trim()));
    const shown = (await root.innerText()).split(/\n| · /);
    return [...shown, ...told.flat()].filter((text) => text.trim() !== '' && !ofModel.has(text.trim()));
}

async function setStopped(isStopped: boolean): Promise<void> {
    const admin = session.as('admin');
    const [organization] = await admin.query<{ Id: string }>('SELECT Id FROM Organization');
    const [known] = await admin.query<{ Id: string }>('SELECT Id FROM AI_Settings__c');
    const fields = { Stopped__c: isStopped };
    if (known) await admin.update('AI_Settings__c', known.Id, fields);
    else await admin.create('AI_Settings__c', { SetupOwnerId: organization!.Id, ...fields });
}

describe('a seller who works in German', () => {
    for (const [useCase, heading] of Object.entries(CAPABILITIES)) {
        test(`reads ${useCase} in German, asked or not`, async () => {
            const copilot = await RepCopilot.openCapability(session, 'seller', deal, useCase);
            await copilot.choice(useCase).getByText(heading).first().waitFor({ state: 'attached' });
            await copilot.page.waitForLoadState('networkidle');
            assert.deepEqual(untranslated.among(await textsOf(copilot)), []);
            const ask = copilot.action('ask');
            if ((await ask.count()) > 0 && (await ask.isEnabled())) {
                await copilot.ask();
                await copilot.page.waitForLoadState('networkidle');
                assert.deepEqual(untranslated.among(await textsOf(copilot)), []);
            }
            await copilot.page.context().close();
        });
    }

    test('reads dates and amounts as in Germany', async () => {
        const page = await session.openPage('seller', deal);
        await page.getByText('98.000,00').first().waitFor();
        assert.equal(await page.evaluate('document.documentElement.lang'), 'de');
        await page.context().close();
    });

    test('is told in German that AI is switched off', async () => {
        await setStopped(true);
        try {
            const other = await session.recordPath('Opportunity', OTHER_DEAL);
            const copilot = await RepCopilot.openCapability(session, 'seller', other, 'Meeting_Brief');
            await copilot.capability.getByText('Die KI ist zurzeit abgeschaltet.').first().waitFor();
            await copilot.capability.getByText('Vorbereitung ohne KI').first().waitFor();
            assert.deepEqual(untranslated.among(await textsOf(copilot)), []);
            await copilot.page.context().close();
        } finally {
            await setStopped(false);
        }
    });

    test('sees a changed translation at once, while a colleague goes on in English', async () => {
        const copilot = await RepCopilot.open(session, 'seller', deal);
        const file = path.join(session.project.directory, GERMAN);
        const text = readFileSync(file, 'utf8');
        writeFileSync(file, text.replaceAll('>Gesprächsvorbereitung<', '>Vor dem Termin<'));
        await copilot.choice('Meeting_Brief').getByText('Vor dem Termin').waitFor({ state: 'attached' });
        const colleague = await RepCopilot.open(session, 'manager', deal);
        await colleague.choice('Meeting_Brief').getByText('Meeting brief').waitFor({ state: 'attached' });
    });
});

describe('texts that stayed in the original', () => {
    test('are found as they are and with something in their places', () => {
        const found = untranslated.among(['Meeting brief', '3 of 4 statements have sources', 'Gesprächsvorbereitung']);
        assert.deepEqual(found.length, 2);
    });
});
