import { toRestError } from '../../http/error-response.ts';
import { RestError, malformed } from '../../http/rest-error.ts';
import { asJsonRecord } from '../../records/read-record.ts';
import type { UserOrg } from '../../records/user-org.ts';
import { resolveReferences } from './references.ts';
import type { Dispatch, SubrequestResult } from './subrequest.ts';

/** A subrequest that others may refer to. */
export interface CompositeSubrequest {
    method: string;
    url: string;
    referenceId: string;
    body?: unknown;
    httpHeaders?: Record<string, string>;
}

/** How the composite resources report one. */
export interface CompositeResult {
    body: unknown;
    httpHeaders: Record<string, string>;
    httpStatusCode: number;
    referenceId: string;
}

/**
 * Reads the list of subrequests.
 * @throws RestError when something is missing, or there are more than `most`
 */
export function readSubrequests(value: unknown, most: number): CompositeSubrequest[] {
    if (!Array.isArray(value)) throw malformed('The body needs a list `compositeRequest`.');
    if (value.length > most)
        throw new RestError(400, 'LIMIT_EXCEEDED', `A composite request holds at most ${most} subrequests.`);
    return value.map((item) => readSubrequest(asJsonRecord(item)));
}

function readSubrequest(item: Record<string, unknown>): CompositeSubrequest {
    const missing = ['method', 'url', 'referenceId'].find(
        (name) => typeof item[name] !== 'string' || item[name] === ''
    );
    if (missing) throw malformed(`Each subrequest needs ${missing}.`);
    return item as unknown as CompositeSubrequest;
}

/** Runs subrequests one after the other, each with what the earlier ones answered. With `allOrNone` a failure undoes all. */
export function runSubrequests(
    userOrg: UserOrg,
    dispatch: Dispatch,
    subrequests: CompositeSubrequest[],
    allOrNone: boolean
): { results: CompositeResult[]; succeeded: boolean } {
    return userOrg.together(() => {
        const results = runEach(dispatch, subrequests, allOrNone);
        const succeeded = results.every(isGood);
        const keep = succeeded || !allOrNone;
        return { keep, result: { results: keep ? results : results.map(halted), succeeded } };
    });
}

function runEach(dispatch: Dispatch, subrequests: CompositeSubrequest[], stopAtFailure: boolean): CompositeResult[] {
    const answers = new Map<string, unknown>();
    const results: CompositeResult[] = [];
    for (const subrequest of subrequests) {
        const { referenceId } = subrequest;
        const stopped = stopAtFailure && !results.every(isGood);
        const { status, body, headers } = stopped ? HALTED : runOne(dispatch, subrequest, answers);
        if (status < 300) answers.set(referenceId, body);
        results.push({ body, httpHeaders: headers, httpStatusCode: status, referenceId });
    }
    return results;
}

function runOne(dispatch: Dispatch, subrequest: CompositeSubrequest, answers: Map<string, unknown>): SubrequestResult {
    try {
        const { method, url, body } = resolveReferences(subrequest, answers);
        return dispatch({ method, url, body, headers: subrequest.httpHeaders });
    } catch (error) {
        const restError = toRestError(error);
        return { status: restError.status, body: restError.toBody(), headers: {} };
    }
}

const HALTED: SubrequestResult = {
    status: 400,
    body: [
        {
            errorCode: 'PROCESSING_HALTED',
            message: 'The transaction was rolled back since another operation in the same transaction failed.'
        }
    ],
    headers: {}
};

function isGood({ httpStatusCode }: CompositeResult): boolean {
    return httpStatusCode < 300;
}

/** What succeeded did not stay either. */
function halted(result: CompositeResult): CompositeResult {
    return isGood(result) ? { ...result, body: HALTED.body, httpStatusCode: HALTED.status } : result;
}
