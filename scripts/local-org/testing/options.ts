import path from 'node:path';
import { parseArgs } from 'node:util';

export const USAGE =
    'npm run test:apex -- [--project DIR] [--filter NAME] [--coverage] [--limits] [--fail-fast] [--workers N] [--json FILE] [--junit FILE]';

/** What a test run was asked for. */
export interface TestOptions {
    project: string;
    filter?: string;
    coverage: boolean;
    limits: boolean;
    failFast: boolean;
    /** Null: as many as the tests that are left are worth. */
    workers: number | null;
    json?: string;
    junit?: string;
}

/** Reads the command line. Throws for an option that is not known or has a wrong value. */
export function readOptions(args = process.argv.slice(2)): TestOptions {
    const { values } = parseArgs({
        args,
        options: {
            project: { type: 'string', default: path.resolve(import.meta.dirname, '../../..') },
            filter: { type: 'string' },
            coverage: { type: 'boolean', default: false },
            limits: { type: 'boolean', default: false },
            'fail-fast': { type: 'boolean', default: false },
            workers: { type: 'string' },
            json: { type: 'string' },
            junit: { type: 'string' }
        }
    });
    return { ...values, failFast: values['fail-fast'], workers: workersOf(values.workers) };
}

function workersOf(text: string | undefined): number | null {
    if (text === undefined) return null;
    const count = Number(text);
    if (Number.isInteger(count) && count > 0) return count;
    throw Object.assign(new Error(`--workers must be a whole number from 1: ${text}`), {
        code: 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE'
    });
}
