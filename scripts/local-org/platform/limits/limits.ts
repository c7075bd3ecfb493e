import { context } from '../context.ts';
import { definePlatformClass } from '../define.ts';
import { once } from '../journal.ts';
import type { Implementation } from '../registry.ts';
import { LIMIT_NAMES, type LimitName } from './counters.ts';

const members = LIMIT_NAMES.flatMap((name): [string, Implementation][] => [
    [`Integer get${name}()`, () => used(name)],
    [`Integer getLimit${name}()`, () => context().transaction.limits.ceiling(name)]
]);

/** Time and memory are measured, so a second run would find others. */
function used(name: LimitName): number {
    const { limits } = context().transaction;
    const measured = name === 'CpuTime' || name === 'HeapSize';
    return measured ? once(`Limits.get${name}`, () => limits.get(name)) : limits.get(name);
}

definePlatformClass({ name: 'Limits', statics: Object.fromEntries(members) });
