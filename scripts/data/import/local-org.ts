import { existsSync } from 'node:fs';
import path from 'node:path';
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

/** The persona's token: the server gives one to every visitor as a session cookie. */
async function logIn(url: string, persona: string): Promise<string> {
    const response = await fetch(`${url}/lightning?as=${encodeURIComponent(persona)}`, { redirect: 'manual' });
    const cookie = /(?:^|,\s*)sid=([^;]+)/.exec(response.headers.get('set-cookie') ?? '');
    if (cookie === null) {
        throw new Error(`The local org at ${url} knows no persona ${persona}.`);
    }
    return decodeURIComponent(cookie[1]);
}

/** Opens the data; a folder that nobody has used yet gets the sample data first, as at the first start. */
async function openData(state: StateFolder, persona: string): Promise<ImportTarget> {
    const [{ LocalOrg }, { LocalTarget }] = await Promise.all([
        import('../../local-org/org.ts'),
        import('./local-target.ts')
    ]);
    state.claim();
    const isNew = !existsSync(state.dataFile);
    const org = LocalOrg.open({ projectDir: PROJECT_DIR, dataFile: state.dataFile, quiet: true });
    if (isNew) {
        const { loadSampleData } = await import('../load.ts');
        loadSampleData(org);
    }
    return new LocalTarget(org, persona);
}
