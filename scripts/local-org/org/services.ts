import type { OrgServices, TypeRegistry } from '../platform/context.ts';
import { once } from '../platform/journal.ts';
import type { OrgParts } from './parts.ts';
import type { Transactions } from './transactions.ts';
import type { Users } from './users.ts';
import type { WaitingCallouts } from './waiting-callouts.ts';

/** What the platform library reaches of the org. The schema and the types change when files are read again. */
export function createServices(
    parts: OrgParts,
    users: Users,
    transactions: Transactions,
    callouts: WaitingCallouts,
    types: () => TypeRegistry,
    clock: () => number
): OrgServices {
    const services: OrgServices = {
        id: parts.orgId,
        name: 'Tandem local org',
        data: parts.data,
        metadata: parts.metadata,
        http: callouts,
        credentials: parts.credentials,
        storage: new Map(),
        get schema() {
            return parts.schema();
        },
        get types() {
            return types();
        },
        user: (id) => users.byId(id),
        now: () => once('the clock', clock),
        inTransaction: ({ userId, ...options }, run) => {
            const user = users.byId(userId);
            if (!user) throw new Error(`No user with the id ${userId}`);
            return transactions.run(services, { ...options, user }, run);
        }
    };
    return services;
}
