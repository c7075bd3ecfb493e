import path from 'node:path';
import { logIn } from '../../local-org/running-server.ts';
import { AUDIT_FIELDS_HEADER } from '../../local-org/server/rest/audit-fields.ts';
import { StateFolder, type ServerMark } from '../../local-org/server/start/state-folder.ts';
import type { ImportTarget } from './target.ts';

const PROJECT_DIR = path.resolve(import.meta.dirname, '../../..');

/** The local org: through its server when one runs, else straight into its data. Throws when the persona is unknown. */
export async function localOrgTarget(persona: string): Promise<ImportTarget> {
    const state = new StateFolder(PROJECT_DIR);
    const server = state.runningServer();
    return server === null ? openData(state, persona) : useServer(server, persona);
}

async function useServer({ url }: ServerMark, persona: string): Promise<ImportTarget> {
    const { RestTarget } = await import('./rest-target.ts');
    const accessToken = await logIn(url, persona);
    const setsDates = persona === 'admin';
    const headers: Record<string, string> = setsDates ? { [AUDIT_FIELDS_HEADER]: 'true' } : {};
    return new RestTarget({ url, accessToken, label: `the local org at ${url}, as ${persona}`, setsDates, headers });
}

async function openData(state: StateFolder, persona: string): Promise<ImportTarget> {
    const [{ openStoredOrg }, { LocalTarget }] = await Promise.all([
        import('../../local-org/stored-org.ts'),
        import('./local-target.ts')
    ]);
    return new LocalTarget(openStoredOrg(PROJECT_DIR, state), persona);
}
