const anything = {};

/** The body that the Messages endpoint accepts; what the simulator does not read is only named. */
export const MESSAGES_REQUEST = {
    type: 'object',
    required: ['model', 'max_tokens', 'messages'],
    additionalProperties: false,
    properties: {
        model: { type: 'string', minLength: 1 },
        max_tokens: { type: 'integer', minimum: 1 },
        messages: {
            type: 'array',
            minItems: 1,
            items: {
                type: 'object',
                required: ['role', 'content'],
                additionalProperties: false,
                properties: { role: { enum: ['user', 'assistant'] }, content: { type: ['string', 'array'] } }
            }
        },
        system: { type: ['string', 'array'] },
        output_config: {
            type: 'object',
            additionalProperties: false,
            properties: {
                effort: anything,
                format: {
                    type: ['object', 'null'],
                    required: ['type', 'schema'],
                    additionalProperties: false,
                    properties: { type: { enum: ['json_schema'] }, schema: { type: 'object' } }
                }
            }
        },
        temperature: { type: 'number', minimum: 0, maximum: 1 },
        top_p: { type: 'number', minimum: 0, maximum: 1 },
        top_k: { type: 'integer', minimum: 0 },
        stop_sequences: { type: 'array', items: { type: 'string' } },
        stream: { type: 'boolean' },
        metadata: {
            type: 'object',
            additionalProperties: false,
            properties: { user_id: { type: ['string', 'null'] } }
        },
        service_tier: { enum: ['auto', 'standard_only'] },
        ...Object.fromEntries(
            [
                'cache_control',
                'container',
                'context_management',
                'inference_geo',
                'mcp_servers',
                'thinking',
                'tool_choice',
                'tools'
            ].map((name) => [name, anything])
        )
    }
};

/** A block of a message or of the system prompt. */
export interface Block {
    type: string;
    text?: string;
    /** Of a picture or a document. */
    source?: { type?: string; media_type?: string; data?: string };
    cache_control?: { type: string; ttl?: string };
}

/** The parts of the body that the simulator reads. */
export interface MessagesRequest {
    model: string;
    max_tokens: number;
    messages: { role: string; content: string | Block[] }[];
    system?: string | Block[];
    output_config?: { format?: { schema: unknown } | null };
    temperature?: number;
    top_p?: number;
    top_k?: number;
    stream?: boolean;
    [name: string]: unknown;
}
