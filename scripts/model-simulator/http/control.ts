import type { Chaos } from '../faults/chaos.ts';
import { FAULT_KINDS, type FaultQueue } from '../faults/faults.ts';
import type { Reply } from './exchange.ts';
import type { Journal } from './journal.ts';

/** What the simulator says of itself. */
export const ABOUT = {
    name: 'Tandem model simulator',
    /** Of this process, so that a test can stop it as a crash would. */
    pid: process.pid,
    answers:
        'extractive: sentences of the prompt, picked and shortened by the response schema. No language model runs here.',
    endpoints: [
        'POST /v1/chat/completions',
        'POST /v1/responses',
        'POST /v1/messages',
        'POST /openai/v1/chat/completions',
        'POST /openai/v1/responses',
        'POST /openai/deployments/{deployment}/chat/completions',
        'POST /compatible/v1/chat/completions',
        'GET /v1/models',
        'GET|DELETE /_simulator/requests',
        'GET|POST|DELETE /_simulator/faults',
        'GET|POST|DELETE /_simulator/chaos'
    ],
    faults: FAULT_KINDS
};

/** What the simulator's own endpoints read and change. */
export interface Controlled {
    journal: Journal;
    faults: FaultQueue;
    chaos: Chaos;
}

/** Answers the simulator's own endpoints; null for other paths. */
export function controlReply(method: string, path: string, text: string, controlled: Controlled): Reply | null {
    const { journal, faults, chaos } = controlled;
    switch (`${method} ${path}`) {
        case 'GET /':
        case 'GET /_simulator':
            return ok(ABOUT);
        case 'GET /_simulator/requests':
            return ok({ requests: journal.all() });
        case 'DELETE /_simulator/requests':
            journal.clear();
            return ok({ requests: [] });
        case 'GET /_simulator/faults':
            return ok({ faults: faults.all() });
        case 'DELETE /_simulator/faults':
            faults.clear();
            return ok({ faults: [] });
        case 'POST /_simulator/faults':
            return created(() => ({ fault: faults.add(JSON.parse(text)) }));
        case 'GET /_simulator/chaos':
            return ok({ chaos: chaos.current() });
        case 'DELETE /_simulator/chaos':
            chaos.stop();
            return ok({ chaos: null });
        case 'POST /_simulator/chaos':
            return created(() => ({ chaos: chaos.start(JSON.parse(text)) }));
        default:
            return null;
    }
}

function created(make: () => object): Reply {
    try {
        return { status: 201, body: make() };
    } catch (error) {
        return { status: 400, body: { error: error instanceof Error ? error.message : String(error) } };
    }
}

function ok(body: unknown): Reply {
    return { status: 200, body };
}
