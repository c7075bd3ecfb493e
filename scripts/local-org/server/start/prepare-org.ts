import type { LocalOrg } from '../../org.ts';
import { loadSampleData } from '../../../data/load.ts';
import type { ModelEndpoint } from './model.ts';
import type { StateFolder } from './state-folder.ts';

/** Sends what goes to a provider to the simulator instead, when there is one. */
export function useModel(org: LocalOrg, { simulatorUrl }: ModelEndpoint): void {
    for (const { name, url } of simulatorUrl === null ? [] : org.metadata.namedCredentials) {
        const path = URL.canParse(url) ? new URL(url).pathname.replace(/\/$/, '') : '';
        org.http.resolver.overrides[name] = simulatorUrl + path;
    }
}

/** Loads the sample data unless an earlier start did. */
export function loadFirstData(org: LocalOrg, state: StateFolder): void {
    if (!state.hasSampleData) {
        console.log('Loading the sample data …');
        loadSampleData(org);
        state.noteSampleData();
    }
}
