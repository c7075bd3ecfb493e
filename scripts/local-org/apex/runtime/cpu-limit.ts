import { context, hasContext } from '../../platform/context.ts';
import { ApexException } from '../../platform/values/index.ts';

const ROUNDS_BETWEEN_CHECKS = 0x10000;
/** What a round of a loop costs on the platform at least, in milliseconds; here it costs a hundredth of that. */
const ROUND_COST = 0.001;
let rounds = 0;

/** Counts a round of a loop; looks at the time from time to time. Throws LimitException when it is over. */
export function tick(): void {
    rounds++;
    if (rounds < ROUNDS_BETWEEN_CHECKS) return;
    rounds = 0;
    checkTime();
}

function checkTime(): void {
    if (!hasContext()) return;
    const { limits } = context().transaction;
    limits.checkHeap();
    limits.chargedTime += ROUNDS_BETWEEN_CHECKS * ROUND_COST;
    if (limits.get('CpuTime') > limits.ceiling('CpuTime'))
        throw new ApexException('LimitException', 'Apex CPU time limit exceeded');
}
