import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { promisify } from 'node:util';
import { LocalOrgSession } from './local-org-session.ts';

// Nothing in the product knows these texts: angry, misspelt, and from 19 to over 8,000 characters long.
const LONG = Array.from(
    { length: 60 },
    (_unused, week) =>
        `Week ${week + 1}: i called agian on day ${week + 3} and nobody could tell me why bill no ${4000 + week} is there, ` +
        'i did NOT order the extra service and want it gone from my account before the end of the month. '
).join('');
const CASES: readonly (readonly [id: string, subject: string, text: string])[] = [
    ['1', 'short', 'Its broke, call me!'],
    [
        '2',
        'dryer',
        'The dryer, bought in may, stoped heating after 3 loads. I cleaned the filter twice. Please send somebody.'
    ],
    [
        '3',
        'lines',
        'They promised a refund.\n\nI waited six weeks, ""nothing"" came.\nI want my 240.50 back or a new machine.'
    ],
    ['4', 'long', LONG]
];

interface Statement {
    readonly text: string;
    readonly supported: boolean;
    readonly evidence: readonly { readonly sourceKey: string; readonly quote: string }[];
}
interface View {
    readonly state: string;
    readonly insight: {
        readonly id: string;
        readonly groups: readonly { readonly statements: readonly Statement[] }[];
    };
}

let session: LocalOrgSession;
before(async () => {
    session = await LocalOrgSession.start();
});
after(() => session?.stop());

async function summarise(subject: string): Promise<View> {
    const [record] = await session
        .as('admin')
        .query<{ Id: string }>(`SELECT Id FROM Case WHERE Subject = '${subject}'`);
    const about = { useCase: 'Case_Summary', recordId: record!.Id };
    const { traceId } = await session.as('agent').apex('AIPanelController.begin', { ...about, refresh: false });
    return (await session.as('agent').apex('AIPanelController.ask', { ...about, traceId })) as unknown as View;
}

/** Runs a command of the project's copy, and gives what it printed even when it failed. */
async function command(script: string, ...parameters: string[]): Promise<{ stdout: string; stderr: string }> {
    const run = promisify(execFile)(process.execPath, ['--import', 'tsx', script, ...parameters], {
        cwd: session.project.directory
    });
    return run.catch((error: { stdout: string; stderr: string }) => error);
}

const plain = (text: string): string => text.replace(/\s+/g, ' ');

describe('cases from a file that the project has never seen', () => {
    test('are imported into the running local org; a bad row is named with its line and the rest load', async () => {
        const file = path.join(session.project.directory, 'cases.csv');
        const rows = CASES.map(([id, subject, text]) => `${id},${subject},"${text}"`);
        writeFileSync(file, ['id,category,text', ...rows, ',no id,"A row without an id"', ''].join('\n'));
        const { stdout, stderr } = await command('scripts/data/import-cases.ts', file);
        assert.match(stdout + stderr, /4 cases/);
        assert.match(stdout + stderr, /line 9: The case_id is empty/);
    });

    test('the shortest has too little to summarise, and no model is asked', async () => {
        assert.equal((await summarise('short')).state, 'nothing');
        assert.equal((await session.modelRequests()).length, 0);
    });

    for (const subject of ['dryer', 'lines', 'long']) {
        test(`every quote of the case "${subject}" stands in its source`, async () => {
            const view = await summarise(subject);
            assert.equal(view.state, 'done');
            const shown = view.insight.groups
                .flatMap(({ statements }) => statements)
                .filter(({ supported }) => supported);
            assert.ok(shown.length > 0);
            for (const { sourceKey, quote } of shown.flatMap(({ evidence }) => evidence)) {
                const source = await session
                    .as('agent')
                    .apex('AIPanelController.source', { insightId: view.insight.id, sourceKey });
                assert.ok(plain(String(source['text'])).includes(plain(quote)), `"${quote}" is not in ${sourceKey}`);
            }
        });
    }
});

describe('Apex from a file', () => {
    const apexFile = (text: string): string => {
        const file = path.join(session.project.directory, 'block.apex');
        writeFileSync(file, text);
        return file;
    };

    test('runs on the running local org and prints its log', async () => {
        const file = apexFile("System.debug('cases ' + [SELECT COUNT() FROM Case WHERE Subject = 'dryer']);");
        assert.match((await command('scripts/local-org/apex-run.ts', file)).stdout, /cases 1/);
    });

    test('that does not compile is named with its line', async () => {
        const file = apexFile('Integer a = 1;\nString b = a;');
        assert.match((await command('scripts/local-org/apex-run.ts', file)).stderr, /block\.apex:2:/);
    });

    test('is refused to a persona that may not write Apex', async () => {
        const file = apexFile('System.debug(1);');
        assert.match((await command('scripts/local-org/apex-run.ts', file, '--as', 'agent')).stderr, /Author Apex/);
    });
});
