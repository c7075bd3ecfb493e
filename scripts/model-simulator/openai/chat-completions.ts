import { openAiModel } from '../models.ts';
import type { Provider } from '../provider.ts';
import { authoriseBearer } from './authorise.ts';
import { chatProvider } from './chat-endpoint.ts';
import { knownModel } from './rules.ts';

const PATH = '/v1/chat/completions';

/** OpenAI Chat Completions. */
export const openAi: Provider = chatProvider({
    path: PATH,
    serves: (path) => path === PATH,
    authorise: authoriseBearer,
    model: (call) => knownModel(call.body, openAiModel, call.requestId),
    refused: [],
    schemas: true
});
