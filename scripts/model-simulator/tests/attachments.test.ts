import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Simulator } from '../index.ts';
import { chat, chatBody, closed, messages, messagesBody, post, PROMPT, statement, withSimulator } from './support.ts';

const SCHEMA = closed({ headline: statement('summary') });
const PDF = Buffer.from('%PDF-1.4 /Type /Page /Type /Page /Type /Pages').toString('base64');
const PNG = Buffer.from('a picture').toString('base64');
const PDF_URL = `data:application/pdf;base64,${PDF}`;
const PNG_URL = `data:image/png;base64,${PNG}`;
const FILE = { type: 'file', file: { filename: 'attachment-1.pdf', file_data: PDF_URL } };

function chatWith(...parts: object[]): object {
    return chatBody(SCHEMA, { messages: [{ role: 'user', content: [...parts, { type: 'text', text: PROMPT }] }] });
}

function messagesWith(...blocks: object[]): object {
    const content = [...blocks, { type: 'text', text: PROMPT }];
    return messagesBody(SCHEMA, { messages: [{ role: 'user', content }] });
}

const document = (source: object) => ({ type: 'document', source: { type: 'base64', ...source } });

async function inputTokens(simulator: Simulator, body: object): Promise<number> {
    return (await chat(simulator, body)).body.usage.prompt_tokens;
}

describe('files that come with a prompt', () => {
    test('Chat Completions counts pages and pictures', () =>
        withSimulator(async (simulator) => {
            const bare = await inputTokens(simulator, chatWith());
            assert.equal((await inputTokens(simulator, chatWith(FILE))) - bare, 2 * 1_500);
            const picture = { type: 'image_url', image_url: { url: PNG_URL } };
            assert.equal((await inputTokens(simulator, chatWith(picture))) - bare, 1_105);
            assert.deepEqual(
                simulator.requests().map(({ attachments }) => attachments),
                [0, 1, 1]
            );
        }));

    test('Responses takes input files and input images', () =>
        withSimulator(async (simulator) => {
            const content = [
                { type: 'input_file', filename: 'attachment-1.pdf', file_data: PDF_URL },
                { type: 'input_image', image_url: PNG_URL },
                { type: 'input_text', text: PROMPT }
            ];
            const body = { model: 'gpt-4.1-mini', input: [{ role: 'user', content }] };
            const answer = await post(`${simulator.url}/v1/responses`, body, { authorization: 'Bearer test' });
            assert.ok(answer.body.usage.input_tokens > 2 * 1_500 + 1_105);
            assert.equal(simulator.requests()[0].attachments, 2);
        }));

    test('Messages takes documents and images', () =>
        withSimulator(async (simulator) => {
            const picture = { type: 'image', source: { type: 'base64', media_type: 'image/png', data: PNG } };
            const body = messagesWith(document({ media_type: 'application/pdf', data: PDF }), picture);
            const answer = await messages(simulator, body);
            assert.equal(answer.status, 200);
            assert.ok(answer.body.usage.input_tokens > 2 * 1_500 + 1_105);
            assert.equal(simulator.requests()[0].attachments, 2);
        }));

    test('files that are not what they say are refused', () =>
        withSimulator(async (simulator) => {
            const broken: object[] = [
                { type: 'file', file: { filename: 'a.pdf', file_data: 'data:application/pdf;base64,not base64' } },
                { type: 'file', file: { filename: 'a.exe', file_data: 'data:application/x-msdownload;base64,AAAA' } },
                { type: 'file', file: { file_data: PDF_URL } },
                { type: 'image_url', image_url: { url: 'https://example.com/a.png' } },
                { type: 'input_file', filename: 'a.pdf', file_data: PDF_URL }
            ];
            for (const part of broken) {
                const { status, body } = await chat(simulator, chatWith(part));
                assert.deepEqual([status, body.error.code], [400, 'invalid_value']);
            }
        }));

    test('Messages refuses sources that do not fit their block', () =>
        withSimulator(async (simulator) => {
            const broken: object[] = [
                document({ media_type: 'image/png', data: PNG }),
                document({ media_type: 'application/pdf', data: '!' }),
                { type: 'image', source: { type: 'base64', media_type: 'image/tiff', data: PNG } },
                { type: 'document', source: { type: 'url', url: 'https://example.com' } }
            ];
            for (const block of broken) {
                assert.equal((await messages(simulator, messagesWith(block))).status, 400);
            }
        }));
});
