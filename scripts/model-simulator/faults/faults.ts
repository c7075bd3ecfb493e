/** Everything that can be made to go wrong: errors in place of an answer, answers that are spoiled, connections that break. */
export const FAULT_KINDS = [
    'overloaded',
    'rate_limit',
    'rate_limit_date',
    'rate_limit_without_wait',
    'quota',
    'unauthorised',
    'forbidden',
    'not_found',
    'too_large',
    'server_error',
    'unavailable',
    'status',
    'malformed',
    'prose',
    'wrong_schema',
    'unsupported_evidence',
    'refusal',
    'cut_off',
    'content_filter',
    'prompt_filter',
    'timeout',
    'refused',
    'half_body',
    'large',
    'duplicate',
    'answer',
    'obey'
] as const;

export type FaultKind = (typeof FAULT_KINDS)[number];

/** Statuses of the kinds that are nothing but a status. */
export const STATUS_OF: Partial<Record<FaultKind, number>> = {
    unauthorised: 401,
    forbidden: 403,
    not_found: 404,
    too_large: 413,
    server_error: 500,
    unavailable: 503
};

/** Codes of OpenAI's 429 for which no wait helps. */
export const QUOTA_CODES = [
    'credit_balance_exhausted',
    'organization_spend_limit_exceeded',
    'project_spend_limit_exceeded',
    'organization_usage_limit_exceeded',
    'insufficient_quota'
];

/** A fault to apply to the next requests. */
export interface Fault {
    kind: FaultKind;
    /** HTTP status, for kind 'status'. */
    status?: number;
    /** Error code, for kind 'quota'. */
    code?: string;
    /** What the model says: the whole answer for kind 'answer', the words of every statement for kind 'obey'. */
    text?: string;
    /** How many requests it still hits. */
    times: number;
    /** Milliseconds to wait before the faulty answer; for a timeout how long the caller is kept. */
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
        throw new TypeError('A fault is an object: {kind or status, times, latency, code}');
    }
    const { kind, status, times = 1, latency, code, text } = value as Record<string, unknown>;
    const named = kind ?? (status === undefined ? undefined : 'status');
    if (!isFaultKind(named)) {
        throw new TypeError(`A fault's kind is one of ${FAULT_KINDS.join(', ')}; got ${JSON.stringify(named)}`);
    }
    if (named === 'status' && !(isWhole(status) && status >= 400 && status <= 599)) {
        throw new TypeError(`A fault's status is a number from 400 to 599; got ${JSON.stringify(status)}`);
    }
    if (!isWhole(times) || times < 1 || (latency !== undefined && !isWhole(latency))) {
        throw new TypeError("A fault's times is a whole number from 1, its latency a whole number of milliseconds");
    }
    if (code !== undefined && typeof code !== 'string') {
        throw new TypeError(`A fault's code is text; got ${JSON.stringify(code)}`);
    }
    if ((named === 'answer' || named === 'obey') !== (typeof text === 'string')) {
        throw new TypeError('A fault of kind answer or obey, and no other, has a text');
    }
    return {
        kind: named,
        text: text as string | undefined,
        status: status as number | undefined,
        times,
        latency: latency as number | undefined,
        code
    };
}

/** Whether a value names a fault. */
export function isFaultKind(value: unknown): value is FaultKind {
    return FAULT_KINDS.includes(value as FaultKind);
}

/** Whether a value is a whole number from 0. */
export function isWhole(value: unknown): value is number {
    return Number.isInteger(value) && (value as number) >= 0;
}
