/** `npm start`: the product on one machine, without Salesforce. */
import path from 'node:path';
import type { LocalOrgServer } from './server/start/run.ts';
import { nodeVersionProblem } from './server/start/node-version.ts';

const PROJECT_DIR = path.resolve(import.meta.dirname, '../..');

async function main(): Promise<void> {
    const problem = nodeVersionProblem(process.version);
    if (problem) {
        throw new Error(problem);
    }
    const { readStartOptions } = await import('./server/start/options.ts');
    const options = readStartOptions(process.argv.slice(2));
    const { startLocalOrg } = await import('./server/start/run.ts');
    const running: { server?: LocalOrgServer } = {};
    process.once('SIGINT', () => void end(running.server));
    process.once('SIGTERM', () => void end(running.server));
    running.server = await startLocalOrg(PROJECT_DIR, options);
}

/** Ends in order; in the middle of a start there is nothing to put in order but the child processes, which end too. */
async function end(server: LocalOrgServer | undefined): Promise<void> {
    await server?.stop();
    process.exit(server ? 0 : 1);
}

main().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
});
