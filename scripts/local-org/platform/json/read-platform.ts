import type { DmlError } from '../../data/types.ts';
import { DatabaseErrorValue, DatabaseResultValue } from '../database/results.ts';
import { ActionErrorValue, ActionResultValue } from '../invocable/action.ts';
import type { ApexList, ApexMap } from '../values/collections.ts';
import type { ApexEnumValue } from '../values/object.ts';
import type { JsonValue } from './parse.ts';

type TypedReader = (value: JsonValue, typeName: string, strict: boolean) => unknown;
type Members = Map<string, JsonValue>;

const RESULTS = [
    'SaveResult',
    'UpsertResult',
    'DeleteResult',
    'UndeleteResult',
    'EmptyRecycleBinResult',
    'MergeResult'
];

/**
 * An object of a platform class that JSON can make, as tests do with the results of DML and actions.
 * Undefined when the class is not one of these.
 */
export function readPlatformObject(source: Members, typeName: string, read: TypedReader): unknown {
    const [namespace, simpleName] = typeName.split(/\.(?=[^.]+$)/);
    if (typeName === 'Database.Error') return new DatabaseErrorValue(readError(source, read));
    if (namespace === 'Database' && RESULTS.includes(simpleName)) return readResult(source, typeName, read);
    if (typeName === 'Invocable.Action.Result') return readActionResult(source, read);
    if (typeName === 'Invocable.Action.Error') return readActionError(source, read);
    return undefined;
}

const text = (source: Members, name: string, read: TypedReader): string | null =>
    read(source.get(name) ?? null, 'String', false) as string | null;

function readResult(source: Members, typeName: string, read: TypedReader): DatabaseResultValue {
    const errors = read(
        source.get('errors') ?? null,
        'List<Database.Error>',
        false
    ) as ApexList<DatabaseErrorValue> | null;
    return new DatabaseResultValue(typeName, {
        success: read(source.get('success') ?? null, 'Boolean', false) === true,
        created: read(source.get('created') ?? null, 'Boolean', false) === true,
        id: read(source.get('id') ?? null, 'Id', false) as string | null,
        errors: (errors?.items ?? []).map(({ error }) => error)
    });
}

function readError(source: Members, read: TypedReader): DmlError {
    const status = read(source.get('statusCode') ?? null, 'StatusCode', false) as ApexEnumValue | null;
    const fields = read(source.get('fields') ?? null, 'List<String>', false) as ApexList<string> | null;
    return {
        statusCode: status?.name ?? 'UNKNOWN_EXCEPTION',
        message: text(source, 'message', read) ?? '',
        fields: fields?.items ?? []
    };
}

function readActionResult(source: Members, read: TypedReader): ActionResultValue {
    const result = new ActionResultValue();
    result.success = read(source.get('success') ?? null, 'Boolean', false) as boolean | null;
    result.errors = read(source.get('errors') ?? null, 'List<Invocable.Action.Error>', false) as ApexList | null;
    result.outputParameters = read(
        source.get('outputParameters') ?? null,
        'Map<String,Object>',
        false
    ) as ApexMap | null;
    return result;
}

function readActionError(source: Members, read: TypedReader): ActionErrorValue {
    const error = new ActionErrorValue();
    error.code = text(source, 'code', read);
    error.message = text(source, 'message', read);
    return error;
}
