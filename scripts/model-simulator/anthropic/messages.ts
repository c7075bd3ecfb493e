import type { IncomingMessage } from 'node:http';
import { plainAnswer, structuredAnswer } from '../answer/answer.ts';
import { attachmentTokens } from '../attachments/attachments.ts';
import type { Fault, FaultKind } from '../faults/faults.ts';
import { spoil } from '../faults/spoil.ts';
import { header, type Reply } from '../http/exchange.ts';
import { LISTED, type ModelRules } from '../models.ts';
import { identity, type Call, type Provider } from '../provider.ts';
import type { SchemaNode } from '../schema/node.ts';
import { cutToTokens, tokensOf } from '../tokens.ts';
import { schemaInWords } from '../openai/schema-in-words.ts';
import { filesIn } from './blocks.ts';
import { anthropicError, refuse } from './errors.ts';
import { anthropicFault } from './faults.ts';
import type { Block, MessagesRequest } from './request-schema.ts';
import { checkMessagesRequest } from './rules.ts';

const SMALLEST_CACHED = 1024;
/** Where others say that a filter stepped in, this provider's model refuses. */
const REFUSALS: FaultKind[] = ['refusal', 'content_filter', 'prompt_filter'];

/** Anthropic Messages. */
export const anthropic: Provider = {
    path: '/v1/messages',
    serves: (path) => path === '/v1/messages',
    authorise,
    answer,
    error: (status, message, requestId) => anthropicError(status, message, requestId),
    fault: anthropicFault,
    models: () => ({
        data: LISTED.anthropic.map((id) => ({
            type: 'model',
            id,
            display_name: `${id} (tandem-simulator)`,
            created_at: '1970-01-01T00:00:00Z'
        })),
        has_more: false
    })
};

function authorise(request: IncomingMessage, requestId: string): void {
    if (header(request, 'x-api-key') === '') {
        refuse('x-api-key header is required', requestId, 401);
    }
    const version = header(request, 'anthropic-version');
    if (version === '') {
        refuse('anthropic-version: header is required', requestId);
    }
    if (!/^2023-(?:01-01|06-01)$/.test(version)) {
        refuse(`anthropic-version: "${version}" is not a valid version`, requestId);
    }
}

function answer(call: Call): Reply {
    const { message, model } = checkMessagesRequest(call.body, call.requestId);
    const blocks = promptBlocks(message);
    const usage = inputUsage(call, model, blocks);
    const total = usage.input_tokens + usage.cache_creation_input_tokens + usage.cache_read_input_tokens;
    if (total > model.context) {
        refuse(`prompt is too long: ${total} tokens > ${model.context} maximum`, call.requestId);
    }
    const { text, reason } = finish(message, call.fault);
    const body = {
        id: `msg_${call.requestId}`,
        type: 'message',
        role: 'assistant',
        model: model.id,
        content: text === '' ? [] : [{ type: 'text', text }],
        stop_reason: reason,
        stop_sequence: null,
        usage: { ...usage, output_tokens: tokensOf(text), service_tier: 'standard' }
    };
    return { status: 200, headers: identity(call.requestId), body };
}

function finish(message: MessagesRequest, fault: Fault | null): { text: string; reason: string } {
    if (fault !== null && REFUSALS.includes(fault.kind)) {
        return { text: '', reason: 'refusal' };
    }
    const whole = spoil(contentOf(message), fault?.kind ?? null, fault?.text);
    const limit = fault?.kind === 'cut_off' ? Math.ceil(tokensOf(whole) / 2) : message.max_tokens;
    const { text, cut } = cutToTokens(whole, limit);
    return { text, reason: cut ? 'max_tokens' : 'end_turn' };
}

function contentOf(message: MessagesRequest): string {
    const users = message.messages.filter((each) => each.role === 'user');
    const prompt = users.map((each) => textOf(each.content)).join('\n');
    const given = message.output_config?.format?.schema as SchemaNode | undefined;
    const schema = given ?? schemaInWords(textOf(message.system ?? ''));
    return schema === null ? plainAnswer(prompt) : JSON.stringify(structuredAnswer(prompt, schema));
}

interface InputUsage {
    input_tokens: number;
    cache_creation_input_tokens: number;
    cache_read_input_tokens: number;
}

/** Tokens up to the last cache mark are read from or written to the cache; the rest counts as input. */
function inputUsage(call: Call, model: ModelRules, blocks: Block[]): InputUsage {
    const all =
        tokensOf(blocks.map((block) => block.text ?? '').join('\n')) +
        attachmentTokens(filesIn(blocks, call.requestId));
    const mark = blocks.findLastIndex((block) => block.cache_control !== undefined);
    const prefix = blocks
        .slice(0, mark + 1)
        .map((block) => block.text ?? '')
        .join('\n');
    const marked = tokensOf(prefix);
    if (marked < SMALLEST_CACHED) {
        return { input_tokens: all, cache_creation_input_tokens: 0, cache_read_input_tokens: 0 };
    }
    const known = call.cache.has(`anthropic ${model.id}`, prefix);
    return {
        input_tokens: all - marked,
        cache_creation_input_tokens: known ? 0 : marked,
        cache_read_input_tokens: known ? marked : 0
    };
}

function promptBlocks(message: MessagesRequest): Block[] {
    return [message.system ?? '', ...message.messages.map((each) => each.content)].flatMap(toBlocks);
}

function textOf(content: string | Block[]): string {
    return toBlocks(content)
        .map((block) => block.text ?? '')
        .join('\n');
}

function toBlocks(content: string | Block[]): Block[] {
    return typeof content === 'string' ? [{ type: 'text', text: content }] : content;
}
