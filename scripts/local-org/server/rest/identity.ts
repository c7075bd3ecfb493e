import { Router, type Request, type Response } from 'express';
import { notFound } from '../http/rest-error.ts';
import { authenticate, userOrgOf } from '../http/session.ts';
import type { LocalServices } from '../services.ts';

/** Who the caller is: `/services/oauth2/userinfo` and the identity address `/id/<org>/<user>`. */
export function identityRouter(services: LocalServices): Router {
    const router = Router();
    router.use(['/services/oauth2/userinfo', '/id'], authenticate(services));
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
