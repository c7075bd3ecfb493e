import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { startSimulator } from './simulator.ts';

export { startSimulator, type Simulator, type SimulatorOptions } from './simulator.ts';
export type { RecordedRequest } from './http/journal.ts';

/** Command line: `--port N` (0 = free), `--latency milliseconds`; prints {"url": …} when ready. */
async function main(): Promise<void> {
    const { values } = parseArgs({ options: { port: { type: 'string', default: '0' }, latency: { type: 'string' } } });
    const latency = values.latency ?? process.env.MODEL_SIMULATOR_LATENCY;
    const simulator = await startSimulator({
        port: wholeNumber('--port', values.port),
        latency: latency === undefined ? undefined : wholeNumber('--latency', latency),
        fault: process.env.MODEL_SIMULATOR_FAULT
    });
    process.stdout.write(`${JSON.stringify({ url: simulator.url })}\n`);
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
        process.once(signal, () => void simulator.close().then(() => process.exit(0)));
    }
}

function wholeNumber(name: string, text: string): number {
    if (!/^\d+$/.test(text)) {
        throw new TypeError(`${name} takes a whole number, not "${text}"`);
    }
    return Number(text);
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
    main().catch((error: unknown) => {
        process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
        process.exitCode = 1;
    });
}
