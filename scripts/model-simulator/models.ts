/** What the simulator knows of a provider's model: which ids exist and which parameters they take. */
export interface ModelRules {
    id: string;
    /** Whether a temperature other than 1 is accepted. */
    temperature: boolean;
    /** Whether the old name of the token cap, max_tokens, is accepted (OpenAI only). */
    maxTokens: boolean;
    /** Context window in tokens. */
    context: number;
}

const OPENAI =
    /^(?:gpt-(?:3\.5|4|4o|4\.1|4\.5|5(?:\.\d+)?)|o[134])(?:-(?:mini|nano|pro|turbo|preview|chat|latest))*(?:-\d{4}-\d{2}-\d{2})?$/;
const OPENAI_REASONING = /^(?:o\d|gpt-5)/;
const ANTHROPIC = /^claude-(opus|sonnet|haiku)-(\d+)(?:-(\d{1,2}))?(?:-latest|-\d{8})?$/;

/** Ids that /v1/models lists; every id of the same pattern is accepted. */
export const LISTED = {
    openai: ['gpt-4.1', 'gpt-4.1-mini', 'gpt-4o', 'gpt-4o-mini', 'gpt-5', 'gpt-5-mini', 'gpt-5.2'],
    anthropic: ['claude-haiku-4-5', 'claude-opus-4-6', 'claude-sonnet-4-5', 'claude-sonnet-4-6']
};

/** The rules of an OpenAI model, or null when there is no such model. */
export function openAiModel(id: string): ModelRules | null {
    const reasoning = OPENAI_REASONING.test(id);
    const context = reasoning ? 272_000 : id.startsWith('gpt-4.1') ? 1_047_576 : 128_000;
    return OPENAI.test(id) ? { id, temperature: !reasoning, maxTokens: !reasoning, context } : null;
}

/** The rules of an Anthropic model, or null when there is no such model. Models after 4.6 take no temperature. */
export function anthropicModel(id: string): ModelRules | null {
    const match = ANTHROPIC.exec(id);
    if (match === null) {
        return null;
    }
    const version = Number(match[2]) * 100 + Number(match[3] ?? 0);
    return { id, temperature: version <= 406, maxTokens: true, context: 200_000 };
}
