import { definePlatformClass } from '../define.ts';
import { AccessLevelValue } from '../security/access-level.ts';
import { ApexList } from '../values/collections.ts';
import { noBinds, runSearch } from './run-query.ts';
import type { BindResolver } from '../../data/types.ts';

definePlatformClass({
    name: 'Search',
    statics: {
        'List<List<SObject>> query(String query)': search,
        'List<List<SObject>> query(String query, AccessLevel accessLevel)': search
    }
});

/** As Database.query, the emitter may pass a function that reads the caller's variables as the last argument. */
function search(sosl: string, ...extra: (AccessLevelValue | BindResolver | null)[]): ApexList {
    const level = extra.find((value) => value instanceof AccessLevelValue) ?? null;
    const binds = extra.find((value) => typeof value === 'function') ?? noBinds;
    const found = runSearch(sosl, binds, level);
    return new ApexList(
        'List<SObject>',
        found.map((rows) => new ApexList(rows[0]?.objectName ?? 'SObject', rows))
    );
}
