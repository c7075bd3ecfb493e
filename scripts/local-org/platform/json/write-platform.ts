import { DatabaseErrorValue, DatabaseResultValue } from '../database/results.ts';
import { ActionErrorValue, ActionResultValue } from '../invocable/action.ts';
import { ApexList } from '../values/collections.ts';

/** What JSON says of an object of a platform class, member by member; null when it cannot carry one. */
export function platformMembers(value: unknown): [string, unknown][] | null {
    if (value instanceof DatabaseErrorValue) {
        const { message, statusCode, fields } = value.error;
        return Object.entries({ statusCode, message, fields: new ApexList('String', [...fields]) });
    }
    if (value instanceof DatabaseResultValue) {
        const { success, id, created } = value.result;
        const more = value.apexTypeName === 'Database.UpsertResult' ? { created: created ?? false } : {};
        return Object.entries({ success, id, errors: value.errors, ...more });
    }
    if (value instanceof ActionErrorValue) return Object.entries({ code: value.code, message: value.message });
    if (!(value instanceof ActionResultValue)) return null;
    const { success, errors, outputParameters } = value;
    return Object.entries({ success, errors, outputParameters });
}
