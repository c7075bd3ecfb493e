import { Router, type NextFunction, type Request, type Response } from 'express';
import { RestError, notFound } from '../http/rest-error.ts';
import { authenticate, userOrgOf } from '../http/session.ts';
import type { LocalServices } from '../services.ts';
import { uiApiRouter } from '../ui-api/router.ts';
import { compositeCollectionsRouter } from './composite-collections.ts';
import { compositeTreeRouter } from './composite-tree.ts';
import { describeRouter } from './describe.ts';
import { executeAnonymousRouter } from './execute-anonymous.ts';
import { limitsRouter } from './limits.ts';
import { queryRouter } from './query.ts';
import { searchRouter } from './search.ts';
import { sobjectRowsRouter } from './sobject-rows.ts';

const OLDEST_VERSION = 50;
const NEWEST_VERSION = 67;

/** The REST API under `/services/data`. */
export function restRouter(services: LocalServices): Router {
    const router = Router();
    router.get('/', (_request, response) => {
        response.json([
            { label: "Summer '26", url: `/services/data/v${NEWEST_VERSION}.0`, version: `${NEWEST_VERSION}.0` }
        ]);
    });
    router.use('/:version', checkVersion, authenticate(services), versionRouter(services));
    return router;
}

function versionRouter(services: LocalServices): Router {
    const router = Router();
    router.get('/', (request, response) => {
        const { user } = userOrgOf(response);
        const identity = `http://${request.headers.host}/id/${services.orgId}/${user.id}`;
        const resources = ['sobjects', 'query', 'queryAll', 'search', 'composite', 'limits', 'tooling', 'ui-api'];
        const urls = resources.map((name) => [name, `${request.baseUrl}/${name}`]);
        response.json({ identity, ...Object.fromEntries(urls) });
    });
    router.use(limitsRouter(), queryRouter(), searchRouter(), describeRouter(), compositeCollectionsRouter());
    router.use(compositeTreeRouter(), sobjectRowsRouter(), executeAnonymousRouter(), uiApiRouter());
    router.use((request: Request) => {
        throw notFound(`Not implemented in the local org: ${request.method} ${request.path}`);
    });
    return router;
}

function checkVersion(request: Request, _response: Response, next: NextFunction): void {
    const version = /^v(\d+)\.0$/.exec(request.params.version as string);
    if (!version || Number(version[1]) < OLDEST_VERSION || Number(version[1]) > NEWEST_VERSION) {
        const range = `v${OLDEST_VERSION}.0 to v${NEWEST_VERSION}.0`;
        throw new RestError(
            404,
            'NOT_FOUND',
            `The local org answers API versions ${range}, not ${request.params.version}.`
        );
    }
    next();
}
