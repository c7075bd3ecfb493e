import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { RestTarget } from './rest-target.ts';

/** What `sf` tells about an org. */
export interface OrgInfo {
    accessToken: string;
    instanceUrl: string;
    username: string;
}

const run = promisify(execFile);

/** Connects to an org that `sf org login` knows by alias or username. Throws with the CLI's own message when it does not. */
export async function realOrgTarget(alias: string): Promise<RestTarget> {
    const { instanceUrl, accessToken, username } = await orgAccess(alias);
    return new RestTarget({ url: instanceUrl, accessToken, label: `the org ${username}`, setsDates: false });
}

/** Address and token of an org that `sf org login` knows by alias or username. Throws with the CLI's own message. */
export async function orgAccess(alias: string): Promise<OrgInfo> {
    const shown = await sf<OrgInfo>('org', 'display', '--target-org', alias);
    const { accessToken } = isToken(shown.accessToken)
        ? shown
        : await sf<OrgInfo>('org', 'auth', 'show-access-token', '--target-org', alias);
    return { ...shown, accessToken };
}

/** Newer versions of the CLI show tokens only by a command of their own. */
function isToken(text: string | undefined): boolean {
    return /^00D\w{12,15}!/.test(text ?? '');
}

async function sf<T>(...command: string[]): Promise<T> {
    const environment = { ...process.env, SF_DISABLE_TELEMETRY: 'true', SF_SKIP_NEW_VERSION_CHECK: 'true' };
    const output = await run(process.execPath, [cliScript(), ...command, '--json'], {
        env: environment,
        maxBuffer: 10_000_000
    }).catch((error: { stdout?: string; message: string }) => ({
        stdout: error.stdout || JSON.stringify({ status: 1, message: error.message })
    }));
    const answer = JSON.parse(output.stdout) as { status: number; message?: string; result: T };
    if (answer.status !== 0) {
        throw new Error(answer.message ?? `sf ${command.join(' ')} failed.`);
    }
    return answer.result;
}

/** The project's own CLI. Its package does not export where it is, so it is looked for in the place where npm puts it. */
function cliScript(): string {
    return path.resolve(import.meta.dirname, '../../../node_modules/@salesforce/cli/bin/run.js');
}
