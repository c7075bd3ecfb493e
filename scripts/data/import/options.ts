import { parseArgs } from 'node:util';

/** What the command line asks for. */
export interface ImportOptions {
    file: string;
    dryRun: boolean;
    /** Persona of the local org. */
    persona: string;
    /** Alias or username of a real org; null for the local one. */
    targetOrg: string | null;
}

export const USAGE = `Usage: npm run import -- FILE.csv [--dry-run] [--as PERSONA] [--target-org ALIAS]

  --dry-run      checks the file and loads nothing
  --as           persona of the local org that loads (default admin, who can set the dates of cases and comments)
  --target-org   loads into an org that \`sf org login\` knows, instead of the local org

Columns: docs/import-cases.md`;

/** Reads the command line. Throws with the usage when it is not understood. */
export function readImportOptions(args: string[]): ImportOptions {
    const { values, positionals } = parse(args);
    if (positionals.length !== 1) {
        throw new Error(USAGE);
    }
    if (values.as !== undefined && values['target-org'] !== undefined) {
        throw new Error('--as names a persona of the local org; it cannot be used with --target-org.');
    }
    return {
        file: positionals[0],
        dryRun: values['dry-run'],
        persona: values.as ?? 'admin',
        targetOrg: values['target-org'] ?? null
    };
}

function parse(args: string[]) {
    try {
        return parseArgs({
            args,
            allowPositionals: true,
            options: {
                'dry-run': { type: 'boolean', default: false },
                as: { type: 'string' },
                'target-org': { type: 'string' }
            }
        });
    } catch (error) {
        throw new Error(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`);
    }
}
