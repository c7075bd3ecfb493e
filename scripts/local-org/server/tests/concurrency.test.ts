import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, test } from 'node:test';
import { openFixtureServer, type FixtureServer } from './fixture-server.ts';

const AGENTS = 50;
const ANSWER_MS = 1000;
/** What all other work of the requests may take on a busy machine, in milliseconds. */
const OTHER_WORK_MS = 2500;

function sources(url: string): Record<string, string> {
    const meta = '<RemoteSiteSetting xmlns="http://soap.sforce.com/2006/04/metadata">';
    return {
        Asker: `public class Asker {
            @AuraEnabled(continuation=true)
            public static Object ask() {
                Continuation waiting = new Continuation(60);
                waiting.continuationMethod = 'answered';
                waiting.addHttpRequest(request());
                return waiting;
            }
            @AuraEnabled
            public static Object answered(List<String> labels, Object state) {
                insert new Account(Name = 'answered');
                return Continuation.getResponse(labels[0]).getBody();
            }
            @AuraEnabled
            public static void enqueue() { later(); }
            @future(callout=true)
            private static void later() { insert new Account(Name = new Http().send(request()).getBody()); }
            @AuraEnabled
            public static String quick() { return 'quick'; }
            private static HttpRequest request() {
                HttpRequest request = new HttpRequest();
                request.setEndpoint('${url}');
                request.setMethod('GET');
                return request;
            }
        }`,
        'force-app/main/default/remoteSiteSettings/Model.remoteSite-meta.xml': `<?xml version="1.0" encoding="UTF-8"?>${meta}<isActive>true</isActive><url>${url}</url></RemoteSiteSetting>`
    };
}

describe('many people at once', () => {
    let model: Server;
    let server: FixtureServer;
    before(async () => {
        model = createServer((_request, response) => void setTimeout(() => response.end('model'), ANSWER_MS));
        await new Promise<void>((resolve) => model.listen(0, '127.0.0.1', resolve));
        server = await openFixtureServer(sources(`http://127.0.0.1:${(model.address() as AddressInfo).port}`));
    });
    after(async () => {
        await server.close();
        model.close();
    });

    const call = (method: string) => server.send('POST', `/local/apex/Asker.${method}`, {});
    const timed = async (work: () => Promise<unknown>): Promise<number> => {
        const started = Date.now();
        await work();
        return Date.now() - started;
    };

    test(`${AGENTS} wait for a slow model side by side`, async () => {
        const elapsed = await timed(async () => {
            const answers = await Promise.all(Array.from({ length: AGENTS }, () => call('ask')));
            assert.deepEqual(new Set(answers.map(({ body }) => body as string)), new Set(['model']));
        });
        assert.ok(elapsed < ANSWER_MS + OTHER_WORK_MS, `${elapsed} ms`);
    });

    test('a job that waits for the model holds up nobody', async () => {
        await call('enqueue');
        const elapsed = await timed(async () => assert.equal((await call('quick')).body, 'quick'));
        assert.ok(elapsed < ANSWER_MS / 2, `${elapsed} ms`);
        await server.org.runJobs();
        await new Promise((resolve) => setTimeout(resolve, ANSWER_MS + 300));
        const { body } = await server.send(
            'GET',
            "/services/data/v67.0/query?q=SELECT+COUNT()+FROM+Account+WHERE+Name='model'"
        );
        assert.equal(body.totalSize, 1);
    });
});
