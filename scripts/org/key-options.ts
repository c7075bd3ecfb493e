import { parseArgs } from 'node:util';
import { UsageError } from './deploy-options.ts';

/** What a person may ask of `npm run key`. */
export interface KeyOptions {
    /** Alias or username of the org. */
    targetOrg: string;
    /** Name or label of an External Credential of the project. */
    provider: string;
    /** Removes the key instead of setting it. */
    remove: boolean;
}

const USAGE = 'Usage: npm run key -- --target-org alias --provider OpenAI [--remove]';

/**
 * Reads the command line. A key on it is refused, because it would stay in the shell's history.
 * @throws UsageError
 */
export function readKeyOptions(args: string[]): KeyOptions {
    const { 'target-org': targetOrg, provider, remove } = parse(args);
    if (targetOrg === undefined || provider === undefined) {
        throw new UsageError(`Name the org and the provider.\n${USAGE}`);
    }
    return { targetOrg, provider, remove };
}

function parse(args: string[]) {
    try {
        return parseArgs({
            args,
            options: {
                'target-org': { type: 'string', short: 'o' },
                provider: { type: 'string', short: 'p' },
                remove: { type: 'boolean', default: false }
            }
        }).values;
    } catch {
        const advice = 'The key itself is read from the environment or asked for, never given on the command line.';
        throw new UsageError(`${USAGE}\n${advice}`);
    }
}
