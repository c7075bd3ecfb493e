import type { LocalOrg } from '../../org.ts';
import type { SObjectValue } from '../../platform/values/index.ts';

const MODELS = 'AI_Model__mdt';
const USE_CASES = 'AI_Use_Case__mdt';
const KEY = 'ApiKey';

type ModelOrg = Pick<LocalOrg, 'http' | 'metadata' | 'reload'>;

/**
 * Makes models whose provider has no key inactive for as long as the org runs, so that the first call goes to one that
 * can answer. The metadata files stay as they are, and edits of them are followed.
 */
export function useModelsWithKey(org: ModelOrg): void {
    const { metadata } = org;
    const rowsOf = metadata.customMetadata.bind(metadata);
    metadata.customMetadata = (typeName) => {
        const rows = rowsOf(typeName);
        if (typeName.toLowerCase() === MODELS.toLowerCase()) {
            rows.filter((row) => !hasKey(org, row)).forEach((row) => row.fields.set('Active__c', false));
        }
        return rows;
    };
    org.reload(metadata.customMetadataRecords.filter(({ type }) => type === MODELS).map(({ file }) => file));
}

/** Labels of the models that are asked first, in words for people: `GPT-4.1 mini (OpenAI)`. Empty when there are none. */
export function firstModels({ metadata }: Pick<LocalOrg, 'metadata'>): string {
    const active = metadata.customMetadata(MODELS).filter((row) => row.fields.get('Active__c') === true);
    const labels = new Map(active.map((row) => [text(row, 'DeveloperName'), text(row, 'MasterLabel')]));
    const chains = metadata.customMetadata(USE_CASES).map((row) => text(row, 'Model_Chain__c').split(/\s*,\s*/));
    const first = chains.map((chain) => chain.find((name) => labels.has(name))).filter((name) => name !== undefined);
    return [...new Set(first.map((name) => labels.get(name)))].join(' and ');
}

function hasKey({ http, metadata }: ModelOrg, model: SObjectValue): boolean {
    const credential = metadata.namedCredential(text(model, 'Named_Credential__c'))?.externalCredential;
    return Boolean(credential && http.resolver.credentials(credential, KEY));
}

function text(row: SObjectValue, field: string): string {
    return String(row.fields.get(field) ?? '');
}
