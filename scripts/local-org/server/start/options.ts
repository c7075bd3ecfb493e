import { parseArgs } from 'node:util';

/** What a person may ask of `npm start`. */
export interface StartOptions {
    port: number;
    /** Persona of a visitor who is nobody yet. */
    persona: string;
    /** Whether to open the browser. */
    open: boolean;
    /** Whether to print what each call of Apex used of its limits. */
    limits: boolean;
}

const DEFAULT_PORT = '3000';
const DEFAULT_PERSONA = 'agent';
const LARGEST_PORT = 65_535;

/** A command line that cannot be understood; the message says what would be. */
export class UsageError extends Error {}

/**
 * Reads the arguments of `npm start`.
 * @throws UsageError
 */
export function readStartOptions(args: string[]): StartOptions {
    const { values } = parse(args);
    const port = Number(values.port);
    if (!/^\d+$/.test(values.port) || port > LARGEST_PORT) {
        throw new UsageError(`--port takes a number up to ${LARGEST_PORT}, not "${values.port}".`);
    }
    return { port, persona: values.as, open: !values['no-open'], limits: values.limits };
}

function parse(args: string[]) {
    try {
        return parseArgs({
            args,
            options: {
                port: { type: 'string', default: DEFAULT_PORT },
                as: { type: 'string', default: DEFAULT_PERSONA },
                'no-open': { type: 'boolean', default: false },
                limits: { type: 'boolean', default: false }
            }
        });
    } catch (error) {
        const usage = 'Usage: npm start -- [--port 3000] [--as agent] [--no-open] [--limits]';
        throw new UsageError(`${(error as Error).message}\n${usage}`);
    }
}
