import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { AnonymousResult } from '../../org/anonymous.ts';
import { ORG_ID, withServer } from './fake-org.ts';

const RESULT: AnonymousResult = {
    compiled: true,
    success: true,
    compileProblem: null,
    line: -1,
    column: -1,
    exceptionMessage: null,
    exceptionStackTrace: null,
    log: 'USER_DEBUG|[1]|DEBUG|a < b'
};

/** The envelope as the sf CLI writes it. */
function envelope(session: string, operation: string, source: string): string {
    return `<?xml version="1.0" encoding="utf-8" ?>
        <env:Envelope xmlns:env="http://schemas.xmlsoap.org/soap/envelope/" xmlns:cmd="http://soap.sforce.com/2006/08/apex">
          <env:Header><cmd:SessionHeader><cmd:sessionId>${session}</cmd:sessionId></cmd:SessionHeader></env:Header>
          <env:Body><${operation} xmlns="http://soap.sforce.com/2006/08/apex">
            <apexcode>${source}</apexcode>
          </${operation}></env:Body>
        </env:Envelope>`;
}

async function send(url: string, body: string): Promise<{ status: number; text: string }> {
    const answer = await fetch(`${url}//services/Soap/s/67.0/${ORG_ID}`, {
        method: 'POST',
        headers: { 'Content-Type': 'text/xml', SOAPAction: 'executeAnonymous' },
        body
    });
    return { status: answer.status, text: await answer.text() };
}

describe('SOAP', () => {
    test('runs anonymous Apex and brings the log', () => {
        const sources: string[] = [];
        const executeAnonymous = (source: string) => {
            sources.push(source);
            return RESULT;
        };
        return withServer({ executeAnonymous, author: true }, async ({ url }) => {
            const { status, text } = await send(
                url,
                envelope(`${ORG_ID}!admin`, 'executeAnonymous', 'Integer i = 1 &lt; 2;')
            );
            assert.deepEqual([status, sources], [200, ['Integer i = 1 < 2;']]);
            assert.match(text, /<soapenv:Body><executeAnonymousResponse><result>/);
            assert.match(text, /<success>true<\/success>/);
            assert.match(text, /<compileProblem xsi:nil="true"\/>/);
            assert.match(text, /<debugLog>USER_DEBUG\|\[1\]\|DEBUG\|a &lt; b<\/debugLog>/);
        });
    });

    test('is for users who may write Apex', () =>
        withServer({}, async ({ url }) => {
            const { status, text } = await send(url, envelope(`${ORG_ID}!agent`, 'executeAnonymous', ''));
            assert.equal(status, 500);
            assert.match(text, /INSUFFICIENT_ACCESS/);
        }));

    test('refuses a wrong session', () =>
        withServer({}, async ({ url }) => {
            assert.match((await send(url, envelope('wrong', 'executeAnonymous', ''))).text, /INVALID_SESSION_ID/);
        }));

    test('names an operation that is not implemented', () =>
        withServer({}, async ({ url }) => {
            const { text } = await send(url, envelope(`${ORG_ID}!admin`, 'compileClasses', ''));
            assert.match(text, /Not implemented in the local org: SOAP s\/compileClasses/);
        }));
});
