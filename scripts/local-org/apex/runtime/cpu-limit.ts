import { context, hasContext } from '../../platform/context.ts';
import { ApexException } from '../../platform/values/index.ts';

const ROUNDS_BETWEEN_CHECKS = 0xffff;
let rounds = 0;

/** Counts a round of a loop; looks at the clock from time to time. Throws LimitException when the time is over. */
export function tick(): void {
    rounds++;
    if ((rounds & ROUNDS_BETWEEN_CHECKS) === 0) checkTime();
}

function checkTime(): void {
    if (!hasContext()) return;
    const { limits } = context().transaction;
    if (limits.get('CpuTime') > limits.ceiling('CpuTime'))
        throw new ApexException('LimitException', 'Apex CPU time limit exceeded');
}
