import { Router } from 'express';
import { writeSessionCookie } from '../http/cookies.ts';
import { localPath } from '../http/local-path.ts';
import { invalidSession } from '../http/rest-error.ts';
import { personaOfToken } from '../http/session.ts';
import type { LocalServices } from '../services.ts';

/** Where a visitor lands who named no page. */
export const HOME_PATH = '/lightning/page/home';

/** `/secur/frontdoor.jsp?sid=<token>&retURL=<path>`: logs a browser in and sends it to a page of this server. */
export function frontdoorRouter(services: LocalServices): Router {
    const router = Router();
    router.get('/secur/frontdoor.jsp', (request, response) => {
        const token = typeof request.query.sid === 'string' ? request.query.sid : undefined;
        if (!token || !personaOfToken(services, token)) {
            throw invalidSession();
        }
        writeSessionCookie(response, token);
        response.redirect(302, localPath(request.query.retURL, HOME_PATH));
    });
    return router;
}
