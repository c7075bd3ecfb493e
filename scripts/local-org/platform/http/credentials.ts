import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { NotImplementedError } from '../not-implemented.ts';

/** The secret of a parameter of an external credential; undefined when there is none. */
export type CredentialReader = (externalCredential: string, parameter: string) => string | undefined;

/**
 * Reads secrets from the environment (`OPENAI_API_KEY` for parameter ApiKey of OpenAI) and else from
 * `.local-org/credentials.json` (`{"OpenAI": {"ApiKey": "…"}}`).
 */
export function credentialReader(projectDir: string, environment: NodeJS.ProcessEnv = process.env): CredentialReader {
    return (externalCredential, parameter) =>
        environment[environmentName(externalCredential, parameter)] ??
        storedSecrets(projectDir)[externalCredential]?.[parameter];
}

function environmentName(externalCredential: string, parameter: string): string {
    const snakeCase = parameter.replaceAll(/([a-z])([A-Z])/g, '$1_$2');
    return `${externalCredential}_${snakeCase}`.toUpperCase();
}

function storedSecrets(projectDir: string): Record<string, Record<string, string>> {
    const file = path.join(projectDir, '.local-org', 'credentials.json');
    return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, Record<string, string>>) : {};
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
