import type { MetadataStore } from '../local-org/metadata/types.ts';
import type { DeployOptions } from './deploy-options.ts';

/** Arguments of the sf command that deploys; the platform orders what is inside one deployment. */
export function deployArguments({ targetOrg, directories, dryRun }: DeployOptions): string[] {
    const sources = directories.flatMap((directory) => ['--source-dir', directory]);
    return ['project', 'deploy', 'start', ...sources, ...(dryRun ? ['--dry-run'] : []), ...orgArguments(targetOrg)];
}

/**
 * Arguments of the sf commands that deploy translations: one for each directory, because each has a file of the same
 * language, and after the rest, because they name labels that have to be there.
 */
export function translationArguments({ targetOrg, directories, withTranslations }: DeployOptions): string[][] {
    const folders = withTranslations ? directories.map(translationDirectory) : [];
    return folders.map((folder) => ['project', 'deploy', 'start', '--source-dir', folder, ...orgArguments(targetOrg)]);
}

/** Where the translations of a package directory lie: `force-app/sales` → `force-app/translations/sales`. */
export function translationDirectory(directory: string): string {
    return directory.replace(/([^\\/]+)[\\/]?$/, 'translations/$1');
}

/** Arguments of the sf command that gives permission sets to the deploying user. */
export function assignArguments({ targetOrg }: DeployOptions, permissionSets: string[]): string[] {
    return [
        'org',
        'assign',
        'permset',
        ...permissionSets.flatMap((name) => ['--name', name]),
        ...orgArguments(targetOrg)
    ];
}

/** Names of the permission sets to assign: those asked for, else all in the deployed directories. */
export function permissionSetsToAssign(options: DeployOptions, metadata: MetadataStore): string[] {
    const deployed = metadata.permissionSets.filter(({ file }) => isUnder(file, options.directories));
    return options.permissionSets ?? deployed.map(({ name }) => name);
}

/** What is left to do by hand, because a key never is in metadata: one step for each credential that needs one. */
export function apiKeySteps({ directories }: DeployOptions, metadata: MetadataStore): string {
    const credentials = metadata.externalCredentials.filter(({ file }) => isUnder(file, directories));
    const steps = credentials.flatMap(({ label, principals, authHeaders }) =>
        principals.map(
            ({ name }) => `  ${label}: principal ${name}, parameter ${parameterNames(authHeaders).join(', ')}`
        )
    );
    return [
        'Set the key of at least one provider: in the app Tandem on the tab Model Keys, with',
        'npm run key -- --target-org my-org --provider OpenAI, or in Setup > Named Credentials >',
        'External Credentials > the credential > Principals > Edit > Authentication Parameters > Add:',
        ...steps
    ].join('\n');
}

/** `{!'Bearer ' & $Credential.OpenAI.ApiKey}` reads the parameter ApiKey. */
export function parameterNames(headers: { value: string }[]): string[] {
    return headers.flatMap(({ value }) => [...value.matchAll(/\$Credential\.\w+\.(\w+)/g)].map(([, name]) => name));
}

function orgArguments(targetOrg: string | null): string[] {
    return targetOrg === null ? [] : ['--target-org', targetOrg];
}

function isUnder(file: string, directories: string[]): boolean {
    const path = file.replaceAll('\\', '/');
    return directories.some((directory) => path.startsWith(`${directory}/`) || path.includes(`/${directory}/`));
}
