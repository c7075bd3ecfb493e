import { RestError } from '../http/rest-error.ts';
import type { AnonymousResult } from '../../org/anonymous.ts';
import type { UserOrg } from '../records/user-org.ts';

/**
 * Runs an anonymous block as the user.
 * @throws RestError INSUFFICIENT_ACCESS when the user may not write Apex
 */
export async function runAnonymous(userOrg: UserOrg, source: unknown): Promise<AnonymousResult> {
    if (typeof source !== 'string') {
        throw new RestError(400, 'MISSING_ARGUMENT', 'anonymousBody must hold Apex source.');
    }
    if (!userOrg.org.data.permissions.user(userOrg.user.id, 'AuthorApex')) {
        const message = 'Running anonymous Apex needs the permission Author Apex, which the admin persona has.';
        throw new RestError(403, 'INSUFFICIENT_ACCESS', message);
    }
    return userOrg.org.executeAnonymousAsync(userOrg.user.id, source);
}
