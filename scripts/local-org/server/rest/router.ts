import { Router, type NextFunction, type Request, type Response } from 'express';
import { ingestRouter } from '../bulk/ingest-router.ts';
import { bulkQueryRouter } from '../bulk/query-router.ts';
import { multipartBody } from '../http/multipart.ts';
import { RestError, notFound } from '../http/rest-error.ts';
import { authenticate, userOrgOf } from '../http/session.ts';
import type { LocalServices } from '../services.ts';
import { toolingRouter } from '../tooling/router.ts';
import { uiApiRouter } from '../ui-api/router.ts';
import { compositeCollectionsResources } from './composite-collections.ts';
import { compositeRouter } from './composite/router.ts';
import { compositeTreeResources } from './composite-tree.ts';
import { describeResources } from './describe.ts';
import { limitsResources, RequestCount } from './limits.ts';
import { queryResources } from './query.ts';
import type { Resources } from './resources.ts';
import { searchResources } from './search.ts';
import { sobjectRowsResources } from './sobject-rows.ts';

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
    const count = new RequestCount();
    const resources = dataResources(count);
    router.use(count.middleware, multipartBody, resources.router(), compositeRouter(resources), resources.refusals());
    router.use('/tooling', toolingRouter(services));
    router.use(ingestRouter(), bulkQueryRouter(), uiApiRouter());
    router.use((request: Request) => {
        throw notFound(`Not implemented in the local org: ${request.method} ${request.path}`);
    });
    return router;
}

/** Resources that may also be asked for inside of a composite request. */
function dataResources(count: RequestCount): Resources {
    return limitsResources(count).include(
        queryResources(),
        searchResources(),
        describeResources(),
        compositeCollectionsResources(),
        compositeTreeResources(),
        sobjectRowsResources()
    );
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
