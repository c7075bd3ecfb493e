import type { DmlResult } from '../../data/types.ts';
import type { DatabaseResultValue } from '../../platform/database/results.ts';
import { publish } from '../../platform/async/publish-events.ts';
import type { SObjectValue } from '../../platform/values/index.ts';
import type { UserOrg } from './user-org.ts';

/**
 * Publishes platform events, which are inserted like records over the API. That they wait for delivery is reported with
 * the UUID of each event, as Salesforce does; must run inside of a transaction.
 */
export function publishEvents({ org, user }: UserOrg, events: SObjectValue[]): DmlResult[] {
    return events.map((event) => {
        if (!org.data.permissions.object(user.id, event.objectName).create) return noAccess(event.objectName);
        const { result } = publish([event]).items[0] as DatabaseResultValue;
        if (!result.success) return result;
        const message = String(event.fields.get('EventUuid'));
        return { ...result, errors: [{ statusCode: 'OPERATION_ENQUEUED', message, fields: [] }] };
    });
}

function noAccess(objectName: string): DmlResult {
    const message = `You do not have the level of access necessary to perform the operation you requested on ${objectName}.`;
    return {
        success: false,
        id: null,
        errors: [{ statusCode: 'INSUFFICIENT_ACCESS_OR_READONLY', message, fields: [] }]
    };
}
