import type { LocalOrg } from '../../org.ts';
import { loadSampleData } from '../../../data/load.ts';
import type { ModelEndpoint } from './model.ts';
import { firstModels, useModelsWithKey } from './models.ts';
import type { StateFolder } from './state-folder.ts';

/**
 * Sends what goes to a provider to the simulator instead, when there is one; else leaves only the models that have a key.
 * Returns what answers, in words for people.
 */
export function useModel(org: LocalOrg, { label, simulatorUrl }: ModelEndpoint): string {
    if (simulatorUrl === null) {
        useModelsWithKey(org);
        return firstModels(org) || label;
    }
    for (const { name, url } of org.metadata.namedCredentials) {
        const path = URL.canParse(url) ? new URL(url).pathname.replace(/\/$/, '') : '';
        org.http.resolver.overrides[name] = simulatorUrl + path;
    }
    return label;
}

/** Loads the sample data unless an earlier start did. */
export function loadFirstData(org: LocalOrg, state: StateFolder): void {
    if (!state.hasSampleData) {
        console.log('Loading the sample data …');
        loadSampleData(org);
        state.noteSampleData();
    }
}
