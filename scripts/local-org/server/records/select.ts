import type { ObjectSchema } from '../../data/schema/types.ts';
import type { SObjectValue } from '../../platform/values/index.ts';
import { RestError } from '../http/rest-error.ts';
import type { UserOrg } from './user-org.ts';

/** Checks that texts which become part of a query are field paths and nothing else. */
export function fieldPaths(paths: string[]): string[] {
    const wrong = paths.find((path) => !/^\w+(\.\w+)*$/.test(path.trim()));
    if (wrong !== undefined) {
        throw new RestError(400, 'INVALID_FIELD', `'${wrong}' is not a field.`, [wrong]);
    }
    return [...new Set(paths.map((path) => path.trim()))];
}

/** The one row whose field has this value, with these fields; undefined when there is none that the user may see. */
export function selectOne(
    userOrg: UserOrg,
    object: ObjectSchema,
    fields: string[],
    matchField: string,
    value: unknown
): SObjectValue | undefined {
    const list = withId(fieldPaths(fields)).join(', ');
    return userOrg.query(`SELECT ${list} FROM ${object.name} WHERE ${matchField} = :value LIMIT 1`, { value })[0];
}

/** The fields with Id among them, once. */
export function withId(fields: string[]): string[] {
    return fields.some((field) => field.toLowerCase() === 'id') ? fields : ['Id', ...fields];
}
