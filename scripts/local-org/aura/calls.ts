import type { ApexProgram } from '../apex/runtime/program.ts';
import { ContinuationValue, setContinuationResponses } from '../platform/async/continuation.ts';
import { context } from '../platform/context.ts';
import { ApexException, ApexList } from '../platform/values/index.ts';
import type { HttpRequestValue } from '../platform/http/request.ts';
import type { HttpResponseValue } from '../platform/http/response.ts';
import { AuraError } from './aura-error.ts';
import { auraMethod, auraParameters } from './methods.ts';
import { AuraWriter } from './to-json.ts';

/** Requests that an Apex method waits for, and where it goes on. */
export interface ContinuationCall {
    /** In the order in which they were added. */
    requests: HttpRequestValue[];
    labels: string[];
    className: string;
    callback: string;
    state: unknown;
}

export type AuraResult = { value: unknown; cacheable: boolean } | { continuation: ContinuationCall };

/** Calls an @AuraEnabled method with JSON parameters. Must run inside of a transaction. */
export function callAuraMethod(program: ApexProgram, name: string, parameters: Record<string, unknown>): AuraResult {
    const { method, emitted, className, cacheable } = auraMethod(program, name);
    const result: unknown = emitted[method.key](...auraParameters(method, parameters));
    if (cacheable) refuseChanges();
    if (result instanceof ContinuationValue) return { continuation: waitingCall(result, className) };
    return { value: new AuraWriter(program).write(result), cacheable };
}

/** A cacheable method may not change data. */
function refuseChanges(): void {
    const statements = context().transaction.limits.get('DmlStatements');
    if (statements > 0) throw new ApexException('LimitException', `Too many DML statements: ${statements}`);
}

/** A callout may not follow what is not committed yet, and a continuation is one. */
function refuseUncommittedWork(): void {
    if (!context().transaction.uncommittedWork) return;
    throw new ApexException(
        'CalloutException',
        'You have uncommitted work pending. Please commit or rollback before calling out'
    );
}

function waitingCall(continuation: ContinuationValue, className: string): ContinuationCall {
    refuseUncommittedWork();
    if (!continuation.continuationMethod)
        throw new AuraError('The continuation has no continuationMethod', 'System.TypeException', '');
    return {
        requests: [...continuation.requests.values()],
        labels: [...continuation.requests.keys()],
        className,
        callback: continuation.continuationMethod,
        state: continuation.state
    };
}

/** Calls the method that goes on after the responses. Must run inside of a transaction of its own. */
export function continueAuraMethod(
    program: ApexProgram,
    call: ContinuationCall,
    responses: HttpResponseValue[]
): AuraResult {
    setContinuationResponses(new Map(call.labels.map((label, index) => [label, responses[index]])));
    const { symbol, emitted } = program.type(call.className)!;
    const candidates = symbol.methods(call.callback.toLowerCase()).filter((method) => method.isStatic);
    const method = candidates.find((candidate) => candidate.parameters.length === 2) ?? candidates[0];
    if (!method)
        throw new AuraError(`No continuation method ${call.className}.${call.callback}`, 'System.TypeException', '');
    const values = [new ApexList('String', call.labels), call.state].slice(2 - method.parameters.length);
    const result: unknown = emitted[method.key](...values);
    if (result instanceof ContinuationValue) return { continuation: waitingCall(result, call.className) };
    return { value: new AuraWriter(program).write(result), cacheable: false };
}
