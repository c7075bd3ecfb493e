import type { ModelRules } from '../models.ts';
import { Refusal } from '../provider.ts';
import { OPENAI_STRICT, refusedSchema } from '../schema/refused.ts';
import { requestCheck, withArticle, type RequestProblem } from '../schema/request-check.ts';
import type { ChatEndpoint } from './chat-endpoint.ts';
import { openAiError, refuse } from './errors.ts';
import { CHAT_REQUEST, type ChatRequest } from './request-schema.ts';

const check = requestCheck(CHAT_REQUEST);
const NOT_SIMULATED = ['tools', 'functions', 'audio', 'modalities', 'logprobs', 'prediction', 'web_search_options'];

/** The rules of the model that a body names; throws Refusal when `find` knows none of that name. */
export function knownModel(body: unknown, find: (id: string) => ModelRules | null, requestId: string): ModelRules {
    const { model } = (body ?? {}) as { model?: unknown };
    if (typeof model !== 'string') {
        const message = model === undefined ? 'you must provide a model parameter' : 'the model parameter is text';
        return refuse(message, requestId, { param: 'model', code: 'missing_required_parameter' });
    }
    const found = find(model);
    if (found === null) {
        const message = `The model \`${model}\` does not exist or you do not have access to it.`;
        throw new Refusal(openAiError(404, message, requestId, { code: 'model_not_found' }));
    }
    return found;
}

/** Returns the body; throws Refusal for whatever the real endpoint would refuse. */
export function checkChatRequest(
    body: unknown,
    model: ModelRules,
    endpoint: Pick<ChatEndpoint, 'refused' | 'schemas'>,
    requestId: string
): ChatRequest {
    const problem = check(body);
    if (problem !== null) {
        report(problem, requestId);
    }
    const chat = body as ChatRequest;
    const unknown = endpoint.refused.find((name) => chat[name] !== undefined);
    if (unknown !== undefined) {
        refuse(`Unrecognized request argument supplied: ${unknown}`, requestId);
    }
    checkParameters(chat, model, requestId);
    checkUnimplemented(chat, requestId);
    checkResponseFormat(chat, endpoint.schemas, requestId);
    return chat;
}

/** Refuses a request for the first thing that is wrong with its form. */
export function report(problem: RequestProblem, requestId: string): never {
    const { path, expected, actual } = problem;
    switch (problem.kind) {
        case 'missing':
            return refuse(`Missing required parameter: '${path}'.`, requestId, {
                param: path,
                code: 'missing_required_parameter'
            });
        case 'unknown':
            return refuse(`Unknown parameter: '${path}'.`, requestId, { param: path, code: 'unknown_parameter' });
        case 'type': {
            const wanted = expected
                .split(',')
                .filter((type) => type !== 'null')
                .map(withArticle)
                .join(' or ');
            const message = `Invalid type for '${path}': expected ${wanted}, but got ${withArticle(actual)} instead.`;
            return refuse(message, requestId, { param: path, code: 'invalid_type' });
        }
        case 'value':
            return refuse(`Invalid value for '${path}': ${expected}.`, requestId, {
                param: path,
                code: 'invalid_value'
            });
    }
}

function checkParameters(chat: ChatRequest, model: ModelRules, requestId: string): void {
    if (!model.maxTokens && chat.max_tokens != null) {
        const message =
            "Unsupported parameter: 'max_tokens' is not supported with this model. Use 'max_completion_tokens' instead.";
        refuse(message, requestId, { param: 'max_tokens', code: 'unsupported_parameter' });
    }
    checkSampling(chat, model, requestId);
}

/** Throws Refusal where a model that reasons is told how to sample. */
export function checkSampling(body: Record<string, unknown>, model: ModelRules, requestId: string): void {
    for (const name of ['temperature', 'top_p']) {
        if (!model.temperature && body[name] != null && body[name] !== 1) {
            const message = `Unsupported value: '${name}' does not support ${String(body[name])} with this model. Only the default (1) value is supported.`;
            refuse(message, requestId, { param: name, code: 'unsupported_value' });
        }
    }
}

function checkUnimplemented(chat: ChatRequest, requestId: string): void {
    const unimplemented =
        chat.stream === true ? 'stream' : (chat.n ?? 1) > 1 ? 'n' : NOT_SIMULATED.find((name) => chat[name] != null);
    if (unimplemented !== undefined) {
        refuse(`The model simulator does not implement '${unimplemented}'.`, requestId, {
            param: unimplemented,
            code: 'not_simulated'
        });
    }
}

function checkResponseFormat(chat: ChatRequest, schemas: boolean, requestId: string): void {
    const format = chat.response_format;
    if (format?.type === 'json_schema' && !schemas) {
        const message = "'response_format.type' must be one of 'text', 'json_object'.";
        refuse(message, requestId, { param: 'response_format', code: 'invalid_value' });
    }
    if (format?.type === 'json_object' && !JSON.stringify(chat.messages).toLowerCase().includes('json')) {
        const message =
            "'messages' must contain the word 'json' in some form, to use 'response_format' of type 'json_object'.";
        refuse(message, requestId, { param: 'messages' });
    }
    if (format?.type !== 'json_schema') {
        return;
    }
    const definition = format.json_schema;
    if (definition?.schema === undefined) {
        const param = definition === undefined ? 'response_format.json_schema' : 'response_format.json_schema.schema';
        return refuse(`Missing required parameter: '${param}'.`, requestId, {
            param,
            code: 'missing_required_parameter'
        });
    }
    checkSchema({ ...definition, path: 'response_format', named: 'response_format.json_schema' }, requestId);
}

/** A schema as it came with a request, and how the request's address of it reads. */
export interface SchemaParameter {
    name: string;
    strict?: boolean | null;
    schema?: unknown;
    path: string;
    /** Where the name stands. */
    named: string;
}

/** Throws Refusal for names and schemas outside of strict mode. */
export function checkSchema({ name, strict, schema, path, named }: SchemaParameter, requestId: string): void {
    if (!/^[a-zA-Z0-9_-]{1,64}$/.test(name)) {
        const message = `Invalid '${named}.name': string does not match pattern. Expected a string of at most 64 characters that matches the pattern '^[a-zA-Z0-9_-]+$'.`;
        refuse(message, requestId, { param: `${named}.name`, code: 'invalid_value' });
    }
    const problem = strict === true ? refusedSchema(schema, OPENAI_STRICT) : null;
    if (problem !== null) {
        const context = `(${problem.context.map((step) => `'${step}'`).join(', ')})`;
        refuse(`Invalid schema for response_format '${name}': In context=${context}, ${problem.message}.`, requestId, {
            param: path
        });
    }
}
