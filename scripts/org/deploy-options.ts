import { parseArgs } from 'node:util';

/** What a person may ask of the deployment. */
export interface DeployOptions {
    /** Alias or username of the org; null means the CLI's default org. */
    targetOrg: string | null;
    /** Package directories to deploy. */
    directories: string[];
    /** Permission sets to give to the deploying user; null means all that are deployed. */
    permissionSets: string[] | null;
    /** Deploys the translations of these directories, too; the org must have Translation Workbench switched on. */
    withTranslations: boolean;
    /** Only checks whether the org would take it. */
    dryRun: boolean;
}

/** A command line that cannot be understood; the message says what would be. */
export class UsageError extends Error {}

const USAGE = `Usage: tsx scripts/org/deploy.ts [--target-org alias] [--directory force-app/core …] [--permission-set name …] [--with-translations] [--dry-run]`;

/**
 * Reads the command line. Without `--directory` everything goes that has no need of a licence of its own.
 * @throws UsageError
 */
export function readDeployOptions(args: string[]): DeployOptions {
    const values = parse(args);
    return {
        targetOrg: values['target-org'] ?? null,
        directories: values.directory ?? ['force-app/core', 'force-app/sales', 'force-app/service'],
        permissionSets: values['permission-set'] ?? null,
        withTranslations: values['with-translations'],
        dryRun: values['dry-run']
    };
}

function parse(args: string[]) {
    try {
        return parseArgs({
            args,
            options: {
                'target-org': { type: 'string', short: 'o' },
                directory: { type: 'string', multiple: true },
                'permission-set': { type: 'string', multiple: true },
                'with-translations': { type: 'boolean', default: false },
                'dry-run': { type: 'boolean', default: false }
            }
        }).values;
    } catch (error) {
        throw new UsageError(`${(error as Error).message}\n${USAGE}`);
    }
}
