import { context, type OrgUser } from '../../platform/context.ts';
import { ApexException, SObjectValue } from '../../platform/values/index.ts';
import { NotImplementedError } from '../../platform/not-implemented.ts';

const previous: OrgUser[] = [];

/** Begins a System.runAs block: the user record names the user, who may have been made in the test. */
export function runAs(user: unknown): void {
    const running = context();
    if (!running.test) throw new ApexException('NoAccessException', 'System.runAs can only be used in tests');
    if (user === null) throw new ApexException('NullPointerException', 'Argument cannot be null.');
    if (!(user instanceof SObjectValue)) throw new NotImplementedError('System.runAs(Version)');
    if (user.id === null) saveUser(user);
    const found = running.org.user(user.id!);
    if (!found)
        throw new ApexException('NullPointerException', `The user of System.runAs must be saved: ${String(user.id)}`);
    running.transaction.limits.consume('RunAs');
    previous.push(running.user);
    running.user = found;
}

/** A user that was not inserted yet is, without counting as DML. */
function saveUser(user: SObjectValue): void {
    const running = context();
    const access = { userId: running.user.id, mode: 'system', sharing: false } as const;
    running.org.data.dml('insert', [user], { access, allOrNone: true });
}

/** Ends a System.runAs block. */
export function endRunAs(): void {
    const user = previous.pop();
    if (user) context().user = user;
}
