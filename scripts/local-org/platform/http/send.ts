import { context } from '../context.ts';
import { invokeMethod } from '../invoke.ts';
import { CALLOUT_TIME_LIMIT } from '../limits/counters.ts';
import { nullArgument } from '../support/refuse-nulls.ts';
import { ApexException } from '../values/exception.ts';
import type { HttpRequestValue } from './request.ts';
import { HttpResponseValue } from './response.ts';

/** `Http.send`: counts, refuses after uncommitted work, asks the test's mock or sends for real. */
export function sendCallout(request: HttpRequestValue | null): HttpResponseValue {
    if (request === null) throw nullArgument();
    if (!request.endpoint) throw new ApexException('CalloutException', 'No endpoint was set');
    const { transaction, test } = context();
    if (transaction.uncommittedWork) {
        throw new ApexException(
            'CalloutException',
            'You have uncommitted work pending. Please commit or rollback before calling out'
        );
    }
    refuseWhereNotAllowed();
    transaction.limits.consume('Callouts');
    return test ? sendToMock(request, test.mocks.get('httpcalloutmock')) : sendTimed(request);
}

/** Triggers, schedules and jobs that did not ask for it make no callouts. */
function refuseWhereNotAllowed(): void {
    const { currentJob, triggerDepth } = context().transaction;
    if (triggerDepth > 0)
        throw new ApexException('CalloutException', 'Callout from triggers are currently not supported.');
    if (currentJob?.kind === 'schedulable')
        throw new ApexException('CalloutException', 'Callout from scheduled Apex not supported.');
    if (currentJob && !currentJob.callouts)
        throw new ApexException(
            'CalloutException',
            'Callout not allowed from this future method. Please enable callout by annotating the future method. eg: @Future(callout=true)'
        );
}

function sendToMock(request: HttpRequestValue, mock: unknown): HttpResponseValue {
    if (mock === undefined) {
        throw new ApexException('TypeException', 'Methods defined as TestMethod do not support Web service callouts');
    }
    const response = invokeMethod(mock, 'respond', [request]);
    if (response instanceof HttpResponseValue) return response;
    throw new ApexException('CalloutException', 'The mock returned no HttpResponse');
}

/** All callouts of a transaction together may take 120 seconds. */
function sendTimed(request: HttpRequestValue): HttpResponseValue {
    const { org, transaction, user } = context();
    const { limits } = transaction;
    if (limits.calloutTime >= CALLOUT_TIME_LIMIT)
        throw new ApexException('CalloutException', 'Exceeded maximum time allotted for callout (120000 ms)');
    const started = performance.now();
    try {
        return org.http.send(request, user.id);
    } finally {
        const still = performance.now() - started;
        limits.stillTime += still;
        // A run that gets the answer of another one stands still for a moment only: whoever gives it adds the real wait.
        limits.calloutTime += still;
    }
}
