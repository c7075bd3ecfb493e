import { countTokens, decode, encode } from 'gpt-tokenizer';

const AS_TEXT = { disallowedSpecial: new Set<string>() };

/** Tokens of a text (o200k encoding, for both providers: close enough to test budgets with). */
export function tokensOf(text: string): number {
    return text === '' ? 0 : countTokens(text, AS_TEXT);
}

/** The first `limit` tokens of a text, and whether that cut anything off. */
export function cutToTokens(text: string, limit: number): { text: string; cut: boolean } {
    if (text.length <= limit) {
        return { text, cut: false };
    }
    const tokens = encode(text, AS_TEXT);
    return tokens.length <= limit ? { text, cut: false } : { text: decode(tokens.slice(0, limit)), cut: true };
}
