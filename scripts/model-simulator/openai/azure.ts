import { openAiModel, type ModelRules } from '../models.ts';
import { Refusal, type Call, type Provider } from '../provider.ts';
import { authoriseApiKey } from './authorise.ts';
import { chatProvider } from './chat-endpoint.ts';
import { openAiError } from './errors.ts';
import { responsesProvider } from './responses.ts';
import { knownModel } from './rules.ts';

const CHAT = '/openai/v1/chat/completions';
const RESPONSES = '/openai/v1/responses';
const LEGACY = /^\/openai\/deployments\/([^/]+)\/chat\/completions$/;
const API_VERSION = /^\d{4}-\d{2}-\d{2}(?:-preview)?$/;

/** A deployment has a name of its own; whose model it is can be told when the name is a model's. */
function deployment(name: string): ModelRules | null {
    const known = openAiModel(name);
    return name === 'missing' ? null : (known ?? { id: name, temperature: true, maxTokens: true, context: 128_000 });
}

/** Azure OpenAI v1: Chat Completions, where the model is a deployment's name. */
export const azureChat: Provider = chatProvider({
    path: CHAT,
    serves: (path) => path === CHAT,
    authorise: authoriseApiKey,
    model: (call) => knownModel(call.body, deployment, call.requestId),
    refused: [],
    schemas: true
});

/** Azure OpenAI v1: Responses. */
export const azureResponses: Provider = responsesProvider({
    path: RESPONSES,
    authorise: authoriseApiKey,
    model: (call) => knownModel(call.body, deployment, call.requestId)
});

/** Azure OpenAI before v1: the deployment stands in the address, which names the version of the interface. */
export const azureLegacyChat: Provider = chatProvider({
    path: '/openai/deployments/{deployment}/chat/completions',
    serves: (path) => LEGACY.test(path),
    authorise: authoriseApiKey,
    model: legacyModel,
    refused: ['prompt_cache_key', 'safety_identifier', 'verbosity'],
    schemas: true
});

function legacyModel({ path, query, requestId }: Call): ModelRules {
    const model = deployment(decodeURIComponent(LEGACY.exec(path)?.[1] ?? 'missing'));
    if (!API_VERSION.test(query.get('api-version') ?? '')) {
        throw new Refusal(openAiError(404, 'Resource not found', requestId, { code: '404' }));
    }
    if (model === null) {
        const message = 'The API deployment for this resource does not exist.';
        throw new Refusal(openAiError(404, message, requestId, { code: 'DeploymentNotFound' }));
    }
    return model;
}
