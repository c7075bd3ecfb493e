import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, test } from 'node:test';
import type { LocalEvent } from '../../lightning/protocol.ts';
import type { EventStream } from '../local/event-stream.ts';
import type { CompileError } from '../../apex/syntax/compile-error.ts';
import { watchSources, type WatchTargets } from '../start/watch.ts';
import { as, withServer } from './fake-org.ts';

/** Reads the stream until it has told so many events. */
async function readEvents(url: string, count: number, ready: () => void): Promise<LocalEvent[]> {
    const abort = new AbortController();
    const answer = await fetch(`${url}/local/events`, { headers: as('agent'), signal: abort.signal });
    ready();
    const events: LocalEvent[] = [];
    let text = '';
    for await (const chunk of answer.body as unknown as AsyncIterable<Uint8Array>) {
        text += Buffer.from(chunk).toString();
        events.splice(0, events.length, ...[...text.matchAll(/^data: (.*)$/gm)].map(([, data]) => JSON.parse(data)));
        if (events.length >= count) {
            break;
        }
    }
    abort.abort();
    return events;
}

describe('events', () => {
    test('reach open pages; a page that opens later hears what is broken', () =>
        withServer({}, async ({ url }, { events }) => {
            events.reportProblem('org', 'A.cls:1:1 wrong');
            const heard = await readEvents(url, 3, () => {
                events.reportFixed('org');
                events.send({ type: 'reload', what: 'apex' });
            });
            assert.deepEqual(heard, [
                { type: 'error', message: 'A.cls:1:1 wrong' },
                { type: 'fixed' },
                { type: 'reload', what: 'apex' }
            ]);
        }));
});

/** A project folder that is watched, and what its pages were told. */
async function watched(
    test: (write: (file: string) => Promise<LocalEvent>, fail: (problem: CompileError) => void) => Promise<void>
) {
    const projectDir = mkdtempSync(path.join(tmpdir(), 'tandem-'));
    ['classes', 'lwc/panel'].forEach((folder) => mkdirSync(path.join(projectDir, 'app', folder), { recursive: true }));
    const errors: CompileError[] = [];
    let tell: (event: LocalEvent) => void = () => undefined;
    const watcher = watchSources({
        projectDir,
        org: { metadata: { packageDirectories: [{ path: 'app' }] }, reload: () => ({ errors: errors.splice(0) }) },
        bundler: { build: () => Promise.resolve({ ok: true, seconds: 0, message: '' }) },
        events: {
            send: (event) => tell(event),
            reportProblem: (_part, message) => tell({ type: 'error', message }),
            reportFixed: () => undefined
        } satisfies Pick<EventStream, 'send' | 'reportProblem' | 'reportFixed'>,
        print: () => undefined
    } as unknown as WatchTargets);
    await new Promise((resolve) => watcher.once('ready', () => resolve(null)));
    const write = (file: string): Promise<LocalEvent> => {
        const told = new Promise<LocalEvent>((resolve) => (tell = resolve));
        writeFileSync(path.join(projectDir, 'app', file), String(Math.random()));
        return told;
    };
    try {
        await test(write, (problem) => errors.push(problem));
    } finally {
        await watcher.close();
        rmSync(projectDir, { recursive: true });
    }
}

describe('a change of the sources', () => {
    test('of Apex, of a component and of metadata reloads the pages', () =>
        watched(async (write) => {
            assert.deepEqual(await write('classes/A.cls'), { type: 'reload', what: 'apex' });
            assert.deepEqual(await write('lwc/panel/panel.html'), { type: 'reload', what: 'lwc' });
            assert.deepEqual(await write('classes/Case.layout-meta.xml'), { type: 'reload', what: 'metadata' });
        }));

    test('that does not compile is told with its place', () =>
        watched(async (write, fail) => {
            fail({ file: 'app/classes/A.cls', line: 3, column: 5, message: 'Unknown variable: x' });
            const message = 'app/classes/A.cls:3:5 Unknown variable: x';
            assert.deepEqual(await write('classes/A.cls'), { type: 'error', message });
        }));
});
