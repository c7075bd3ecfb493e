import { tokensOf } from './tokens.ts';

const REMEMBERED = 32;
const LONGEST_REMEMBERED = 200_000;

/** Remembers the prompts of late, to tell which beginning of a new one the provider would have cached. */
export class PromptCache {
    private readonly prompts: { key: string; text: string }[] = [];

    /** Tokens of the longest beginning shared with an earlier prompt under the same key; then remembers this prompt. */
    sharedTokens(key: string, text: string): number {
        const candidates = this.prompts
            .filter((prompt) => prompt.key === key)
            .map((prompt) => sharedLength(prompt.text, text));
        this.remember(key, text);
        return tokensOf(text.slice(0, Math.max(0, ...candidates)));
    }

    /** Whether exactly this beginning was sent before under the key; then remembers it. */
    has(key: string, prefix: string): boolean {
        const known = this.prompts.some((prompt) => prompt.key === key && prompt.text === prefix);
        this.remember(key, prefix);
        return known;
    }

    private remember(key: string, text: string): void {
        this.prompts.push({ key, text: text.slice(0, LONGEST_REMEMBERED) });
        this.prompts.splice(0, Math.max(0, this.prompts.length - REMEMBERED));
    }
}

function sharedLength(left: string, right: string): number {
    const longest = Math.min(left.length, right.length);
    let at = 0;
    while (at < longest && left[at] === right[at]) {
        at += 1;
    }
    return at;
}
