import { asApexError } from '../../apex/runtime/exceptions.ts';
import type { ApexProgram } from '../../apex/runtime/program.ts';
import type { MethodSymbol } from '../../apex/types/symbols.ts';
import { deserialize } from '../../platform/json/deserialize.ts';
import { serialize } from '../../platform/json/serialize.ts';
import { RestRequestValue, RestResponseValue } from '../../platform/rest/rest-context.ts';
import { ApexBlob, ApexException } from '../../platform/values/index.ts';
import { ApexRestError } from './errors.ts';
import { emittedOf, methodFor, resourceFor, type RestResource } from './resources.ts';

/** An HTTP request for a class with `@RestResource`. */
export interface ApexRestCall {
    verb: string;
    /** After `/services/apexrest`, e.g. `/orders/17`. */
    path: string;
    parameters: Record<string, string>;
    headers: Record<string, string>;
    body: Buffer;
    remoteAddress: string;
}

/** What the class answered. */
export interface ApexRestAnswer {
    status: number;
    headers: Record<string, string>;
    body: Buffer | string;
}

/** A call on its way: what Apex knows as RestContext. */
export interface RestExchange {
    resource: RestResource;
    method: MethodSymbol;
    request: RestRequestValue;
    response: RestResponseValue;
}

/**
 * Finds the method for a call and makes its RestContext.
 * @throws ApexRestError NOT_FOUND, METHOD_NOT_ALLOWED
 */
export function openExchange(program: ApexProgram, call: ApexRestCall): RestExchange {
    const resource = resourceFor(program, call.path);
    const method = methodFor(resource, call.verb);
    const request = new RestRequestValue();
    Object.assign(request, { httpMethod: call.verb, remoteAddress: call.remoteAddress, requestURI: call.path });
    request.resourcePath = `/services/apexrest${resource.urlMapping}`;
    for (const [name, value] of Object.entries(call.parameters)) request.params.put(name, value);
    for (const [name, value] of Object.entries(call.headers)) request.headers.put(name, value);
    if (!method.parameters.length) request.requestBody = new ApexBlob(call.body);
    return { resource, method, request, response: new RestResponseValue() };
}

/**
 * Calls the method; must run inside of a transaction. `rest` is its RestContext, whose response Apex may have replaced.
 * @throws ApexRestError JSON_PARSER_ERROR
 */
export function callRestMethod(
    program: ApexProgram,
    { resource, method }: RestExchange,
    rest: { response: unknown },
    body: Buffer
): ApexRestAnswer {
    const emitted = emittedOf(program, resource);
    const result: unknown = emitted[method.key](...parametersOf(method, body.toString('utf8')));
    const response = rest.response as RestResponseValue;
    const isVoid = method.returnType.kind === 'void';
    const headers = Object.fromEntries(response.headers.entries()) as Record<string, string>;
    const written = isVoid ? (response.responseBody?.bytes ?? '') : serialize(result);
    return { status: response.statusCode ?? 200, headers, body: written };
}

/** Keys of the JSON body become the parameters of their names; one that is left out is null. */
function parametersOf(method: MethodSymbol, body: string): unknown[] {
    const names = method.declaration!.parameters.map(({ name }) => name);
    if (!names.length) return [];
    const given = bodyObject(body);
    const unknown = Object.keys(given).find((name) => !names.includes(name));
    if (unknown !== undefined)
        throw unexpected(`Unexpected parameter encountered during deserialization: ${unknown}`, body, unknown);
    return names.map((name, index) => readParameter(given[name], method.parameters[index].name));
}

function bodyObject(body: string): Record<string, unknown> {
    const value = parse(body);
    if (typeof value !== 'object' || value === null || Array.isArray(value))
        throw new ApexRestError(
            400,
            'JSON_PARSER_ERROR',
            'HTTP entity body is required to be a JSON object of parameters.'
        );
    return value as Record<string, unknown>;
}

function parse(body: string): unknown {
    try {
        return JSON.parse(body);
    } catch (error) {
        throw new ApexRestError(
            400,
            'JSON_PARSER_ERROR',
            body.trim() === '' ? 'HTTP entity body is required, but none was provided.' : (error as Error).message
        );
    }
}

function unexpected(message: string, body: string, name: string): ApexRestError {
    const before = body.slice(0, body.indexOf(JSON.stringify(name)));
    const line = before.split('\n').length;
    const column = before.length - before.lastIndexOf('\n');
    return new ApexRestError(400, 'JSON_PARSER_ERROR', `${message} at [line:${line}, column:${column}]`);
}

function readParameter(value: unknown, type: string): unknown {
    if (value === null || value === undefined) return null;
    try {
        return deserialize(JSON.stringify(value), type, false);
    } catch (error) {
        if (!(error instanceof ApexException)) throw error;
        throw new ApexRestError(400, 'JSON_PARSER_ERROR', error.getApexMessage());
    }
}

/** What is thrown out of a REST method: an exception that nobody caught is status 500 with its stack trace. */
export function toApexRestError(thrown: unknown): unknown {
    const error = asApexError(thrown);
    if (!(error instanceof ApexException)) return error;
    return new ApexRestError(500, 'APEX_ERROR', `${error.toString()}\n\n${error.apexStackTrace}`);
}
