import '../platform/library.ts';
import path from 'node:path';
import { type LocalData, openData, ORGANIZATION_ID } from '../data/index.ts';
import type { SchemaRegistry } from '../data/schema/types.ts';
import { type OnUnusable, openMetadata } from '../metadata/index.ts';
import type { MetadataStore } from '../metadata/types.ts';
import { type CredentialStore, openCredentials } from '../platform/http/credentials.ts';
import { once } from '../platform/journal.ts';
import { NodeHttpGateway } from '../platform/http/node-gateway.ts';
import { configurationOf } from './configuration.ts';

/** What an org stands on. */
export interface OrgParts {
    orgId: string;
    metadata: MetadataStore;
    data: LocalData;
    http: NodeHttpGateway;
    /** Secrets that callouts go out with. */
    credentials: CredentialStore;
    /** The schema as it is now: it is built anew when metadata changes. */
    schema(): SchemaRegistry;
    /** Lets the data know of metadata that was read again. */
    refresh(): void;
}

/**
 * Opens metadata, data and callouts of a project. `clock` gives milliseconds since 1970. A metadata file that cannot be
 * used stops it unless `onUnusable` takes it.
 */
export function openParts(
    projectDir: string,
    dataFile: string,
    onUnusable?: OnUnusable,
    clock: () => number = Date.now
): OrgParts {
    const root = path.resolve(projectDir);
    const metadata = openMetadata(root, onUnusable);
    const now = (): number => once('the clock', clock);
    const data = openData({ dataFile, metadata, now, ...configurationOf(root) });
    const credentials = openCredentials(root);
    const http = new NodeHttpGateway({
        metadata,
        permissions: data.permissions,
        credentials: credentials.read,
        overrides: {}
    });
    return {
        orgId: ORGANIZATION_ID,
        metadata,
        data,
        http,
        credentials,
        schema: () => data.schema,
        refresh: () => data.reload(metadata)
    };
}
