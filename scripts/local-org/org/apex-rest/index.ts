import type { LocalOrg } from '../../org.ts';
import { type ApexRestAnswer, type ApexRestCall, callRestMethod, openExchange, toApexRestError } from './call.ts';
import { ApexRestError } from './errors.ts';

/**
 * Calls a class with `@RestResource` as a user; others run while a callout of it waits.
 * @throws ApexRestError with Salesforce's status and words
 */
export async function callApexRest(org: LocalOrg, nameOrId: string, call: ApexRestCall): Promise<ApexRestAnswer> {
    const user = org.user(nameOrId);
    const found = openExchange(org.program, call);
    if (!org.data.permissions.apexClass(user.id, found.resource.className)) throw noAccess(found.resource.className);
    const rest: { request: unknown; response: unknown } = { request: null, response: null };
    const answer = (): ApexRestAnswer => {
        const exchange = openExchange(org.program, call);
        Object.assign(rest, { request: exchange.request, response: exchange.response });
        return callRestMethod(org.program, exchange, rest, call.body);
    };
    const entry = `${found.resource.className}.${found.method.name}`;
    return org.runAsync(user, answer, { quiddity: 'REST', rest, entry }).catch((error: unknown) => {
        throw toApexRestError(error);
    });
}

function noAccess(className: string): ApexRestError {
    return new ApexRestError(403, 'FORBIDDEN', `You do not have access to the Apex class named: ${className}`);
}
