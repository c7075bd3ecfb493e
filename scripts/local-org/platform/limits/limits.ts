import { context } from '../context.ts';
import { definePlatformClass } from '../define.ts';
import type { Implementation } from '../registry.ts';
import { LIMIT_NAMES } from './counters.ts';

const members = LIMIT_NAMES.flatMap((name): [string, Implementation][] => [
    [`Integer get${name}()`, () => context().transaction.limits.get(name)],
    [`Integer getLimit${name}()`, () => context().transaction.limits.ceiling(name)]
]);

definePlatformClass({ name: 'Limits', statics: Object.fromEntries(members) });
