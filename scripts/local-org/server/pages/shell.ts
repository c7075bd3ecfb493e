import path from 'node:path';
import { Router, type Request, type Response } from 'express';
import { formatAccessToken } from '../http/access-token.ts';
import { writeSessionCookie } from '../http/cookies.ts';
import { RestError } from '../http/rest-error.ts';
import { personaOfRequest } from '../http/session.ts';
import type { LocalServices, Persona } from '../services.ts';
import { HOME_PATH } from './frontdoor.ts';

/** The shell page under every `/lightning` address. A visitor who is nobody yet becomes `?as=` or the default persona. */
export function shellRouter(services: LocalServices): Router {
    const router = Router();
    router.get('/', (_request, response) => response.redirect(302, HOME_PATH));
    router.get('/lightning{/*path}', (request, response) => {
        logIn(services, request, response);
        response.set('Cache-Control', 'no-store');
        response.sendFile(path.join(services.bundles.app, 'index.html'), { dotfiles: 'allow' });
    });
    return router;
}

function logIn(services: LocalServices, request: Request, response: Response): void {
    const wanted = typeof request.query.as === 'string' ? request.query.as : null;
    if (wanted === null && personaOfRequest(services, request)) {
        return;
    }
    const persona = choosePersona(services, wanted ?? services.defaultPersona);
    writeSessionCookie(response, formatAccessToken({ orgId: services.orgId, persona: persona.name }));
}

function choosePersona({ personas }: LocalServices, name: string): Persona {
    const persona = personas.find((candidate) => candidate.name === name);
    if (!persona) {
        const names = personas.map((candidate) => candidate.name).join(', ');
        throw new RestError(404, 'NOT_FOUND', `There is no persona ${name}. There are: ${names}.`);
    }
    return persona;
}
