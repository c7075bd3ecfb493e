import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, test } from 'node:test';
import { createApp } from '../app.ts';
import { PortInUse, listen } from '../listen.ts';
import { startModel } from '../start/model.ts';
import { nodeVersionProblem } from '../start/node-version.ts';
import { UsageError, readStartOptions } from '../start/options.ts';
import { DataInUse, StateFolder } from '../start/state-folder.ts';
import { fakeServices } from './fake-org.ts';

const PROJECT_DIR = path.resolve(import.meta.dirname, '../../../..');

function temporaryFolder(): string {
    return mkdtempSync(path.join(tmpdir(), 'tandem-'));
}

describe('npm start', () => {
    test('takes port, persona, whether to open the browser and whether to print limits', () => {
        const options = readStartOptions(['--port', '4000', '--as', 'admin', '--no-open', '--limits']);
        assert.deepEqual(options, { port: 4000, persona: 'admin', open: false, limits: true });
        assert.equal(readStartOptions([]).limits, false);
        assert.throws(() => readStartOptions(['--port', 'x']), UsageError);
        assert.throws(() => readStartOptions(['--persona', 'admin']), UsageError);
    });

    test('says which Node.js it needs', () => {
        assert.equal(nodeVersionProblem('v20.19.0'), null);
        assert.equal(nodeVersionProblem('v22.1.0'), null);
        assert.match(nodeVersionProblem('v20.18.3') ?? '', /needs Node.js 20.19/);
    });

    test('names a port that somebody else uses', async () => {
        const other = createServer().listen(0, '127.0.0.1');
        await new Promise((resolve) => other.once('listening', resolve));
        const { port } = other.address() as AddressInfo;
        await assert.rejects(listen(createApp(fakeServices()), port), PortInUse);
        other.close();
    });

    test('starts a model simulator when there is no key, and stops it', async () => {
        const model = await startModel(PROJECT_DIR, {});
        assert.match(model.simulatorUrl ?? '', /^http:\/\/(127\.0\.0\.1|localhost):\d+/);
        await model.stop();
        await assert.rejects(fetch(model.simulatorUrl ?? ''));
    });

    test('leaves the real providers to answer when there is a key', async () => {
        const model = await startModel(PROJECT_DIR, { ANTHROPIC_API_KEY: 'a key' });
        assert.deepEqual([model.label, model.simulatorUrl], ['Anthropic', null]);
    });
});

describe('the state folder', () => {
    test('is emptied but for the cache and the keys', () => {
        const project = temporaryFolder();
        const state = new StateFolder(project);
        mkdirSync(path.join(state.dir, 'cache'), { recursive: true });
        writeFileSync(state.dataFile, '');
        writeFileSync(path.join(state.dir, 'credentials.json'), '{}');
        state.empty();
        const kept = ['cache', 'credentials.json', 'org.sqlite'].map((name) => existsSync(path.join(state.dir, name)));
        assert.deepEqual(kept, [true, true, false]);
        rmSync(project, { recursive: true });
    });

    test('is not emptied under a running server', () => {
        const project = temporaryFolder();
        const state = new StateFolder(project);
        state.claim();
        writeFileSync(
            path.join(state.dir, 'server.json'),
            JSON.stringify({ pid: process.ppid, url: 'http://localhost:1' })
        );
        assert.throws(() => state.empty(), DataInUse);
        rmSync(project, { recursive: true });
    });

    test('is free again when the server has died', () => {
        const project = temporaryFolder();
        const state = new StateFolder(project);
        state.claim();
        writeFileSync(path.join(state.dir, 'server.json'), JSON.stringify({ pid: 2 ** 30, url: 'http://localhost:1' }));
        assert.doesNotThrow(() => state.empty());
        rmSync(project, { recursive: true });
    });
});
