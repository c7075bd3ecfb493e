/** Sets, replaces or removes the key of a model provider in an org, without ever printing it. */
import path from 'node:path';
import { orgAccess } from '../data/import/real-org.ts';
import { openMetadata } from '../local-org/metadata/index.ts';
import { removeKey, setKey } from './credential-resource.ts';
import { UsageError } from './deploy-options.ts';
import { askHidden } from './hidden-prompt.ts';
import { readKeyOptions, type KeyOptions } from './key-options.ts';
import { findPrincipal, type Principal } from './principal.ts';

const PROJECT_DIR = path.resolve(import.meta.dirname, '../..');

async function run({ targetOrg, provider, remove }: KeyOptions): Promise<void> {
    const principal = findPrincipal(provider, openMetadata(PROJECT_DIR));
    if (remove) {
        await removeKey(await orgAccess(targetOrg), principal);
        console.log(`The key of ${principal.label} is removed from ${targetOrg}.`);
        return;
    }
    const key = await readKey(principal);
    const done = await setKey(await orgAccess(targetOrg), principal, key);
    console.log(`The key of ${principal.label} is ${done} in ${targetOrg}. Test it on the tab Model Keys.`);
}

/** The key from the environment, else from the person at the terminal. */
async function readKey({ label, environmentVariable }: Principal): Promise<string> {
    const given = process.env[environmentVariable];
    if (given === undefined && !process.stdin.isTTY) {
        throw new UsageError(`Set ${environmentVariable}, or run this in a terminal to be asked for the key.`);
    }
    const key = (
        given ?? (await askHidden(`Key of ${label}: `, process.stdin, (text) => process.stdout.write(text)))
    ).trim();
    if (!/^\S+$/.test(key)) {
        throw new UsageError('That is no key: it is empty or has spaces in it. Nothing was changed.');
    }
    return key;
}

try {
    await run(readKeyOptions(process.argv.slice(2)));
} catch (error) {
    console.error((error as Error).message);
    process.exitCode = error instanceof UsageError ? 2 : 1;
}
