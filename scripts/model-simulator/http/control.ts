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
        'POST /v1/messages',
        'GET /v1/models',
        'GET|DELETE /_simulator/requests',
        'GET|POST|DELETE /_simulator/faults'
    ],
    faults: FAULT_KINDS
};

/** Answers the simulator's own endpoints; null for other paths. */
export function controlReply(
    method: string,
    path: string,
    text: string,
    journal: Journal,
    faults: FaultQueue
): Reply | null {
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
            return addFault(text, faults);
        default:
            return null;
    }
}

function addFault(text: string, faults: FaultQueue): Reply {
    try {
        return { status: 201, body: { fault: faults.add(JSON.parse(text)) } };
    } catch (error) {
        return { status: 400, body: { error: error instanceof Error ? error.message : String(error) } };
    }
}

function ok(body: unknown): Reply {
    return { status: 200, body };
}
