import type { Row } from '../chaos-org.ts';
import type { Evidence } from './all.ts';

/** Outcomes that count against a model, as the audit log writes them. */
const PASSING: readonly unknown[] = ['Wait', 'Overloaded', 'Timeout', 'Network'];
const FOR_ADMINS: readonly unknown[] = ['Quota Spent', 'Unauthorised', 'Not Found'];
const FAILURES_TO_OPEN = 3;
const SHORTEST_REST = 60_000;

/** A circuit as the audit log tells it, without the code that keeps it. */
interface Circuit {
    failures: number;
    openSince: number | null;
    needsAdmin: boolean;
}

/** No call began while its model had to rest, and the states at the end are those that the last answers lead to. */
export function circuitViolations({ audit, circuits }: Evidence): string[] {
    const attempts = audit.filter((row) => Number(row.Attempt__c) > 0);
    const models = [...new Set(attempts.map((row) => String(row.Model__c)))];
    return models.flatMap((model) => {
        const own = attempts.filter((row) => row.Model__c === model);
        const problems: string[] = [];
        const last = replay(own, (problem) => problems.push(`${model}: ${problem}`));
        return [
            ...problems,
            ...compare(
                model,
                last,
                circuits.find((row) => row.Name === model)
            )
        ];
    });
}

function replay(attempts: readonly Row[], report: (problem: string) => void): Circuit {
    let circuit: Circuit = { failures: 0, openSince: null, needsAdmin: false };
    for (const row of attempts) {
        const finished = Number(row.CreatedDate);
        const began = finished - Number(row.Latency_Milliseconds__c ?? 0);
        const rested = circuit.openSince === null ? null : began - circuit.openSince;
        if (rested !== null && !circuit.needsAdmin && rested > 1000 && rested < SHORTEST_REST - 1000)
            report(`a call began ${Math.round(rested / 1000)} s after the circuit opened`);
        circuit = after(circuit, row, finished);
    }
    return circuit;
}

function after(circuit: Circuit, row: Row, finished: number): Circuit {
    const needsAdmin = FOR_ADMINS.includes(row.Outcome__c);
    if (!needsAdmin && !PASSING.includes(row.Outcome__c)) return { failures: 0, openSince: null, needsAdmin: false };
    const failures = circuit.failures + 1;
    const isResting = circuit.openSince !== null && finished < circuit.openSince + SHORTEST_REST;
    const opens = needsAdmin || circuit.openSince !== null || failures >= FAILURES_TO_OPEN;
    return { failures, openSince: isResting ? circuit.openSince : opens ? finished : null, needsAdmin };
}

function compare(model: string, expected: Circuit, row: Row | undefined): string[] {
    const isOpen = Boolean(row?.Open_Until__c);
    if (expected.failures === 0 && isOpen) return [`${model}: the circuit is open, though its last answer was good.`];
    const mustBeOpen = expected.failures >= FAILURES_TO_OPEN && expected.openSince !== null;
    return mustBeOpen && !isOpen ? [`${model}: the circuit is closed after ${expected.failures} failures.`] : [];
}
