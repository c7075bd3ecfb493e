/** Everything that can be made to go wrong. The first group replaces the answer, the second spoils it. */
export const FAULT_KINDS = [
    'overloaded',
    'rate_limit',
    'quota',
    'timeout',
    'status',
    'malformed',
    'refusal',
    'cut_off',
    'wrong_schema',
    'unsupported_evidence',
    'content_filter'
] as const;

export type FaultKind = (typeof FAULT_KINDS)[number];

/** A fault to apply to the next requests. */
export interface Fault {
    kind: FaultKind;
    /** HTTP status, for kind 'status'. */
    status?: number;
    /** How many requests it still hits. */
    times: number;
    /** Milliseconds to wait before the faulty answer. */
    latency?: number;
}

/** Faults waiting to happen, first in, first out. */
export class FaultQueue {
    private readonly faults: Fault[] = [];

    /** Adds a fault; throws TypeError with what is accepted when it is malformed. */
    add(fault: unknown): Fault {
        const checked = checkFault(fault);
        this.faults.push(checked);
        return checked;
    }

    /** The fault for the next request, used up by one; null when none waits. */
    take(): Fault | null {
        const fault = this.faults[0];
        if (fault === undefined) {
            return null;
        }
        fault.times -= 1;
        if (fault.times <= 0) {
            this.faults.shift();
        }
        return { ...fault };
    }

    all(): Fault[] {
        return this.faults.map((fault) => ({ ...fault }));
    }

    clear(): void {
        this.faults.length = 0;
    }
}

/** Reads `kind` or `kind:times` or a bare status, as a header or an environment variable gives it. */
export function parseFault(text: string): Fault {
    const [kind, times] = text.trim().split(':');
    const status = /^\d{3}$/.test(kind) ? { status: Number(kind) } : { kind };
    return checkFault({ ...status, times: times === undefined ? 1 : Number(times) });
}

function checkFault(value: unknown): Fault {
    if (typeof value !== 'object' || value === null) {
        throw new TypeError('A fault is an object: {kind or status, times, latency}');
    }
    const { kind, status, times = 1, latency } = value as Record<string, unknown>;
    const named = kind ?? (status === undefined ? undefined : 'status');
    if (!FAULT_KINDS.includes(named as FaultKind)) {
        throw new TypeError(`A fault's kind is one of ${FAULT_KINDS.join(', ')}; got ${JSON.stringify(named)}`);
    }
    if (named === 'status' && !(isWhole(status) && status >= 400 && status <= 599)) {
        throw new TypeError(`A fault's status is a number from 400 to 599; got ${JSON.stringify(status)}`);
    }
    if (!isWhole(times) || times < 1 || (latency !== undefined && !isWhole(latency))) {
        throw new TypeError("A fault's times is a whole number from 1, its latency a whole number of milliseconds");
    }
    return {
        kind: named as FaultKind,
        status: status as number | undefined,
        times,
        latency: latency as number | undefined
    };
}

function isWhole(value: unknown): value is number {
    return Number.isInteger(value) && (value as number) >= 0;
}
