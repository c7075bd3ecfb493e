import path from 'node:path';
import express, { Router } from 'express';
import { notFound } from '../http/rest-error.ts';
import type { LocalServices } from '../services.ts';

/** Bundles never change: a new build has new addresses, which the page names. */
const BUNDLES = { dotfiles: 'allow', fallthrough: false, index: false, immutable: true, maxAge: '1y' } as const;

/** Files the browser loads: base styles and icons, the built bundles, and the project's static resources. */
export function assetsRouter({ projectDir, bundles, org }: LocalServices): Router {
    const router = Router();
    const styles = path.join(projectDir, 'node_modules/@salesforce-ux/design-system/assets');
    router.use('/assets', express.static(styles, { maxAge: '1h', fallthrough: false }));
    router.use('/vendor', express.static(bundles.vendor, BUNDLES));
    router.use('/app', express.static(bundles.app, BUNDLES));
    router.get('/resource/:name', (request, response) => {
        const resource = org.metadata.staticResources.find(({ name }) => name === request.params.name);
        if (!resource) {
            throw notFound(`The project ships no static resource ${request.params.name}.`);
        }
        response.type(resource.contentType).sendFile(path.resolve(projectDir, resource.file), { dotfiles: 'allow' });
    });
    return router;
}
