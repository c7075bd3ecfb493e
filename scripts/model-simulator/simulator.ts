import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Chaos, type ChaosSettings } from './faults/chaos.ts';
import { FaultQueue, parseFault } from './faults/faults.ts';
import { Journal, type RecordedRequest } from './http/journal.ts';
import { PromptCache } from './prompt-cache.ts';
import { serve, type State } from './serve.ts';

/** How a simulator is started. */
export interface SimulatorOptions {
    /** 0 takes a free one. */
    port?: number;
    /** Milliseconds before each answer; default 1500, so that a person sees progress. */
    latency?: number;
    /** Largest request body in bytes; default 32 MB. */
    bodyLimit?: number;
    /** A first fault, as `kind`, `kind:times` or a status. */
    fault?: string;
    /** Makes requests fail at random from the start. */
    chaos?: Pick<ChaosSettings, 'seed' | 'rate'> & Partial<ChaosSettings>;
}

/** A running simulator. */
export interface Simulator {
    url: string;
    /** Stops it and ends waiting connections. */
    close(): Promise<void>;
    /** The requests of late, oldest first. */
    requests(): RecordedRequest[];
    faults: FaultQueue;
    chaos: Chaos;
}

/** Starts the simulator on this machine only. Rejects when the port is taken. */
export async function startSimulator(options: SimulatorOptions = {}): Promise<Simulator> {
    const state = stateFor(options);
    const server = createServer((request, response) => void serve(state, request, response));
    await new Promise<void>((resolve, reject) =>
        server.once('error', reject).listen(options.port ?? 0, '127.0.0.1', resolve)
    );
    const close = () => {
        server.closeAllConnections();
        return new Promise<void>((resolve) => server.close(() => resolve()));
    };
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    return { url, close, requests: () => state.journal.all(), faults: state.faults, chaos: state.chaos };
}

function stateFor({ latency, bodyLimit, fault, chaos }: SimulatorOptions): State {
    const state: State = {
        journal: new Journal(),
        faults: new FaultQueue(),
        chaos: new Chaos(),
        cache: new PromptCache(),
        answers: new Map(),
        latency,
        bodyLimit
    };
    if (fault !== undefined && fault !== '') {
        state.faults.add(parseFault(fault));
    }
    if (chaos !== undefined) {
        state.chaos.start(chaos);
    }
    return state;
}
