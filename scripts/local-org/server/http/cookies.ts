import type { Request, Response } from 'express';

const SESSION_COOKIE = 'sid';

/** Value of the session cookie, or undefined. */
export function readSessionCookie(request: Request): string | undefined {
    for (const pair of (request.headers.cookie ?? '').split(';')) {
        const separator = pair.indexOf('=');
        if (separator > 0 && pair.slice(0, separator).trim() === SESSION_COOKIE) {
            return decode(pair.slice(separator + 1).trim());
        }
    }
    return undefined;
}

/** Starts the browser's session with this access token. */
export function writeSessionCookie(response: Response, token: string): void {
    response.cookie(SESSION_COOKIE, token, { httpOnly: true, sameSite: 'lax', path: '/' });
}

function decode(value: string): string | undefined {
    try {
        return decodeURIComponent(value);
    } catch {
        return undefined;
    }
}
