import type { IncomingMessage } from 'node:http';
import { plainAnswer, structuredAnswer } from '../answer/answer.ts';
import type { Fault } from '../faults/faults.ts';
import { spoil } from '../faults/spoil.ts';
import { header, type Reply } from '../http/exchange.ts';
import { LISTED } from '../models.ts';
import { identity, Refusal, type Call, type Provider } from '../provider.ts';
import type { SchemaNode } from '../schema/node.ts';
import { cutToTokens, tokensOf } from '../tokens.ts';
import { openAiError, refuse } from './errors.ts';
import type { ChatRequest } from './request-schema.ts';
import { checkChatRequest } from './rules.ts';

/** Providers cache beginnings of at least this many tokens, in steps. */
const SMALLEST_CACHED = 1024;
const CACHE_STEP = 128;
const TOKENS_PER_MESSAGE = 4;

/** OpenAI Chat Completions. */
export const openAi: Provider = {
    path: '/v1/chat/completions',
    authorise,
    answer,
    error: (status, message, requestId) => openAiError(status, message, requestId),
    fault: faultReply,
    models: () => ({
        object: 'list',
        data: LISTED.openai.map((id) => ({ id, object: 'model', created: 0, owned_by: 'tandem-simulator' }))
    })
};

function authorise(request: IncomingMessage, requestId: string): void {
    const authorization = header(request, 'authorization');
    if (!/^Bearer\s+\S+$/.test(authorization)) {
        const missing = authorization === '' || /^Bearer$/i.test(authorization);
        const message = missing
            ? "You didn't provide an API key. You need to provide your API key in an Authorization header using Bearer auth (i.e. Authorization: Bearer YOUR_KEY)."
            : 'Incorrect API key provided.';
        throw new Refusal(openAiError(401, message, requestId, { code: missing ? null : 'invalid_api_key' }));
    }
}

function answer(call: Call): Reply {
    const { chat, model } = checkChatRequest(call.body, call.requestId);
    const prompt = chat.messages.map((message) => textOf(message.content)).join('\n');
    const promptTokens = tokensOf(prompt) + chat.messages.length * TOKENS_PER_MESSAGE;
    if (promptTokens > model.context) {
        const message = `This model's maximum context length is ${model.context} tokens. However, your messages resulted in ${promptTokens} tokens. Please reduce the length of the messages.`;
        refuse(message, call.requestId, { param: 'messages', code: 'context_length_exceeded' });
    }
    const shared = call.cache.sharedTokens(`openai ${model.id} ${chat.prompt_cache_key ?? ''}`, prompt);
    const choice = choose(chat, call.fault);
    const usage = usageOf(promptTokens, shared, choice.message.content ?? choice.message.refusal ?? '');
    return {
        status: 200,
        headers: identity(call.requestId),
        body: completion(call.requestId, model.id, choice, usage)
    };
}

interface Choice {
    index: number;
    message: { role: string; content: string | null; refusal: string | null; annotations: unknown[] };
    logprobs: null;
    finish_reason: string;
}

function choose(chat: ChatRequest, fault: Fault | null): Choice {
    const whole = fault?.kind === 'content_filter' ? '' : spoil(contentOf(chat), fault?.kind ?? null);
    const limit =
        fault?.kind === 'cut_off'
            ? Math.ceil(tokensOf(whole) / 2)
            : (chat.max_completion_tokens ?? chat.max_tokens ?? Infinity);
    const { text, cut } = cutToTokens(whole, limit);
    const refused = fault?.kind === 'refusal';
    const reason = fault?.kind === 'content_filter' ? 'content_filter' : cut ? 'length' : 'stop';
    const refusal = refused ? "I'm sorry, but I can't help with that request." : null;
    const message = { role: 'assistant', content: refused ? null : text, refusal, annotations: [] };
    return { index: 0, message, logprobs: null, finish_reason: refused ? 'stop' : reason };
}

function contentOf(chat: ChatRequest): string {
    const users = chat.messages.filter((message) => message.role === 'user');
    const prompt = users.map((message) => textOf(message.content)).join('\n');
    const format = chat.response_format;
    if (format?.type === 'json_schema') {
        return JSON.stringify(structuredAnswer(prompt, format.json_schema?.schema as SchemaNode));
    }
    return format?.type === 'json_object' ? JSON.stringify({ text: plainAnswer(prompt) }) : plainAnswer(prompt);
}

function completion(requestId: string, model: string, choice: Choice, usage: object): object {
    return {
        id: `chatcmpl-${requestId}`,
        object: 'chat.completion',
        created: Math.floor(Date.now() / 1000),
        model,
        choices: [choice],
        usage,
        service_tier: 'default',
        system_fingerprint: 'tandem-simulator'
    };
}

function usageOf(prompt: number, shared: number, text: string): object {
    const cached = shared < SMALLEST_CACHED ? 0 : Math.min(shared, prompt) - (Math.min(shared, prompt) % CACHE_STEP);
    const completionTokens = tokensOf(text);
    return {
        prompt_tokens: prompt,
        completion_tokens: completionTokens,
        total_tokens: prompt + completionTokens,
        prompt_tokens_details: { cached_tokens: cached, audio_tokens: 0 },
        completion_tokens_details: {
            reasoning_tokens: 0,
            audio_tokens: 0,
            accepted_prediction_tokens: 0,
            rejected_prediction_tokens: 0
        }
    };
}

function textOf(content: ChatRequest['messages'][number]['content']): string {
    return typeof content === 'string' ? content : content.map((part) => part.text ?? '').join('\n');
}

function faultReply(fault: Fault, requestId: string): Reply | null {
    switch (fault.kind) {
        case 'overloaded':
            return openAiError(503, 'The engine is currently overloaded, please try again later.', requestId, {
                type: 'server_error',
                code: 'server_overloaded'
            });
        case 'rate_limit':
            return openAiError(429, 'Rate limit reached for requests per minute. Please try again in 2s.', requestId, {
                code: 'rate_limit_exceeded',
                headers: { 'retry-after': '2', 'retry-after-ms': '2000' }
            });
        case 'quota':
            return openAiError(
                429,
                'Your credit balance is exhausted. Please check your plan and billing details.',
                requestId,
                {
                    type: 'insufficient_quota',
                    code: 'credit_balance_exhausted'
                }
            );
        case 'status':
            return openAiError(
                fault.status ?? 500,
                `The model simulator was told to answer ${fault.status ?? 500}.`,
                requestId
            );
        default:
            return null;
    }
}
