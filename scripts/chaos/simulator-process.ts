import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { ChaosSettings } from '../model-simulator/faults/chaos.ts';
import type { RecordedRequest } from '../model-simulator/http/journal.ts';

const SCRIPT = path.resolve(import.meta.dirname, '../model-simulator/index.ts');

/** A simulator in a process of its own: jobs of the local org stand still while they wait for it. */
export interface SimulatorProcess {
    url: string;
    /** What it received, oldest first. */
    requests(): Promise<RecordedRequest[]>;
    stop(): Promise<void>;
}

interface Journal {
    requests: RecordedRequest[];
}

/** Starts a simulator without latency, whose calls fail at random. */
export async function startSimulatorProcess(chaos: Partial<ChaosSettings>): Promise<SimulatorProcess> {
    const child = spawn(process.execPath, [...process.execArgv, SCRIPT, '--port', '0', '--latency', '0'], {
        stdio: ['ignore', 'pipe', 'inherit']
    });
    const [line] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
    const { url } = JSON.parse(line) as { url: string };
    const stop = async (): Promise<void> => {
        child.kill('SIGTERM');
        await once(child, 'exit');
    };
    try {
        await control(url, 'chaos', chaos);
    } catch (error) {
        await stop();
        throw error;
    }
    return { url, requests: async () => (await control<Journal>(url, 'requests')).requests, stop };
}

/** Sends a command, or reads when there is no body. Throws what the simulator answers to a wrong one. */
async function control<T>(url: string, name: string, body?: object): Promise<T> {
    const options = body && { method: 'POST', body: JSON.stringify(body) };
    const response = await fetch(`${url}/_simulator/${name}`, options);
    if (!response.ok) throw new Error(`The simulator answered ${response.status}: ${await response.text()}`);
    return (await response.json()) as T;
}
