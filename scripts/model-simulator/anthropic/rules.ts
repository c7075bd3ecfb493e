import { anthropicModel, type ModelRules } from '../models.ts';
import { ANTHROPIC_SUBSET, refusedSchema } from '../schema/refused.ts';
import { requestCheck, type RequestProblem } from '../schema/request-check.ts';
import { refuse } from './errors.ts';
import { MESSAGES_REQUEST, type MessagesRequest } from './request-schema.ts';

const check = requestCheck(MESSAGES_REQUEST);
const NOT_SIMULATED = ['tools', 'thinking', 'mcp_servers', 'container', 'context_management'];
const TYPE_NAMES: Record<string, string> = { object: 'dictionary', array: 'list' };

/** Returns the body and its model's rules; throws Refusal for whatever the real endpoint would refuse. */
export function checkMessagesRequest(
    body: unknown,
    requestId: string
): { message: MessagesRequest; model: ModelRules } {
    const problem = check(body);
    if (problem !== null) {
        refuse(explain(problem), requestId);
    }
    const message = body as MessagesRequest;
    const model = anthropicModel(message.model);
    if (model === null) {
        return refuse(`model: ${message.model}`, requestId, 404);
    }
    checkParameters(message, model, requestId);
    checkMessages(message, requestId);
    checkSchema(message, requestId);
    return { message, model };
}

function explain(problem: RequestProblem): string {
    const path = problem.path.replace(/\[(\d+)\]/g, '.$1');
    switch (problem.kind) {
        case 'missing':
            return `${path}: Field required`;
        case 'unknown':
            return `${path}: Extra inputs are not permitted`;
        case 'type': {
            const types = problem.expected.split(',').map((type) => TYPE_NAMES[type] ?? type);
            return `${path}: Input should be a valid ${types.join(' or ')}`;
        }
        case 'value':
            return `${path}: Input should be ${problem.expected}`;
    }
}

function checkParameters(message: MessagesRequest, model: ModelRules, requestId: string): void {
    if (!model.temperature && message.temperature !== undefined && message.temperature !== 1) {
        refuse('`temperature` may only be set to 1 for this model.', requestId);
    }
    if (!model.temperature && message.top_p !== undefined && message.top_p < 0.99) {
        refuse('`top_p` must be greater than or equal to 0.99 for this model.', requestId);
    }
    if (!model.temperature && message.top_k !== undefined) {
        refuse('`top_k` is not supported for this model.', requestId);
    }
    const unimplemented =
        message.stream === true ? 'stream' : NOT_SIMULATED.find((name) => message[name] !== undefined);
    if (unimplemented !== undefined) {
        refuse(`${unimplemented}: The model simulator does not implement this`, requestId);
    }
}

function checkMessages(message: MessagesRequest, requestId: string): void {
    if (message.messages[0].role !== 'user') {
        refuse('messages: first message must use the "user" role', requestId);
    }
    const empty = message.messages.findIndex((each) => each.content.length === 0);
    if (empty >= 0) {
        refuse(`messages.${empty}: all messages must have non-empty content`, requestId);
    }
    const blocks = [message.system ?? [], ...message.messages.map((each) => each.content)]
        .filter((each) => typeof each !== 'string')
        .flat();
    if (blocks.some((block) => block.type === 'text' && (block.text ?? '') === '')) {
        refuse('messages: text content blocks must be non-empty', requestId);
    }
    if (blocks.filter((block) => block.cache_control !== undefined).length > 4) {
        refuse('A maximum of 4 blocks with cache_control may be provided.', requestId);
    }
}

function checkSchema(message: MessagesRequest, requestId: string): void {
    const format = message.output_config?.format;
    const problem = format == null ? null : refusedSchema(format.schema, ANTHROPIC_SUBSET);
    if (problem !== null) {
        const path = ['output_config.format.schema', ...problem.context].join('.');
        refuse(`${path}: ${problem.message}`, requestId);
    }
}
