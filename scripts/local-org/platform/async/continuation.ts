import { context } from '../context.ts';
import type { ExecutionContext } from '../context.ts';
import { definePlatformClass } from '../define.ts';
import type { HttpRequestValue } from '../http/request.ts';
import { HttpResponseValue } from '../http/response.ts';
import { invokeMethod } from '../invoke.ts';
import { NotImplementedError } from '../not-implemented.ts';
import { nullArgument } from '../support/refuse-nulls.ts';
import { ApexList, ApexMap } from '../values/collections.ts';
import { ApexException } from '../values/exception.ts';
import { PlatformObject } from '../values/object.ts';
import { definesMethod } from '../values/user-methods.ts';

const MOST_REQUESTS = 3;
const LONGEST_TIMEOUT = 120;

/** A Continuation: requests to send while nothing waits, and the method that goes on with their answers. */
export class ContinuationValue extends PlatformObject {
    readonly apexTypeName = 'Continuation';
    /** Seconds. */
    timeout: number;
    continuationMethod: string | null = null;
    state: unknown = null;
    /** By label, in the order they were added. */
    readonly requests = new Map<string, HttpRequestValue>();

    constructor(timeout: number) {
        super();
        this.timeout = timeout;
    }

    addHttpRequest(request: HttpRequestValue | null): string {
        if (request === null) throw nullArgument();
        if (this.requests.size === MOST_REQUESTS) {
            throw new ApexException('HandledException', `A continuation can make at most ${MOST_REQUESTS} requests`);
        }
        const label = `Continuation-${this.requests.size + 1}`;
        this.requests.set(label, request);
        return label;
    }

    get labels(): ApexList<string> {
        return new ApexList('String', [...this.requests.keys()]);
    }
}

const responses = new WeakMap<ExecutionContext, Map<string, HttpResponseValue>>();

/** Gives the running context the answers that Continuation.getResponse returns there, by request label. */
export function setContinuationResponses(answers: Map<string, HttpResponseValue>): void {
    responses.set(context(), answers);
}

definePlatformClass({
    name: 'Continuation',
    constructors: {
        'Continuation(Integer timeout)': (timeout: number) => {
            if (timeout === null || timeout < 0 || timeout > LONGEST_TIMEOUT) {
                throw new ApexException(
                    'IllegalArgumentException',
                    `Timeout must be between 0 and ${LONGEST_TIMEOUT} seconds`
                );
            }
            return new ContinuationValue(timeout);
        }
    },
    statics: { 'HttpResponse getResponse(String requestLabel)': responseTo },
    methods: {
        'String addHttpRequest(HttpRequest request)': (self: ContinuationValue, request) =>
            self.addHttpRequest(request),
        'Map<String,HttpRequest> getRequests()': (self: ContinuationValue) =>
            new ApexMap('String', 'HttpRequest', self.requests)
    },
    properties: {
        'String continuationMethod': {
            get: (self: ContinuationValue) => self.continuationMethod,
            set: (self: ContinuationValue, value: string | null) => void (self.continuationMethod = value)
        },
        'Object state': {
            get: (self: ContinuationValue) => self.state,
            set: (self: ContinuationValue, value: unknown) => void (self.state = value)
        },
        'Integer timeout': {
            get: (self: ContinuationValue) => self.timeout,
            set: (self: ContinuationValue, value: number) => void (self.timeout = value)
        }
    }
});

function responseTo(label: string): HttpResponseValue {
    const answer = responses.get(context())?.get(label) ?? context().test?.continuationResponses.get(label);
    if (answer instanceof HttpResponseValue) return answer;
    throw new ApexException('IllegalArgumentException', `No response for the request label ${label}`);
}

/** Test.invokeContinuationMethod: calls the continuation method of a controller instance. */
export function invokeContinuationMethod(controller: unknown, continuation: ContinuationValue): unknown {
    const name = continuation.continuationMethod;
    if (!name) throw new ApexException('IllegalArgumentException', 'The continuation has no continuationMethod');
    const candidates = [[continuation.labels, continuation.state], [continuation.state], []];
    const parameters = candidates.find((values) => definesMethod(controller, name, values.length));
    if (!parameters) throw new NotImplementedError(`Test.invokeContinuationMethod of ${name}`);
    return invokeMethod(controller, name, parameters);
}
