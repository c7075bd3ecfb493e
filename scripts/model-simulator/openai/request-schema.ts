import type { Part } from './parts.ts';

const text = { type: ['string', 'array'] };
const number = (minimum: number, maximum: number) => ({ type: ['number', 'null'], minimum, maximum });
const anything = {};

/** The body that Chat Completions accepts; what the simulator does not read is only named. */
export const CHAT_REQUEST = {
    type: 'object',
    required: ['messages'],
    additionalProperties: false,
    properties: {
        model: { type: 'string' },
        messages: {
            type: 'array',
            minItems: 1,
            items: {
                type: 'object',
                required: ['role', 'content'],
                additionalProperties: false,
                properties: {
                    role: { enum: ['developer', 'system', 'user', 'assistant', 'tool', 'function'] },
                    content: text,
                    name: { type: 'string' },
                    refusal: anything,
                    tool_calls: anything,
                    tool_call_id: { type: 'string' }
                }
            }
        },
        response_format: {
            type: ['object', 'null'],
            required: ['type'],
            properties: {
                type: { enum: ['text', 'json_object', 'json_schema'] },
                json_schema: {
                    type: 'object',
                    required: ['name'],
                    additionalProperties: false,
                    properties: {
                        name: { type: 'string' },
                        description: { type: 'string' },
                        strict: { type: ['boolean', 'null'] },
                        schema: { type: 'object' }
                    }
                }
            },
            additionalProperties: false
        },
        max_completion_tokens: { type: ['integer', 'null'], minimum: 1 },
        max_tokens: { type: ['integer', 'null'], minimum: 1 },
        temperature: number(0, 2),
        top_p: number(0, 1),
        frequency_penalty: number(-2, 2),
        presence_penalty: number(-2, 2),
        n: { type: ['integer', 'null'], minimum: 1, maximum: 128 },
        seed: { type: ['integer', 'null'] },
        stop: { type: ['string', 'array', 'null'] },
        stream: { type: ['boolean', 'null'] },
        store: { type: ['boolean', 'null'] },
        user: { type: 'string' },
        safety_identifier: { type: ['string', 'null'], maxLength: 64 },
        prompt_cache_key: { type: ['string', 'null'] },
        prompt_cache_retention: { type: ['string', 'null'] },
        service_tier: { type: ['string', 'null'] },
        reasoning_effort: { enum: ['none', 'minimal', 'low', 'medium', 'high', 'xhigh', null] },
        verbosity: { enum: ['low', 'medium', 'high', null] },
        metadata: { type: ['object', 'null'] },
        ...Object.fromEntries(
            [
                'audio',
                'function_call',
                'functions',
                'logit_bias',
                'logprobs',
                'modalities',
                'parallel_tool_calls',
                'prediction',
                'stream_options',
                'tool_choice',
                'tools',
                'top_logprobs',
                'web_search_options'
            ].map((name) => [name, anything])
        )
    }
};

/** The parts of the body that the simulator reads. */
export interface ChatRequest {
    /** Not where the address names the deployment. */
    model?: string;
    messages: { role: string; content: string | Part[] }[];
    response_format?: {
        type: string;
        json_schema?: { name: string; strict?: boolean | null; schema?: unknown };
    } | null;
    max_completion_tokens?: number | null;
    max_tokens?: number | null;
    temperature?: number | null;
    top_p?: number | null;
    n?: number | null;
    stream?: boolean | null;
    prompt_cache_key?: string | null;
    [name: string]: unknown;
}
