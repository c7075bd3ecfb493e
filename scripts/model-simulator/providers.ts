import { anthropic } from './anthropic/messages.ts';
import { azureChat, azureLegacyChat, azureResponses } from './openai/azure.ts';
import { openAi } from './openai/chat-completions.ts';
import { compatible } from './openai/compatible.ts';
import { openAiResponses } from './openai/responses.ts';
import type { Provider } from './provider.ts';

/** Every endpoint that answers prompts. */
export const PROVIDERS: Provider[] = [
    openAi,
    openAiResponses,
    anthropic,
    azureChat,
    azureResponses,
    azureLegacyChat,
    compatible
];

/** Whose a request is: that of its path, else by its headers, so that a wrong path is refused in the right words. */
export function providerOf(path: string, headers: Record<string, unknown>): Provider {
    const served = PROVIDERS.find((each) => each.serves(path));
    if (served !== undefined) {
        return served;
    }
    if (headers['anthropic-version'] !== undefined) {
        return anthropic;
    }
    return headers['api-key'] === undefined ? openAi : azureChat;
}
