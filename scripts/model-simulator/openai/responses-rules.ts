import type { ModelRules } from '../models.ts';
import { requestCheck } from '../schema/request-check.ts';
import { refuse } from './errors.ts';
import { RESPONSES_REQUEST, type ResponsesRequest } from './responses-schema.ts';
import { checkSampling, checkSchema, report } from './rules.ts';

const check = requestCheck(RESPONSES_REQUEST);
const NOT_SIMULATED = ['tools', 'previous_response_id', 'conversation', 'background', 'prompt', 'stream'];

/** Returns the body; throws Refusal for whatever the real endpoint would refuse. */
export function checkResponsesRequest(body: unknown, model: ModelRules, requestId: string): ResponsesRequest {
    const problem = check(body);
    if (problem !== null) {
        report(problem, requestId);
    }
    const request = body as ResponsesRequest;
    checkSampling(request, model, requestId);
    const unimplemented = NOT_SIMULATED.find((name) => request[name] != null && request[name] !== false);
    if (unimplemented !== undefined) {
        const message = `The model simulator does not implement '${unimplemented}'.`;
        refuse(message, requestId, { param: unimplemented, code: 'not_simulated' });
    }
    checkFormat(request, requestId);
    return request;
}

function checkFormat(request: ResponsesRequest, requestId: string): void {
    const format = request.text?.format;
    const words = `${request.instructions ?? ''} ${JSON.stringify(request.input)}`;
    if (format?.type === 'json_object' && !words.toLowerCase().includes('json')) {
        const message =
            "Response input messages must contain the word 'json' in some form to use 'text.format' of type 'json_object'.";
        refuse(message, requestId, { param: 'input' });
    }
    if (format?.type !== 'json_schema') {
        return;
    }
    const missing = format.name === undefined ? 'name' : format.schema === undefined ? 'schema' : null;
    if (missing !== null) {
        const param = `text.format.${missing}`;
        refuse(`Missing required parameter: '${param}'.`, requestId, { param, code: 'missing_required_parameter' });
    }
    checkSchema({ ...format, name: format.name ?? '', path: 'text.format.schema', named: 'text.format' }, requestId);
}
