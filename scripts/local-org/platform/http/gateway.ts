import type { HttpRequestValue } from './request.ts';
import type { HttpResponseValue } from './response.ts';

/** Sends what Apex calls out with. */
export interface HttpGateway {
    /**
     * Sends and waits. Throws CalloutException when the endpoint is not authorised, refused, or too slow.
     * Limits and mocks are the caller's business.
     */
    send(request: HttpRequestValue, userId: string): HttpResponseValue;
    /** The same without blocking, for Continuations. */
    sendAsync(request: HttpRequestValue, userId: string): Promise<HttpResponseValue>;
}
