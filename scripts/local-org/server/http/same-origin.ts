import type { NextFunction, Request, Response } from 'express';
import { RestError } from './rest-error.ts';

const LOOPBACK = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/;

/**
 * Refuses requests that a page of another site made a browser send: foreign origins, and host names that were pointed
 * at this machine. The session is a cookie that anybody on this machine may have, so this is its only protection.
 */
export function sameOrigin(request: Request, _response: Response, next: NextFunction): void {
    const host = request.headers.host ?? '';
    const origin = request.headers.origin;
    const foreign = origin !== undefined && origin !== `http://${host}`;
    next(foreign || !LOOPBACK.test(host) ? crossSite() : undefined);
}

function crossSite(): RestError {
    return new RestError(
        403,
        'CROSS_SITE_REQUEST',
        'The local org answers only its own pages and tools on this machine.'
    );
}
