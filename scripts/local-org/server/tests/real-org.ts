import path from 'node:path';
import { LocalOrg } from '../../org.ts';
import { createApp } from '../app.ts';
import { formatAccessToken } from '../http/access-token.ts';
import { listen } from '../listen.ts';
import { localServices } from '../start/services.ts';

const PROJECT_DIR = path.resolve(import.meta.dirname, '../../../..');

/** A server on the project itself, with empty data in memory. */
export interface TestOrg {
    url: string;
    orgId: string;
    org: LocalOrg;
    token(persona: string): string;
    close(): Promise<void>;
}

/** Opens the project's own org and a server on it. */
export async function openTestOrg(): Promise<TestOrg> {
    const org = LocalOrg.open({ projectDir: PROJECT_DIR, dataFile: ':memory:', quiet: true, tolerant: true });
    const services = localServices(org, 'None', 'agent');
    const server = await listen(createApp(services), 0);
    const close = async (): Promise<void> => {
        services.events.close();
        await server.close();
        org.close();
    };
    const token = (persona: string): string => formatAccessToken({ orgId: services.orgId, persona });
    return { url: server.url, orgId: services.orgId, org, token, close };
}
