import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { APEX_ERROR, ERRORS_IN_BODY } from '../../lightning/protocol.ts';
import { HttpResponseValue } from '../../platform/http/response.ts';
import { ApexException } from '../../platform/values/index.ts';
import { as, bodyOf, caseRows, waiting, withServer } from './fake-org.ts';

function post(url: string, method: string, more: RequestInit = {}): Promise<Response> {
    const headers = { ...as('agent'), 'Content-Type': 'application/json', ...more.headers };
    return fetch(`${url}/local/apex/${method}`, { method: 'POST', body: '{"recordId":"500"}', ...more, headers });
}

/** A model that answers when the test says so. */
function slowModel() {
    let answer: (response: HttpResponseValue) => void = () => undefined;
    const answered = new Promise<HttpResponseValue>((resolve) => (answer = resolve));
    let asked: () => void = () => undefined;
    const called = new Promise<void>((resolve) => (asked = resolve));
    const sendAsync = () => {
        asked();
        return answered;
    };
    return { sendAsync, called, answer: () => answer(new HttpResponseValue()) };
}

describe('Apex called by components', () => {
    test('gets the parameters and gives the value', () => {
        const callAura = (method: string, params: object) => ({ value: { method, params }, cacheable: false });
        return withServer({ callAura }, async ({ url }) => {
            const answer = await post(url, 'CaseController.open');
            assert.deepEqual(await answer.json(), { method: 'CaseController.open', params: { recordId: '500' } });
        });
    });

    test('a thrown exception becomes the error body of the component', () => {
        const callAura = () => {
            throw new ApexException('AuraHandledException', 'You cannot see this case.');
        };
        return withServer({ callAura }, async ({ url }) => {
            const answer = await post(url, 'CaseController.open');
            const { message } = await bodyOf(answer);
            assert.deepEqual([answer.status, message], [500, 'You cannot see this case.']);
        });
    });

    test('a page gets the error in a good response, as on the platform', () => {
        const callAura = () => {
            throw new ApexException('AuraHandledException', 'You cannot see this case.');
        };
        return withServer({ callAura }, async ({ url }) => {
            const answer = await post(url, 'CaseController.open', { headers: { [ERRORS_IN_BODY]: 'true' } });
            assert.deepEqual([answer.status, answer.headers.get(APEX_ERROR)], [200, 'true']);
            assert.equal((await bodyOf(answer)).message, 'You cannot see this case.');
        });
    });

    test('other pages are answered while a continuation waits', () => {
        const model = slowModel();
        const behaviour = {
            callAura: waiting,
            sendAsync: model.sendAsync,
            completeContinuation: () => 'summary',
            query: () => caseRows(1)
        };
        return withServer(behaviour, async ({ url }) => {
            const summary = post(url, 'CaseController.ask');
            await model.called;
            const other = await fetch(`${url}/services/data/v67.0/query?q=SELECT+Subject+FROM+Case`, {
                headers: as('admin')
            });
            assert.equal(other.status, 200);
            model.answer();
            assert.equal(await (await summary).json(), 'summary');
        });
    });

    test('a model that cannot be reached is a response to Apex, not an error of the page', () => {
        const sendAsync = () => Promise.reject(new ApexException('CalloutException', 'Connection refused: callout:X'));
        const completeContinuation = ([response]: HttpResponseValue[]) => response.statusCode;
        return withServer({ callAura: waiting, sendAsync, completeContinuation }, async ({ url }) => {
            assert.equal(await bodyOf(await post(url, 'CaseController.ask')), 2001);
        });
    });

    test('a continuation completes although the page has gone', async () => {
        const model = slowModel();
        let completed: () => void = () => undefined;
        const completion = new Promise<void>((resolve) => (completed = resolve));
        const behaviour = { callAura: waiting, sendAsync: model.sendAsync, completeContinuation: () => completed() };
        await withServer(behaviour, async ({ url }) => {
            const abort = new AbortController();
            const left = assert.rejects(post(url, 'CaseController.ask', { signal: abort.signal }), {
                name: 'AbortError'
            });
            await model.called;
            abort.abort();
            await left;
            model.answer();
            await completion;
        });
    });
});
