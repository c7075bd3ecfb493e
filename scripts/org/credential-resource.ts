import type { Principal } from './principal.ts';

/** What is needed to talk to an org. */
export interface OrgConnection {
    instanceUrl: string;
    accessToken: string;
}

/** An org that did not take a change. The message holds its own words, and never a key or a token. */
export class OrgRefused extends Error {}

const RESOURCE = '/services/data/v67.0/named-credentials/credential';

/**
 * Names of the parameters that the principal keeps, its key among them when one is set.
 * @throws OrgRefused
 */
export async function keptParameters(org: OrgConnection, principal: Principal): Promise<string[]> {
    const answer = await send(org, 'GET', `${RESOURCE}?${whose(principal)}`);
    const { credentials } = (answer ?? {}) as { credentials?: Record<string, unknown> };
    return Object.keys(credentials ?? {});
}

/**
 * Sets a key, or replaces the one that is set; returns which of the two. What else the principal keeps stays.
 * @throws OrgRefused
 */
export async function setKey(org: OrgConnection, principal: Principal, key: string): Promise<'set' | 'replaced'> {
    const kept = await keptParameters(org, principal);
    const body = {
        authenticationProtocol: 'Custom',
        credentials: { [principal.parameter]: { encrypted: true, value: key } },
        externalCredential: principal.externalCredential,
        principalName: principal.principal,
        principalType: 'NamedPrincipal'
    };
    await send(org, kept.length === 0 ? 'POST' : 'PATCH', RESOURCE, { body, secret: key });
    return kept.includes(principal.parameter) ? 'replaced' : 'set';
}

/**
 * Removes the key, and whatever else the principal keeps.
 * @throws OrgRefused
 */
export async function removeKey(org: OrgConnection, principal: Principal): Promise<void> {
    await send(org, 'DELETE', `${RESOURCE}?${whose(principal)}`);
}

function whose({ externalCredential, principal }: Principal): URLSearchParams {
    return new URLSearchParams({ externalCredential, principalName: principal, principalType: 'NamedPrincipal' });
}

/** What a change sends along, and which part of it must not come back in a message. */
interface Change {
    body: object;
    secret: string;
}

async function send(org: OrgConnection, method: string, path: string, change?: Change): Promise<unknown> {
    const response = await fetch(org.instanceUrl.replace(/\/$/, '') + path, {
        method,
        headers: { authorization: `Bearer ${org.accessToken}`, 'content-type': 'application/json' },
        body: change && JSON.stringify(change.body)
    });
    const text = await response.text();
    if (!response.ok) {
        const words = wordsOf(text);
        throw new OrgRefused(
            `The org answered ${response.status}: ${change ? words.replaceAll(change.secret, '[…]') : words}`
        );
    }
    return text === '' ? null : (JSON.parse(text) as unknown);
}

/** Salesforce answers errors as [{message, errorCode}]; whatever else comes is left out, because it might repeat what was sent. */
function wordsOf(text: string): string {
    try {
        const [first] = JSON.parse(text) as { message?: string; errorCode?: string }[];
        return first?.message ?? first?.errorCode ?? 'it gave no reason';
    } catch {
        return 'it gave no reason';
    }
}
