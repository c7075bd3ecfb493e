import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import { LocalOrgSession } from './local-org-session.ts';
import { RepCopilot } from './rep-copilot.ts';

const DEAL = 'Fröhlich – CO2 racks for six stores';
const EMAIL_FIELDS = 'Id, Subject, TextBody, Status, AI_Generated__c, RelatedTo.Name';

type EmailRow = {
    readonly Id: string;
    readonly Subject: string;
    readonly TextBody: string;
    readonly Status: string;
    readonly AI_Generated__c: boolean;
    readonly RelatedTo: { readonly Name: string } | null;
};

let session: LocalOrgSession;
before(async () => {
    session = await LocalOrgSession.start();
});
after(() => session?.stop());

async function open(name: string, object = 'Opportunity', width?: number): Promise<RepCopilot> {
    const path = await session.recordPath(object, name);
    const copilot = await RepCopilot.openCapability(session, 'rep', path, 'Email_Draft', width);
    await copilot.capability.locator('c-email-form').waitFor();
    return copilot;
}

const field = (copilot: RepCopilot, name: string): Locator =>
    copilot.capability.locator(`[data-field="${name}"]`).locator('input, textarea').first();

/** Chooses an entry of a list, as a person does. */
async function choose(copilot: RepCopilot, name: string, entry: string): Promise<void> {
    const list = copilot.capability.locator(`lightning-combobox[data-field="${name}"]`);
    await list.locator('[role="combobox"]').click();
    await list.getByRole('option', { name: entry }).first().click();
}

async function drafts(): Promise<EmailRow[]> {
    return session.as('rep').query<EmailRow>(`SELECT ${EMAIL_FIELDS} FROM EmailMessage WHERE Status = '5'`);
}

async function sent(): Promise<string> {
    return JSON.stringify((await session.modelRequests()).at(-1)?.body);
}

const composer = (page: Page): Locator => page.getByRole('dialog');

describe('a rep has an e-mail drafted', () => {
    let copilot: RepCopilot;
    before(async () => {
        copilot = await open(DEAL);
    });

    test('is offered the primary contact, and the language of their country', async () => {
        const text = await copilot.capability.locator('c-email-form').innerText();
        assert.match(text, /Katharina Weiß/);
        assert.match(text, /German/);
    });

    test('chooses what to write, and no name leaves the org', async () => {
        await choose(copilot, 'purpose', 'Check-in');
        await field(copilot, 'note').fill('Ask Katharina whether the framework prices suit her.');
        await copilot.ask();
        const request = await sent();
        assert.match(request, /Ask how things are going/);
        assert.match(request, /whether the framework prices suit her/);
        assert.match(request, /Language: German/);
        for (const name of ['Katharina', 'Weiß', 'Menon', 'Ravi']) assert.ok(!request.includes(name), `${name} left`);
    });

    test('gets a letter with the names back, and sees what has a source and what has not', async () => {
        const body = await field(copilot, 'body').inputValue();
        assert.match(body, /^Guten Tag .*Katharina Weiß,/);
        assert.match(body, /Mit freundlichen Grüßen\nRavi Menon$/);
        const sentences = copilot.capability.locator('c-email-sentences');
        await sentences.locator('[data-group="backed"] c-ai-evidence-chip button').first().click();
        await copilot.preview.waitFor();
        assert.equal(await sentences.locator('[data-group="check"]').count(), 1);
    });

    test('finds the edited text again after a reload', async () => {
        await field(copilot, 'body').fill('Guten Tag,\n\npassen die Preise?');
        await copilot.page.reload();
        copilot = new RepCopilot(copilot.page);
        await copilot.choose('Email_Draft');
        await field(copilot, 'body').waitFor();
        assert.equal(await field(copilot, 'body').inputValue(), 'Guten Tag,\n\npassen die Preise?');
        await copilot.capability.locator('[data-part="restored"]').waitFor();
    });

    test('saves it as a draft, and takes it back', async () => {
        await copilot.action('SaveDraft').click();
        const link = copilot.capability.locator('c-email-kept c-sales-record-link a');
        await link.waitFor();
        const [draft] = await drafts();
        assert.equal(draft?.TextBody, 'Guten Tag,\n\npassen die Preise?');
        assert.equal(draft?.RelatedTo?.Name, DEAL);
        assert.equal(draft?.AI_Generated__c, true);
        assert.match((await link.getAttribute('href')) ?? '', new RegExp(draft!.Id));
        await copilot.action('undo').click();
        await field(copilot, 'body').waitFor();
        assert.deepEqual(await drafts(), []);
    });

    test('opens it in the composer with recipient and text', async () => {
        await copilot.action('discard').waitFor({ state: 'detached' });
        const body = await field(copilot, 'body').inputValue();
        await copilot.action('Compose').click();
        const dialog = composer(copilot.page);
        await dialog.waitFor();
        assert.match(await dialog.getByLabel('To', { exact: true }).inputValue(), /@.*\.example$/);
        assert.match(await dialog.locator('textarea').inputValue(), new RegExp(body.split('\n')[0]!));
        await dialog.locator('lightning-modal-footer').getByRole('button', { name: 'Cancel' }).click();
        await copilot.capability.getByText('Opened in the composer.').waitFor();
        await copilot.action('undo').click();
        await field(copilot, 'body').waitFor();
    });

    test('logs it as a completed task', async () => {
        await copilot.action('LogTask').click();
        await copilot.capability.getByText('Logged as a task.').waitFor();
        const [task] = await session
            .as('rep')
            .query<Record<string, unknown>>(
                "SELECT Subject, Status, TaskSubtype, AI_Generated__c FROM Task WHERE TaskSubtype = 'Email' AND AI_Generated__c = TRUE"
            );
        assert.equal(task?.['Status'], 'Completed');
        assert.match(String(task?.['Subject']), /^E-mail: /);
    });
});

test('an account offers its contacts, and warns of one who opted out', async () => {
    const copilot = await open('Orchard Square – boilers, Cooper Building', 'Opportunity', 320);
    await choose(copilot, 'recipientId', 'Hannah Weiss');
    await copilot.capability.getByText('Hannah Weiss has opted out of e-mails.').waitFor();
});

test('a lead is the recipient', async () => {
    const copilot = await open('Ottavio Bianchi', 'Lead', 768);
    assert.match(await copilot.capability.locator('c-email-form').innerText(), /Ottavio Bianchi/);
    await copilot.ask();
    await field(copilot, 'body').waitFor();
    assert.match(await field(copilot, 'body').inputValue(), /Bianchi/);
});

test('with AI stopped a plain template can be written on and saved', async () => {
    const admin = session.as('admin');
    const [organization] = await admin.query('SELECT Id FROM Organization');
    const id = await admin.create('AI_Settings__c', { SetupOwnerId: organization?.['Id'], Stopped__c: true });
    const before = (await session.modelRequests()).length;
    try {
        const copilot = await open('Cascadia – Hall C precision cooling');
        await copilot.capability.locator('c-email-plain [data-field="body"] textarea').waitFor();
        assert.match(await field(copilot, 'body').inputValue(), /^Dear .+,\n\nI am following up/);
        await copilot.action('SaveDraft').click();
        await copilot.capability.locator('c-email-kept c-sales-record-link a').waitFor();
        const [draft] = await drafts();
        assert.equal(draft?.AI_Generated__c, false);
        await copilot.action('undo').click();
        await copilot.capability.locator('[data-part="kept"]').waitFor({ state: 'detached' });
        assert.deepEqual(await drafts(), []);
        assert.equal((await session.modelRequests()).length, before, 'no model was asked');
    } finally {
        await admin.update('AI_Settings__c', id, { Stopped__c: false });
    }
});
