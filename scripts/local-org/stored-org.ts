import { LocalOrg } from './org.ts';
import { loadFirstData } from './server/start/prepare-org.ts';
import type { StateFolder } from './server/start/state-folder.ts';

/**
 * Opens the project's stored org for a command that works on it while no server runs. A folder that nobody has used yet
 * gets the sample data first, as at the first start.
 * @throws DataInUse when a server runs on the data, CompileFailure when the Apex does not compile
 */
export function openStoredOrg(projectDir: string, state: StateFolder): LocalOrg {
    state.claim();
    const org = LocalOrg.open({ projectDir, dataFile: state.dataFile, quiet: true });
    loadFirstData(org, state);
    return org;
}
