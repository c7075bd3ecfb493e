import type { Part } from './parts.ts';

const anything = {};
const number = (minimum: number, maximum: number) => ({ type: ['number', 'null'], minimum, maximum });

/** The body that Responses accepts; what the simulator does not read is only named. */
export const RESPONSES_REQUEST = {
    type: 'object',
    required: ['model', 'input'],
    additionalProperties: false,
    properties: {
        model: { type: 'string' },
        instructions: { type: ['string', 'null'] },
        input: {
            type: ['string', 'array'],
            items: {
                type: 'object',
                required: ['role', 'content'],
                additionalProperties: false,
                properties: {
                    type: { enum: ['message'] },
                    role: { enum: ['developer', 'system', 'user', 'assistant'] },
                    content: { type: ['string', 'array'] }
                }
            }
        },
        text: {
            type: ['object', 'null'],
            additionalProperties: false,
            properties: {
                verbosity: { enum: ['low', 'medium', 'high', null] },
                format: {
                    type: 'object',
                    required: ['type'],
                    additionalProperties: false,
                    properties: {
                        type: { enum: ['text', 'json_object', 'json_schema'] },
                        name: { type: 'string' },
                        description: { type: 'string' },
                        strict: { type: ['boolean', 'null'] },
                        schema: { type: 'object' }
                    }
                }
            }
        },
        max_output_tokens: { type: ['integer', 'null'], minimum: 16 },
        temperature: number(0, 2),
        top_p: number(0, 1),
        store: { type: ['boolean', 'null'] },
        stream: { type: ['boolean', 'null'] },
        reasoning: { type: ['object', 'null'] },
        metadata: { type: ['object', 'null'] },
        prompt_cache_key: { type: ['string', 'null'] },
        prompt_cache_retention: { type: ['string', 'null'] },
        safety_identifier: { type: ['string', 'null'], maxLength: 64 },
        service_tier: { type: ['string', 'null'] },
        truncation: { enum: ['auto', 'disabled', null] },
        user: { type: 'string' },
        ...Object.fromEntries(
            [
                'background',
                'conversation',
                'include',
                'max_tool_calls',
                'parallel_tool_calls',
                'previous_response_id',
                'prompt',
                'stream_options',
                'tool_choice',
                'tools',
                'top_logprobs'
            ].map((name) => [name, anything])
        )
    }
};

/** The parts of the body that the simulator reads. */
export interface ResponsesRequest {
    model: string;
    instructions?: string | null;
    input: string | { role: string; content: string | Part[] }[];
    text?: { format?: { type: string; name?: string; strict?: boolean | null; schema?: unknown } } | null;
    max_output_tokens?: number | null;
    prompt_cache_key?: string | null;
    [name: string]: unknown;
}
