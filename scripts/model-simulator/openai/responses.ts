import type { IncomingMessage } from 'node:http';
import { plainAnswer, structuredAnswer } from '../answer/answer.ts';
import { attachmentTokens } from '../attachments/attachments.ts';
import type { Reply } from '../http/exchange.ts';
import { openAiModel, type ModelRules } from '../models.ts';
import { identity, type Call, type Provider } from '../provider.ts';
import type { SchemaNode } from '../schema/node.ts';
import { tokensOf } from '../tokens.ts';
import { authoriseBearer } from './authorise.ts';
import { openAi } from './chat-completions.ts';
import { openAiError, refuse } from './errors.ts';
import { openAiFault } from './faults.ts';
import { cachedTokens, finish, type Finish } from './finish.ts';
import { type Content, readContent } from './parts.ts';
import { checkResponsesRequest } from './responses-rules.ts';
import type { ResponsesRequest } from './responses-schema.ts';
import { knownModel } from './rules.ts';
import { schemaInWords } from './schema-in-words.ts';

const PARTS = ['input_text', 'input_image', 'input_file', 'output_text'];
const TOKENS_PER_MESSAGE = 4;

/** What sets one endpoint that speaks Responses apart from the others. */
export interface ResponsesEndpoint {
    path: string;
    authorise(request: IncomingMessage, requestId: string): void;
    /** The model that a request means; throws Refusal when there is none. */
    model(call: Call): ModelRules;
}

/** A provider that speaks Responses. */
export function responsesProvider(endpoint: ResponsesEndpoint): Provider {
    return {
        path: endpoint.path,
        serves: (path) => path === endpoint.path,
        authorise: (request, requestId) => endpoint.authorise(request, requestId),
        answer: (call) => answer(endpoint, call),
        error: (status, message, requestId) => openAiError(status, message, requestId),
        fault: openAiFault,
        models: () => openAi.models()
    };
}

/** OpenAI Responses. */
export const openAiResponses: Provider = responsesProvider({
    path: '/v1/responses',
    authorise: authoriseBearer,
    model: (call) => knownModel(call.body, openAiModel, call.requestId)
});

function answer(endpoint: ResponsesEndpoint, call: Call): Reply {
    const model = endpoint.model(call);
    const body = checkResponsesRequest(call.body, model, call.requestId);
    const messages = messagesOf(body, call.requestId);
    const prompt = [body.instructions ?? '', ...messages.map(({ text }) => text)].join('\n');
    const files = attachmentTokens(messages.flatMap(({ attachments }) => attachments));
    const inputTokens = tokensOf(prompt) + files + (messages.length + 1) * TOKENS_PER_MESSAGE;
    if (inputTokens > model.context) {
        const message = 'Your input exceeds the context window of this model. Please adjust your input and try again.';
        refuse(message, call.requestId, { param: 'input', code: 'context_length_exceeded' });
    }
    const shared = call.cache.sharedTokens(`responses ${model.id} ${body.prompt_cache_key ?? ''}`, prompt);
    const ended = finish(contentOf(body, messages), body.max_output_tokens ?? Infinity, call.fault);
    const usage = usageOf(inputTokens, cachedTokens(shared, inputTokens), tokensOf(ended.text + (ended.refusal ?? '')));
    const result = { ...resultOf(call.requestId, ended, !model.temperature), model: model.id, usage };
    return { status: 200, headers: identity(call.requestId), body: result };
}

interface Message extends Content {
    role: string;
}

function messagesOf(body: ResponsesRequest, requestId: string): Message[] {
    if (typeof body.input === 'string') {
        return [{ role: 'user', text: body.input, attachments: [] }];
    }
    return body.input.map(({ role, content }, at) => ({
        role,
        ...readContent(content, PARTS, `input[${at}].content`, requestId)
    }));
}

function contentOf(body: ResponsesRequest, messages: Message[]): string {
    const prompt = messages
        .filter(({ role }) => role === 'user')
        .map(({ text }) => text)
        .join('\n');
    const format = body.text?.format;
    const schema = (format?.schema as SchemaNode | undefined) ?? schemaInWords(body.instructions ?? '');
    if (schema !== null) {
        return JSON.stringify(structuredAnswer(prompt, schema));
    }
    return format?.type === 'json_object' ? JSON.stringify({ text: plainAnswer(prompt) }) : plainAnswer(prompt);
}

function resultOf(requestId: string, { text, refusal, ending }: Finish, reasons: boolean): object {
    const done = ending === 'stop';
    const part =
        refusal === null ? { type: 'output_text', text, annotations: [], logprobs: [] } : { type: 'refusal', refusal };
    const status = done ? 'completed' : 'incomplete';
    const message = { id: `msg_${requestId}`, type: 'message', role: 'assistant', status, content: [part] };
    const reason = ending === 'length' ? 'max_output_tokens' : 'content_filter';
    return {
        id: `resp_${requestId}`,
        object: 'response',
        created_at: Math.floor(Date.now() / 1000),
        status,
        error: null,
        incomplete_details: done ? null : { reason },
        output: [
            ...(reasons ? [{ id: `rs_${requestId}`, type: 'reasoning', summary: [] }] : []),
            ...(ending === 'content_filter' ? [] : [message])
        ]
    };
}

function usageOf(input: number, cached: number, output: number): object {
    return {
        input_tokens: input,
        input_tokens_details: { cached_tokens: cached },
        output_tokens: output,
        output_tokens_details: { reasoning_tokens: 0 },
        total_tokens: input + output
    };
}
