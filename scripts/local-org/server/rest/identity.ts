import { Router, type Request, type Response } from 'express';
import { formatAccessToken } from '../http/access-token.ts';
import { localPath } from '../http/local-path.ts';
import { notFound } from '../http/rest-error.ts';
import { authenticate, personaOf, userOrgOf } from '../http/session.ts';
import type { LocalServices } from '../services.ts';

/** Who the caller is: `/services/oauth2/userinfo` and the identity address `/id/<org>/<user>`. */
export function identityRouter(services: LocalServices): Router {
    const router = Router();
    router.use(['/services/oauth2/userinfo', '/services/oauth2/singleaccess', '/id'], authenticate(services));
    router.all('/services/oauth2/singleaccess', (request, response) => {
        const path = typeof request.query.redirect_uri === 'string' ? request.query.redirect_uri : '/';
        response.json({ frontdoor_uri: frontdoorOf(services, request, personaOf(response).name, path) });
    });
    router.get('/services/oauth2/userinfo', (request, response) => {
        response.json(identityOf(services, request, response));
    });
    router.get('/id/:orgId/:userId', (request, response) => {
        const { orgId, userId } = request.params;
        if (orgId !== services.orgId || userId !== userOrgOf(response).user.id) {
            throw notFound();
        }
        response.json(identityOf(services, request, response));
    });
    return router;
}

/** An address that starts a session in a browser and leads to a page of this server. */
function frontdoorOf({ orgId }: LocalServices, request: Request, persona: string, path: string): string {
    const parameters = new URLSearchParams({
        sid: formatAccessToken({ orgId, persona }),
        retURL: localPath(path, '/')
    });
    return `http://${request.headers.host}/secur/frontdoor.jsp?${parameters}`;
}

function identityOf(services: LocalServices, request: Request, response: Response): object {
    const { user } = userOrgOf(response);
    const origin = `http://${request.headers.host}`;
    return {
        id: `${origin}/id/${services.orgId}/${user.id}`,
        sub: `${origin}/id/${services.orgId}/${user.id}`,
        user_id: user.id,
        organization_id: services.orgId,
        username: user.username,
        preferred_username: user.username,
        display_name: user.name,
        name: user.name,
        locale: user.locale,
        language: user.language,
        zoneinfo: user.timeZone,
        timezone: user.timeZone,
        user_type: 'STANDARD',
        urls: { rest: `${origin}/services/data/v{version}/`, sobjects: `${origin}/services/data/v{version}/sobjects/` }
    };
}
