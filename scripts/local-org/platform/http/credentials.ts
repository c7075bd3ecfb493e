import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { NotImplementedError } from '../not-implemented.ts';

/** The secret of a parameter of an external credential; undefined when there is none. */
export type CredentialReader = (externalCredential: string, parameter: string) => string | undefined;

/** Where the secrets of external credentials are kept. */
export interface CredentialStore {
    read: CredentialReader;
    /** Keeps a secret for later starts too, in a file that only this user may read; null forgets it. */
    write(externalCredential: string, parameter: string, secret: string | null): void;
}

type Secrets = Record<string, Record<string, string>>;

/**
 * Secrets from the environment (`OPENAI_API_KEY` for parameter ApiKey of OpenAI) and else from
 * `.local-org/credentials.json` (`{"OpenAI": {"ApiKey": "…"}}`). What is written goes to the file.
 */
export function openCredentials(projectDir: string, environment: NodeJS.ProcessEnv = process.env): CredentialStore {
    return {
        read: (externalCredential, parameter) =>
            environment[environmentName(externalCredential, parameter)] ??
            storedSecrets(projectDir)[externalCredential]?.[parameter],
        write: (externalCredential, parameter, secret) => {
            const secrets = storedSecrets(projectDir);
            const { [parameter]: _, ...others } = secrets[externalCredential] ?? {};
            const kept = secret === null ? others : { ...others, [parameter]: secret };
            keepSecrets(projectDir, { ...secrets, [externalCredential]: kept });
        }
    };
}

/** Name of the environment variable of a secret: `OPENAI_API_KEY` for parameter ApiKey of OpenAI. */
export function environmentName(externalCredential: string, parameter: string): string {
    const snakeCase = parameter.replaceAll(/([a-z])([A-Z])/g, '$1_$2');
    return `${externalCredential}_${snakeCase}`.toUpperCase();
}

function secretsFile(projectDir: string): string {
    return path.join(projectDir, '.local-org', 'credentials.json');
}

function storedSecrets(projectDir: string): Secrets {
    const file = secretsFile(projectDir);
    return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Secrets) : {};
}

function keepSecrets(projectDir: string, secrets: Secrets): void {
    const file = secretsFile(projectDir);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, `${JSON.stringify(secrets, null, 4)}\n`, { mode: 0o600 });
}

/**
 * A header's value with its merge fields filled in: `{!'Bearer ' & $Credential.OpenAI.ApiKey}`. A missing secret
 * merges as nothing. Throws NotImplementedError on other formulas.
 */
export function mergeCredentials(text: string, read: CredentialReader): string {
    return text.replaceAll(/\{!([^}]*)\}/g, (_, formula: string) => evaluate(formula, read));
}

function evaluate(formula: string, read: CredentialReader): string {
    const parts = formula.match(/'[^']*'|"[^"]*"|[^&'"]+/g) ?? [];
    return parts.map((part) => evaluatePart(part.trim(), formula, read)).join('');
}

function evaluatePart(part: string, formula: string, read: CredentialReader): string {
    if (part === '') return '';
    if (/^['"]/.test(part)) return part.slice(1, -1);
    const reference = /^\$Credential\.(\w+)\.(\w+)$/.exec(part);
    if (!reference) throw new NotImplementedError(`Credential formula {!${formula}}`);
    return read(reference[1], reference[2]) ?? '';
}
