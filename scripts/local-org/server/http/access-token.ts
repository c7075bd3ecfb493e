/** Who a request says it comes from: the two halves of an access token `<org id>!<persona>`. */
export interface AccessToken {
    orgId: string;
    persona: string;
}

const TOKEN = /^(00D\w{15})!([\w.]+)$/;

/** Writes the token of a persona. */
export function formatAccessToken(token: AccessToken): string {
    return `${token.orgId}!${token.persona}`;
}

/** Reads a token; null when the text is not one. Ids are case-sensitive, so nothing is folded. */
export function parseAccessToken(text: string | undefined): AccessToken | null {
    const match = TOKEN.exec(text ?? '');
    return match ? { orgId: match[1], persona: match[2] } : null;
}
