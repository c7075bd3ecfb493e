/** The product's own adapters and model records against the simulator: what goes out is taken, and what comes back is understood. */
import assert from 'node:assert/strict';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { LocalOrg } from '../../local-org/org.ts';
import { useModel } from '../../local-org/server/start/prepare-org.ts';
import { startSimulator, type Simulator } from '../index.ts';

const PROJECT_DIR = path.resolve(import.meta.dirname, '../../..');
const ADAPTERS = ['OpenAI_GPT_4_1_Mini', 'OpenAI_GPT_5_Mini', 'Anthropic_Claude_Haiku_4_5'];

let org: LocalOrg;
let simulator: Simulator;
before(async () => {
    // Apex that does not compile fails here, before there is a server whose end nobody would see to.
    org = LocalOrg.open({ projectDir: PROJECT_DIR, dataFile: ':memory:', quiet: true });
    simulator = await startSimulator({ latency: 0 });
    useModel(org, { label: 'Model simulator', simulatorUrl: simulator.url, stop: () => Promise.resolve() });
});
after(async () => {
    org.close();
    await simulator.close();
});

interface Attempt {
    outcome: string;
    tokens: number;
}

/** Runs Apex as an administrator and reads the last row of the audit log. */
async function attempt(apex: string): Promise<Attempt> {
    const result = await org.executeAnonymousAsync('admin', apex);
    assert.ok(result.success, result.compileProblem ?? result.exceptionMessage ?? '');
    const access = { userId: org.user('admin').id, mode: 'system', sharing: false } as const;
    const query = 'SELECT Outcome__c, Input_Tokens__c FROM AI_Audit_Log__c ORDER BY Name DESC LIMIT 1';
    const [row] = org.data.query(query, () => null, access);
    return { outcome: String(row?.fields.get('Outcome__c')), tokens: Number(row?.fields.get('Input_Tokens__c')) };
}

const trial = (model: string): Promise<Attempt> => attempt(`new AIKeyTrial(AIConfig.model('${model}')).run();`);

/** The attempts of all adapters under a fault, by outcome. */
async function outcomes(fault: object): Promise<string[]> {
    const found: string[] = [];
    for (const model of ADAPTERS) {
        simulator.faults.add(fault);
        found.push((await trial(model)).outcome);
    }
    return found;
}

describe('every model that ships', () => {
    test('is asked in a way that its provider takes, and its answer is read', async () => {
        const names = org.metadata
            .customMetadata('AI_Model__mdt')
            .map((row) => String(row.fields.get('DeveloperName')));
        assert.ok(names.length >= 7, names.join());
        for (const name of names) {
            const { outcome, tokens } = await trial(name);
            assert.equal(outcome, 'Done', `${name}: ${JSON.stringify(simulator.requests().at(-1))}`);
            assert.ok(tokens > 20, `${name} counts what was sent`);
        }
        const paths = new Set(simulator.requests().map((request) => request.path));
        assert.deepEqual([...paths].sort(), [
            '/compatible/v1/chat/completions',
            '/openai/deployments/gpt-4.1-mini/chat/completions',
            '/openai/v1/chat/completions',
            '/openai/v1/responses',
            '/v1/chat/completions',
            '/v1/messages',
            '/v1/responses'
        ]);
    });
});

describe('every answer is classified alike, whichever provider gives it', () => {
    const expected: Record<string, string | string[]> = {
        overloaded: 'Overloaded',
        server_error: 'Overloaded',
        unavailable: 'Overloaded',
        rate_limit: 'Wait',
        rate_limit_date: 'Wait',
        rate_limit_without_wait: 'Wait',
        quota: 'Quota Spent',
        unauthorised: 'Unauthorised',
        forbidden: 'Unauthorised',
        not_found: 'Not Found',
        too_large: 'Too Large',
        refusal: 'Refused',
        cut_off: 'Cut Off',
        content_filter: ['Filtered', 'Filtered', 'Refused'],
        prompt_filter: ['Filtered', 'Filtered', 'Refused'],
        refused: 'Network',
        half_body: 'Network',
        large: 'Malformed'
    };
    for (const [kind, outcome] of Object.entries(expected)) {
        test(kind, async () => {
            assert.deepEqual(await outcomes({ kind }), Array.isArray(outcome) ? outcome : ADAPTERS.map(() => outcome));
        });
    }

    test('every code of a spent quota', async () => {
        for (const code of [
            'organization_spend_limit_exceeded',
            'project_spend_limit_exceeded',
            'insufficient_quota'
        ]) {
            simulator.faults.add({ kind: 'quota', code });
            assert.equal((await trial('OpenAI_GPT_4_1_Mini')).outcome, 'Quota Spent', code);
        }
    });

    test('a stall past the timeout', async () => {
        simulator.faults.add({ kind: 'timeout', latency: 4_000 });
        const { outcome } = await attempt(
            "AI_Model__mdt model = AIConfig.model('OpenAI_GPT_4_1_Mini'); model.Timeout_Seconds__c = 1; new AIKeyTrial(model).run();"
        );
        assert.equal(outcome, 'Timeout');
    });

    test('a connection that nobody listens at', async () => {
        const { overrides } = org.http.resolver;
        const before = overrides['OpenAI_API'];
        overrides['OpenAI_API'] = 'http://127.0.0.1:1';
        assert.equal((await trial('OpenAI_GPT_4_1_Mini')).outcome, 'Network');
        overrides['OpenAI_API'] = before!;
    });
});

describe('files go along', () => {
    const send = (model: string): string => `
        ContentVersion file = new ContentVersion(Title = 'A', PathOnClient = 'a.pdf', VersionData = Blob.valueOf('%PDF-1.4'));
        insert file;
        ContentVersion picture = new ContentVersion(Title = 'B', PathOnClient = 'b.png', VersionData = Blob.valueOf('PNG'));
        insert picture;
        AI_Use_Case__mdt useCase = new AI_Use_Case__mdt(MasterLabel = 'A', Attachments_Allowed__c = true);
        AI_Model__mdt model = AIConfig.model('${model}');
        AIPrompt prompt = new AIPrompt();
        prompt.systemText = 'Read the file.';
        prompt.userText = 'What does it say?';
        prompt.schema = '{"type":"object","additionalProperties":false,"required":["answer"],"properties":{"answer":{"type":"string"}}}';
        prompt.schemaName = 'A';
        prompt.version = 'A';
        prompt.attachments = AIAttachments.admitted(new Set<Id>{ file.Id, picture.Id }, useCase, model);
        System.debug(new AIProviders(model).request(prompt, 100).getBody());`;

    for (const model of [...ADAPTERS, 'Azure_GPT_4_1_Mini_Responses']) {
        test(`${model} is sent a PDF and a picture in a form that it takes`, async () => {
            const lines: string[] = [];
            const result = org.executeAnonymous('admin', send(model), (line) => lines.push(line));
            assert.ok(result.success, result.compileProblem ?? result.exceptionMessage ?? '');
            const body = lines.at(-1) ?? '';
            const address = { OpenAI_GPT_4_1_Mini: '/v1/chat/completions', Anthropic_Claude_Haiku_4_5: '/v1/messages' };
            const path = address[model as keyof typeof address] ?? '/v1/responses';
            const headers = { authorization: 'Bearer x', 'x-api-key': 'x', 'anthropic-version': '2023-06-01' };
            const response = await fetch(simulator.url + path, { method: 'POST', body, headers });
            assert.equal(response.status, 200, await response.text());
            assert.equal(simulator.requests().at(-1)?.attachments, 2);
        });
    }
});
