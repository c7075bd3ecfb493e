import { Router, type Request } from 'express';
import type { PageResponse } from '../../lightning/protocol.ts';
import { formatAccessToken } from '../http/access-token.ts';
import { writeSessionCookie } from '../http/cookies.ts';
import { RestError, notFound } from '../http/rest-error.ts';
import { authenticate, userOrgOf } from '../http/session.ts';
import type { LocalServices } from '../services.ts';
import { numberParameter } from '../ui-api/parameters.ts';
import { apexRouter } from './apex.ts';
import { visibleApps } from './apps.ts';
import { bootstrap } from './bootstrap.ts';
import { findFlexiPage } from './flexi-page.ts';
import { globalSearch } from './search.ts';

const HITS_PER_OBJECT = 5;
const MOST_HITS = 200;

/** `/local/...`: what the shell asks for beyond Salesforce's own APIs. */
export function localRouter(services: LocalServices): Router {
    const router = Router();
    router.use(authenticate(services));
    router.get('/bootstrap', (_request, response) => {
        response.json(bootstrap(services, response));
    });
    router.get('/apps', (_request, response) => {
        response.json(visibleApps(userOrgOf(response)));
    });
    router.get('/events', (_request, response) => services.events.add(response));
    router.use(pagesRouter(), personaRouter(services), apexRouter(services));
    router.use((request: Request) => {
        throw notFound(`Not implemented in the local org: ${request.method} /local${request.path}`);
    });
    return router;
}

function pagesRouter(): Router {
    const router = Router();
    router.get('/page', (request, response) => {
        const { org, user } = userOrgOf(response);
        const { app, object, home, name } = textParameters(request);
        const wanted = { app, object, name, home: home === 'true', profileName: user.profileName };
        response.json({ flexiPage: findFlexiPage(org.metadata, wanted) } satisfies PageResponse);
    });
    router.get('/search', (request, response) => {
        const { term = '', object, limit } = textParameters(request);
        const most = numberParameter(limit, HITS_PER_OBJECT, 1, MOST_HITS);
        response.json(globalSearch(userOrgOf(response), term, object, most));
    });
    return router;
}

function personaRouter({ personas, orgId }: LocalServices): Router {
    const router = Router();
    router.post('/persona', (request, response) => {
        const persona = personas.find(({ name }) => name === request.body?.name);
        if (!persona) {
            const names = personas.map(({ name }) => name).join(', ');
            throw new RestError(400, 'INVALID_PERSONA', `There is no such persona. There are: ${names}.`);
        }
        writeSessionCookie(response, formatAccessToken({ orgId, persona: persona.name }));
        response.status(204).end();
    });
    return router;
}

function textParameters(request: Request): Record<string, string | undefined> {
    const texts = Object.entries(request.query).filter(([, value]) => typeof value === 'string' && value !== '');
    return Object.fromEntries(texts) as Record<string, string>;
}
