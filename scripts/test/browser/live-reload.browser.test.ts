import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { LocalOrgSession } from './local-org-session.ts';
import type { CaseSummaryPanel } from './panel.ts';

const TEMPLATE = 'force-app/core/panel/lwc/aiAnswer/aiAnswer.html';
const VIEWS = 'force-app/core/panel/classes/AIPanelViews.cls';

let session: LocalOrgSession;
let panel: CaseSummaryPanel;

before(async () => {
    session = await LocalOrgSession.start();
    const id = await session.caseId('Chiller 1 at Merchant Quay');
    panel = await session.open('agent', `/lightning/r/Case/${id}/view`);
    await panel.action('ask').waitFor();
});
after(() => session?.stop());

/** Changes a file of the project's copy as an editor would. Throws when there is nothing to replace. */
function edit(file: string, from: string, to: string): void {
    const target = path.join(session.project.directory, file);
    const text = readFileSync(target, 'utf8');
    assert.ok(text.includes(from), `${file} has no ${from}`);
    writeFileSync(target, text.replace(from, to));
}

describe('while the local org runs, the page in the browser shows', () => {
    test('a changed line of a component', async () => {
        edit(
            TEMPLATE,
            '<p lwc:elseif={show.isReady} data-part="ready">',
            '<p lwc:elseif={show.isReady} data-part="ready">Changed line. '
        );
        await panel.root.getByText('Changed line.').waitFor();
    });

    test('a changed line of Apex', async () => {
        edit(
            VIEWS,
            'view.recordName = gathering.recordName;',
            "view.recordName = gathering.recordName + ' after the change';"
        );
        await panel.root.getByText('after the change').waitFor();
    });

    test('where a class does not compile, and goes on with the last one that did', async () => {
        edit(VIEWS, "+ ' after the change';", '+ nothingOfThatName;');
        const problem = panel.page.getByText(/AIPanelViews\.cls:\d+/);
        await problem.first().waitFor();
        await panel.action('ask').click();
        await panel.action('approve').waitFor();
        edit(VIEWS, '+ nothingOfThatName;', "+ ' mended';");
        await problem.first().waitFor({ state: 'detached' });
    });
});
