import { NotImplementedError } from '../not-implemented.ts';
import { ApexException } from '../values/exception.ts';
import type { Permissions } from '../../data/types.ts';
import type { ExternalCredentialMetadata, MetadataStore, NamedCredentialMetadata } from '../../metadata/types.ts';
import { mergeCredentials } from './credentials.ts';
import type { CredentialReader } from './credentials.ts';
import type { PlainRequest } from './exchange.ts';
import type { HttpRequestValue } from './request.ts';

/** What is needed to turn an Apex request into one that can be sent. */
export interface EndpointResolver {
    metadata: Pick<MetadataStore, 'namedCredential' | 'externalCredential' | 'remoteSites'>;
    permissions: Pick<Permissions, 'externalCredentialPrincipal'>;
    credentials: CredentialReader;
    /** Base URLs that stand in for those of named credentials, by their name. */
    overrides: Record<string, string>;
}

/** The secret that a stand-in endpoint is sent when no real one is known. */
export const STAND_IN_SECRET = 'local-org-stand-in-key';

/** The request with its address and headers as they go out. Throws CalloutException when the user may not send it. */
export function resolveRequest(request: HttpRequestValue, userId: string, resolver: EndpointResolver): PlainRequest {
    const endpoint = request.endpoint ?? '';
    const headers = Object.fromEntries([...request.headers.values()].map(({ name, value }) => [name, value]));
    const plain = {
        url: endpoint,
        method: request.method ?? 'GET',
        headers,
        body: request.body ? request.body.bytes.toString('base64') : null,
        timeout: request.timeout
    };
    const callout = /^callout:([^/?]+)(.*)$/i.exec(endpoint);
    if (callout) return resolveNamed(plain, callout[1], callout[2], userId, resolver);
    checkRemoteSite(endpoint, resolver);
    return plain;
}

function checkRemoteSite(endpoint: string, { metadata }: EndpointResolver): void {
    const origin = originOf(endpoint);
    if (origin && metadata.remoteSites.some((site) => site.active && originOf(site.url) === origin)) return;
    throw callout(`Unauthorized endpoint, please check Setup->Security->Remote site settings. endpoint = ${endpoint}`);
}

function originOf(url: string): string | null {
    return URL.canParse(url) ? new URL(url).origin : null;
}

function resolveNamed(
    plain: PlainRequest,
    name: string,
    rest: string,
    userId: string,
    resolver: EndpointResolver
): PlainRequest {
    const named = resolver.metadata.namedCredential(name);
    if (!named)
        throw callout(
            `The callout couldn't access the endpoint. You might not have the required permissions, or the named credential "${name}" might not exist.`
        );
    if (named.generateAuthorizationHeader && named.externalCredential) checkProtocol(named, resolver);
    const base = resolver.overrides[named.name] ?? named.url;
    const headers = { ...plain.headers, ...credentialHeaders(named, userId, resolver) };
    return { ...plain, url: joined(base, rest), headers: merged(headers, named, readerFor(named, resolver)) };
}

function checkProtocol(named: NamedCredentialMetadata, { metadata }: EndpointResolver): void {
    const protocol = metadata.externalCredential(named.externalCredential!)?.authenticationProtocol;
    if (protocol && !['Custom', 'NoAuthentication'].includes(protocol)) {
        throw new NotImplementedError(`External credential with the protocol ${protocol}`);
    }
}

function joined(base: string, rest: string): string {
    return base.replace(/\/$/, '') + (rest === '' || rest.startsWith('/') || rest.startsWith('?') ? rest : `/${rest}`);
}

/** Where a stand-in endpoint is used and no secret is known, the stand-in's own goes out instead of nothing. */
function readerFor(named: NamedCredentialMetadata, resolver: EndpointResolver): CredentialReader {
    if (!(named.name in resolver.overrides)) return resolver.credentials;
    return (credential, parameter) => resolver.credentials(credential, parameter) ?? STAND_IN_SECRET;
}

function credentialHeaders(
    named: NamedCredentialMetadata,
    userId: string,
    resolver: EndpointResolver
): Record<string, string> {
    const headers = Object.fromEntries(named.httpHeaders.map(({ name, value }) => [name, value]));
    if (!named.externalCredential) return headers;
    const external = resolver.metadata.externalCredential(named.externalCredential);
    if (!external || !mayUse(external, userId, resolver)) throw noAccess(named.externalCredential);
    const ordered = [...external.authHeaders].sort((left, right) => left.sequenceNumber - right.sequenceNumber);
    for (const { name, value } of ordered) headers[name] = value;
    return headers;
}

function mayUse(external: ExternalCredentialMetadata, userId: string, { permissions }: EndpointResolver): boolean {
    return external.principals.some(({ name }) =>
        permissions.externalCredentialPrincipal(userId, `${external.name}-${name}`)
    );
}

function noAccess(credential: string): ApexException {
    const what =
        "We couldn't access the credential(s). You might not have the required permissions, or the external credential";
    return callout(`${what} "${credential}" might not exist.`);
}

function merged(
    headers: Record<string, string>,
    named: NamedCredentialMetadata,
    read: CredentialReader
): Record<string, string> {
    if (!named.allowMergeFieldsInHeader) return headers;
    return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, mergeCredentials(value, read)]));
}

function callout(message: string): ApexException {
    return new ApexException('CalloutException', message);
}
