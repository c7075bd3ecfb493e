import type { IncomingMessage } from 'node:http';
import { plainAnswer, structuredAnswer } from '../answer/answer.ts';
import { attachmentTokens } from '../attachments/attachments.ts';
import type { Reply } from '../http/exchange.ts';
import { LISTED, type ModelRules } from '../models.ts';
import { identity, type Call, type Provider } from '../provider.ts';
import type { SchemaNode } from '../schema/node.ts';
import { tokensOf } from '../tokens.ts';
import { openAiError, refuse } from './errors.ts';
import { openAiFault } from './faults.ts';
import { cachedTokens, finish, type Finish } from './finish.ts';
import { type Content, readContent } from './parts.ts';
import type { ChatRequest } from './request-schema.ts';
import { checkChatRequest } from './rules.ts';
import { schemaInWords } from './schema-in-words.ts';

const TOKENS_PER_MESSAGE = 4;
const PARTS = ['text', 'image_url', 'file'];

/** What sets one endpoint that speaks Chat Completions apart from the others. */
export interface ChatEndpoint {
    /** As people write it. */
    path: string;
    serves(path: string): boolean;
    authorise(request: IncomingMessage, requestId: string): void;
    /** The model that a request means; throws Refusal when there is none. */
    model(call: Call): ModelRules;
    /** Parameters that it refuses though OpenAI takes them. */
    refused: string[];
    /** Whether it takes a schema for its answers. */
    schemas: boolean;
}

/** A provider that speaks Chat Completions. */
export function chatProvider(endpoint: ChatEndpoint): Provider {
    return {
        path: endpoint.path,
        serves: (path) => endpoint.serves(path),
        authorise: (request, requestId) => endpoint.authorise(request, requestId),
        answer: (call) => answer(endpoint, call),
        error: (status, message, requestId) => openAiError(status, message, requestId),
        fault: openAiFault,
        models: () => ({
            object: 'list',
            data: LISTED.openai.map((id) => ({ id, object: 'model', created: 0, owned_by: 'tandem-simulator' }))
        })
    };
}

function answer(endpoint: ChatEndpoint, call: Call): Reply {
    const model = endpoint.model(call);
    const chat = checkChatRequest(call.body, model, endpoint, call.requestId);
    const contents = chat.messages.map(({ content }, at) =>
        readContent(content, PARTS, `messages[${at}].content`, call.requestId)
    );
    const promptTokens = tokensOfAll(contents);
    if (promptTokens > model.context) {
        const message = `This model's maximum context length is ${model.context} tokens. However, your messages resulted in ${promptTokens} tokens. Please reduce the length of the messages.`;
        refuse(message, call.requestId, { param: 'messages', code: 'context_length_exceeded' });
    }
    const prompt = contents.map(({ text }) => text).join('\n');
    const shared = call.cache.sharedTokens(`openai ${model.id} ${chat.prompt_cache_key ?? ''}`, prompt);
    const limit = chat.max_completion_tokens ?? chat.max_tokens ?? Infinity;
    const ended = finish(contentOf(chat, contents), limit, call.fault);
    const usage = usageOf(
        promptTokens,
        cachedTokens(shared, promptTokens),
        tokensOf(ended.text + (ended.refusal ?? ''))
    );
    return {
        status: 200,
        headers: identity(call.requestId),
        body: completion(call.requestId, model.id, choiceOf(ended), usage)
    };
}

function tokensOfAll(contents: Content[]): number {
    const words = tokensOf(contents.map(({ text }) => text).join('\n'));
    const files = attachmentTokens(contents.flatMap(({ attachments }) => attachments));
    return words + files + contents.length * TOKENS_PER_MESSAGE;
}

function choiceOf({ text, refusal, ending }: Finish): object {
    const content = refusal === null ? text : null;
    const message = { role: 'assistant', content, refusal, annotations: [] };
    return { index: 0, message, logprobs: null, finish_reason: ending };
}

function contentOf(chat: ChatRequest, contents: Content[]): string {
    const textOf = (user: boolean) =>
        contents
            .filter((_, at) => (chat.messages[at].role === 'user') === user)
            .map(({ text }) => text)
            .join('\n');
    const prompt = textOf(true);
    const format = chat.response_format;
    if (format?.type === 'json_schema') {
        return JSON.stringify(structuredAnswer(prompt, format.json_schema?.schema as SchemaNode));
    }
    const described = schemaInWords(textOf(false));
    if (described !== null) {
        return JSON.stringify(structuredAnswer(prompt, described));
    }
    return format?.type === 'json_object' ? JSON.stringify({ text: plainAnswer(prompt) }) : plainAnswer(prompt);
}

function completion(requestId: string, model: string, choice: object, usage: object): object {
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

function usageOf(prompt: number, cached: number, completionTokens: number): object {
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
