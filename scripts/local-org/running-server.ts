import { XMLBuilder, XMLParser } from 'fast-xml-parser';
import type { AnonymousResult } from './org/anonymous.ts';

const builder = new XMLBuilder({ ignoreAttributes: false, attributeNamePrefix: '@' });
const parser = new XMLParser({ removeNSPrefix: true, parseTagValue: false, trimValues: false });

/**
 * The persona's access token: the server gives one to every visitor as a session cookie.
 * Throws when the server has no such persona.
 */
export async function logIn(url: string, persona: string): Promise<string> {
    const response = await fetch(`${url}/lightning?as=${encodeURIComponent(persona)}`, { redirect: 'manual' });
    const cookie = /(?:^|,\s*)sid=([^;]+)/.exec(response.headers.get('set-cookie') ?? '');
    if (cookie === null) {
        throw new Error(`The local org at ${url} knows no persona ${persona}.`);
    }
    return decodeURIComponent(cookie[1]);
}

/**
 * Runs an anonymous block on a running server. Over SOAP, because Salesforce's REST resource does not return the log.
 * Throws with the server's words when the persona may not run Apex.
 */
export async function runAnonymousOn(url: string, persona: string, source: string): Promise<AnonymousResult> {
    const token = await logIn(url, persona);
    const response = await fetch(`${url}/services/Soap/s/67.0`, { method: 'POST', body: envelope(token, source) });
    const answer = parser.parse(await response.text()).Envelope;
    if (!response.ok) {
        throw new Error(answer.Body.Fault.faultstring);
    }
    return readResult(answer.Body.executeAnonymousResponse.result, answer.Header?.DebuggingInfo?.debugLog);
}

function envelope(token: string, source: string): string {
    return builder.build({
        'soapenv:Envelope': {
            '@xmlns:soapenv': 'http://schemas.xmlsoap.org/soap/envelope/',
            'soapenv:Header': { SessionHeader: { sessionId: token } },
            'soapenv:Body': { executeAnonymous: { String: source } }
        }
    });
}

function readResult(result: Record<string, string>, log: string | undefined): AnonymousResult {
    return {
        compiled: result['compiled'] === 'true',
        success: result['success'] === 'true',
        compileProblem: result['compileProblem'] || null,
        line: Number(result['line']),
        column: Number(result['column']),
        exceptionMessage: result['exceptionMessage'] || null,
        exceptionStackTrace: result['exceptionStackTrace'] || null,
        log: log ?? ''
    };
}
