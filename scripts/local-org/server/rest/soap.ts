import { Router, text, type Request, type Response } from 'express';
import { XMLBuilder, XMLParser } from 'fast-xml-parser';
import { toRestError } from '../http/error-response.ts';
import { RestError, invalidSession } from '../http/rest-error.ts';
import { personaOfToken } from '../http/session.ts';
import type { AnonymousResult } from '../../org/anonymous.ts';
import { UserOrg } from '../records/user-org.ts';
import type { LocalServices } from '../services.ts';
import { runAnonymous } from './anonymous.ts';

const parser = new XMLParser({ removeNSPrefix: true, ignoreAttributes: true, parseTagValue: false, trimValues: false });
const builder = new XMLBuilder({
    ignoreAttributes: false,
    attributeNamePrefix: '@',
    suppressEmptyNode: true,
    suppressBooleanAttributes: false
});

interface Envelope {
    Header?: { SessionHeader?: { sessionId?: string } };
    Body?: Record<string, Record<string, string> | undefined>;
}

/** The one SOAP call the sf CLI makes for `sf apex run`: executeAnonymous of the Apex API. */
export function soapRouter(services: LocalServices): Router {
    const router = Router();
    const body = text({ type: () => true, limit: '10mb' });
    router.post('/services/Soap/:api/:version{/*rest}', body, (request, response) =>
        answer(services, request, response)
    );
    return router;
}

async function answer(services: LocalServices, request: Request, response: Response): Promise<void> {
    response.type('text/xml');
    try {
        const envelope = readEnvelope(request.body);
        const persona = personaOfToken(services, envelope.Header?.SessionHeader?.sessionId?.trim());
        if (!persona) {
            throw invalidSession();
        }
        const source = sourceOf(request, envelope);
        const userOrg = new UserOrg(services.org, services.org.user(persona.userId));
        response.send(writeResult(await runAnonymous(userOrg, source)));
    } catch (error) {
        response.status(500).send(writeFault(toRestError(error)));
    }
}

function readEnvelope(body: unknown): Envelope {
    const envelope = (parser.parse(String(body)) as { Envelope?: Envelope }).Envelope;
    if (!envelope?.Body) {
        throw new RestError(400, 'INVALID_SOAP', 'The request is no SOAP envelope.');
    }
    return envelope;
}

function sourceOf(request: Request, envelope: Envelope): string {
    const [operation] = Object.keys(envelope.Body ?? {}).filter((name) => !name.startsWith('#'));
    if (request.params.api !== 's' || operation !== 'executeAnonymous') {
        throw new RestError(
            400,
            'NOT_IMPLEMENTED',
            `Not implemented in the local org: SOAP ${request.params.api}/${operation}`
        );
    }
    return parametersOf(envelope, operation)[0];
}

/** Values of the operation's elements: the WSDL calls the source `String`, the CLI sends it as `apexcode`. */
function parametersOf(envelope: Envelope, operation: string): string[] {
    const elements = Object.entries(envelope.Body?.[operation] ?? {});
    return elements.filter(([name]) => !name.startsWith('#')).map(([, value]) => value);
}

/** The CLI looks the elements up by the literal prefix `soapenv:`. */
function writeEnvelope(parts: object): string {
    const namespaces = {
        '@xmlns:soapenv': 'http://schemas.xmlsoap.org/soap/envelope/',
        '@xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
        '@xmlns': 'http://soap.sforce.com/2006/08/apex'
    };
    return `<?xml version="1.0" encoding="UTF-8"?>${builder.build({ 'soapenv:Envelope': { ...namespaces, ...parts } })}`;
}

function writeResult(result: AnonymousResult): string {
    const orNil = (value: string | null): unknown => value ?? { '@xsi:nil': 'true' };
    return writeEnvelope({
        'soapenv:Header': { DebuggingInfo: { debugLog: result.log } },
        'soapenv:Body': {
            executeAnonymousResponse: {
                result: {
                    column: result.column,
                    compileProblem: orNil(result.compileProblem),
                    compiled: String(result.compiled),
                    exceptionMessage: orNil(result.exceptionMessage),
                    exceptionStackTrace: orNil(result.exceptionStackTrace),
                    line: result.line,
                    success: String(result.success)
                }
            }
        }
    });
}

function writeFault(error: RestError): string {
    return writeEnvelope({
        'soapenv:Body': {
            'soapenv:Fault': { faultcode: error.errorCode, faultstring: `${error.errorCode}: ${error.message}` }
        }
    });
}
