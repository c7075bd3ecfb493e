import type { LocalOrg } from '../../org.ts';
import type { FinishedTransaction } from '../../org/transactions.ts';
import { limitsTable } from '../../testing/limits.ts';

/** After so many lines the head of the table is printed again. */
const LINES_OF_A_PAGE = 20;

/**
 * Prints a line for each call of Apex that ends, with what it used of the governor limits: also for a request to the API
 * whose triggers used any.
 */
export function printLimits({ transactions }: Pick<LocalOrg, 'transactions'>, print: (line: string) => void): void {
    let printed = 0;
    transactions.onFinished = (transaction) => {
        if (!ranApex(transaction)) {
            return;
        }
        const [head, line] = limitsTable([{ name: nameOf(transaction), limits: transaction.limits }]);
        if (printed++ % LINES_OF_A_PAGE === 0) {
            print(head);
        }
        print(line);
    };
}

/** Time and memory are used by every request. */
function ranApex({ entry, limits: { CpuTime: _time, HeapSize: _memory, ...counted } }: FinishedTransaction): boolean {
    return entry !== null || Object.values(counted).some((used) => used > 0);
}

function nameOf({ entry, quiddity, user, committed }: FinishedTransaction): string {
    return `${entry ?? 'API'} ${quiddity}, ${user.username}${committed ? '' : ', rolled back'}`;
}
