import express, { type Express, type Request } from 'express';
import { apexRestRouter } from './apexrest/router.ts';
import { collapseSlashes } from './http/collapse-slashes.ts';
import { drainAfterwards } from './http/drain-afterwards.ts';
import { sendError } from './http/error-response.ts';
import { notFound } from './http/rest-error.ts';
import { sameOrigin } from './http/same-origin.ts';
import { localRouter } from './local/router.ts';
import { assetsRouter } from './pages/assets.ts';
import { frontdoorRouter } from './pages/frontdoor.ts';
import { shellRouter } from './pages/shell.ts';
import { identityRouter } from './rest/identity.ts';
import { restRouter } from './rest/router.ts';
import { soapRouter } from './rest/soap.ts';
import { cometdRouter } from './tooling/cometd.ts';
import type { LocalServices } from './services.ts';

const LARGEST_BODY = '50mb';

/** The web application of the local org: pages, Apex and data for them, and a Salesforce-shaped API. */
export function createApp(services: LocalServices): Express {
    const app = express();
    app.disable('x-powered-by');
    app.use(collapseSlashes, sameOrigin);
    app.use(frontdoorRouter(services), shellRouter(services), assetsRouter(services));
    app.use(drainAfterwards(services.org));
    app.use(soapRouter(services), apexRestRouter(services), cometdRouter(services));
    app.use(express.json({ limit: LARGEST_BODY }));
    app.use(identityRouter(services));
    app.use('/services/data', restRouter(services));
    app.use('/local', localRouter(services));
    app.use((request: Request) => {
        throw notFound(`Not implemented in the local org: ${request.method} ${request.path}`);
    });
    app.use(sendError);
    return app;
}
