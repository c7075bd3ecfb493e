import type { NextFunction, Request, RequestHandler, Response } from 'express';
import type { LocalServices, Persona } from '../services.ts';
import { parseAccessToken } from './access-token.ts';
import { readSessionCookie } from './cookies.ts';
import { invalidSession } from './rest-error.ts';
import { UserOrg } from '../records/user-org.ts';

/** The persona that an access token stands for; undefined when it is of another org or names nobody. */
export function personaOfToken(services: LocalServices, token: string | undefined): Persona | undefined {
    const parsed = parseAccessToken(token);
    if (!parsed || parsed.orgId !== services.orgId) {
        return undefined;
    }
    return services.personas.find((persona) => persona.name === parsed.persona);
}

/** The persona a request speaks for, by its bearer token or its session cookie. */
export function personaOfRequest(services: LocalServices, request: Request): Persona | undefined {
    const bearer = /^(?:Bearer|OAuth) (.+)$/.exec(request.headers.authorization ?? '');
    return personaOfToken(services, bearer ? bearer[1] : readSessionCookie(request));
}

/** Lets only requests with a session through and puts who it is into `response.locals`. */
export function authenticate(services: LocalServices): RequestHandler {
    return (request: Request, response: Response, next: NextFunction): void => {
        const persona = personaOfRequest(services, request);
        if (!persona) {
            throw invalidSession();
        }
        startSession(services, response, persona);
        next();
    };
}

/** Makes the persona the one that this request runs as. */
export function startSession(services: LocalServices, response: Response, persona: Persona): void {
    response.locals.persona = persona;
    response.locals.userOrg = new UserOrg(services.org, services.org.user(persona.userId));
}

/** The persona of an authenticated request. */
export function personaOf(response: Response): Persona {
    return response.locals.persona as Persona;
}

/** The org as the user of an authenticated request sees it. */
export function userOrgOf(response: Response): UserOrg {
    return response.locals.userOrg as UserOrg;
}
