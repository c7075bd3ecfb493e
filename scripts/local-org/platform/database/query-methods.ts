import type { Implementation } from '../registry.ts';
import { nullArgument } from '../support/refuse-nulls.ts';
import { ApexList } from '../values/collections.ts';
import type { ApexMap } from '../values/collections.ts';
import { ApexException } from '../values/exception.ts';
import { AccessLevelValue } from '../security/access-level.ts';
import type { SObjectValue } from '../values/sobject.ts';
import type { BindResolver } from '../../data/types.ts';
import { CursorValue } from './cursor.ts';
import { QueryLocatorValue } from './query-locator.ts';
import { noBinds, runCountQuery, runQuery } from './run-query.ts';

/**
 * Members of Database that query. Where dynamic SOQL may bind the caller's variables, the emitter passes a function
 * that reads them as the last argument.
 */
export const queryMethods: Record<string, Implementation> = {
    'List<SObject> query(String queryString)': query,
    'List<SObject> query(String queryString, AccessLevel accessLevel)': query,
    'List<SObject> queryWithBinds(String queryString, Map<String,Object> bindMap, AccessLevel accessLevel)': (
        soql,
        binds,
        level
    ) => rows(runQuery(soql, bindsOf(binds), level)),
    'Integer countQuery(String query)': countQuery,
    'Integer countQuery(String query, AccessLevel accessLevel)': countQuery,
    'Integer countQueryWithBinds(String query, Map<String,Object> bindMap, AccessLevel accessLevel)': (
        soql,
        binds,
        level
    ) => runCountQuery(soql, bindsOf(binds), level),
    'Database.Cursor getCursor(String query)': (soql: string, ...extra: QueryExtra[]) =>
        new CursorValue(locate(soql, ...extra).rows),
    'Database.Cursor getCursor(String query, AccessLevel accessLevel)': (soql: string, ...extra: QueryExtra[]) =>
        new CursorValue(locate(soql, ...extra).rows),
    'Database.Cursor getCursorWithBinds(String query, Map<String,Object> bindMap, AccessLevel accessLevel)': (
        soql,
        binds,
        level
    ) => new CursorValue(runQuery(soql, bindsOf(binds), level)),
    'Database.QueryLocator getQueryLocator(String query)': locate,
    'Database.QueryLocator getQueryLocator(String query, AccessLevel accessLevel)': locate,
    'Database.QueryLocator getQueryLocator(List<SObject> rows)': (found: ApexList<SObjectValue>) =>
        new QueryLocatorValue('', found.items),
    'Database.QueryLocator getQueryLocatorWithBinds(String query, Map<String,Object> bindMap, AccessLevel accessLevel)':
        (soql, binds, level) => new QueryLocatorValue(soql, runQuery(soql, bindsOf(binds), level))
};

type QueryExtra = AccessLevelValue | BindResolver | null | undefined;

function query(soql: string, ...extra: QueryExtra[]): ApexList {
    return rows(runQuery(soql, resolverAmong(extra), levelAmong(extra)));
}

function countQuery(soql: string, ...extra: QueryExtra[]): number {
    return runCountQuery(soql, resolverAmong(extra), levelAmong(extra));
}

function locate(soql: string, ...extra: QueryExtra[]): QueryLocatorValue {
    return new QueryLocatorValue(soql, runQuery(soql, resolverAmong(extra), levelAmong(extra)));
}

function resolverAmong(extra: QueryExtra[]): BindResolver {
    return extra.find((value): value is BindResolver => typeof value === 'function') ?? noBinds;
}

function levelAmong(extra: QueryExtra[]): AccessLevelValue | null {
    return extra.find((value): value is AccessLevelValue => value instanceof AccessLevelValue) ?? null;
}

/** The list has the type of its rows, so that it may be assigned to a list of that type. */
function rows(found: SObjectValue[]): ApexList {
    return new ApexList(found[0]?.objectName ?? 'SObject', found);
}

/** Reads binds from a map by name, without regard to case. Throws QueryException on a name that is missing. */
function bindsOf(map: ApexMap<string> | null): BindResolver {
    if (map === null) throw nullArgument();
    const values = new Map(map.entries().map(([key, value]) => [key.toLowerCase(), value]));
    return (name) => {
        const key = name.trim().toLowerCase();
        if (!values.has(key)) throw new ApexException('QueryException', `Key '${name}' does not exist in the bindMap`);
        return values.get(key);
    };
}
