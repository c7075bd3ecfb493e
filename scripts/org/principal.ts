import { environmentName } from '../local-org/platform/http/credentials.ts';
import type { MetadataStore } from '../local-org/metadata/types.ts';
import { UsageError } from './deploy-options.ts';
import { parameterNames } from './steps.ts';

/** Where a provider's key is kept. */
export interface Principal {
    externalCredential: string;
    label: string;
    principal: string;
    parameter: string;
    /** Environment variable that the key is read from. */
    environmentVariable: string;
}

/**
 * The principal of the External Credential with this name or label.
 * @throws UsageError
 */
export function findPrincipal(
    provider: string,
    { externalCredentials }: Pick<MetadataStore, 'externalCredentials'>
): Principal {
    const wanted = provider.toLowerCase();
    const found = externalCredentials.find(({ name, label }) =>
        [name.toLowerCase(), label.toLowerCase()].includes(wanted)
    );
    const principal = found?.principals[0]?.name;
    const parameter = found && parameterNames(found.authHeaders)[0];
    if (!found || principal === undefined || parameter === undefined) {
        const names = externalCredentials.map(({ name }) => name).join(', ');
        throw new UsageError(`There is no provider "${provider}". Those that there are: ${names}.`);
    }
    return {
        externalCredential: found.name,
        label: found.label,
        principal,
        parameter,
        environmentVariable: environmentName(found.name, parameter)
    };
}
