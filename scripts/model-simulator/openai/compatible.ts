import type { Provider } from '../provider.ts';
import { authoriseBearer } from './authorise.ts';
import { chatProvider } from './chat-endpoint.ts';
import { knownModel } from './rules.ts';

const PATH = '/compatible/v1/chat/completions';
const CONTEXT = 32_000;

/**
 * An endpoint of somebody else that speaks Chat Completions of some years ago, as many do: any model, no schemas, the old name of the
 * token cap, nothing that OpenAI added since.
 */
export const compatible: Provider = chatProvider({
    path: PATH,
    serves: (path) => path === PATH,
    authorise: authoriseBearer,
    model: (call) =>
        knownModel(call.body, (id) => ({ id, temperature: true, maxTokens: true, context: CONTEXT }), call.requestId),
    refused: [
        'max_completion_tokens',
        'prompt_cache_key',
        'safety_identifier',
        'reasoning_effort',
        'verbosity',
        'store'
    ],
    schemas: false
});
