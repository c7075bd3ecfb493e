import { definePlatformClass } from '../define.ts';
import { AccessLevelValue } from '../security/access-level.ts';
import { PlatformObject } from '../values/object.ts';
import type { SObjectValue } from '../values/sobject.ts';
import { ApexList } from '../values/collections.ts';
import { noBinds, runSearch } from './run-query.ts';
import type { BindResolver } from '../../data/types.ts';

definePlatformClass({
    name: 'Search',
    statics: {
        'List<List<SObject>> query(String query)': search,
        'List<List<SObject>> query(String query, AccessLevel accessLevel)': search,
        'Search.SearchResults find(String query)': (sosl: string) => new SearchResultsValue(search(sosl)),
        'Search.SearchResults find(String query, AccessLevel accessLevel)': (sosl: string, level: AccessLevelValue) =>
            new SearchResultsValue(search(sosl, level))
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

/** A Search.SearchResults. */
class SearchResultsValue extends PlatformObject {
    readonly apexTypeName = 'Search.SearchResults';
    readonly found: ApexList;

    constructor(found: ApexList) {
        super();
        this.found = found;
    }

    /** The results of one object, in any case. */
    of(objectName: string): ApexList {
        const lists = this.found.items as ApexList<SObjectValue>[];
        const list = lists.find((rows) => rows.items[0]?.objectName.toLowerCase() === objectName.toLowerCase());
        const results = (list?.items ?? []).map((record) => new SearchResultValue(record));
        return new ApexList('Search.SearchResult', results);
    }
}

/** A Search.SearchResult: one record that was found. */
class SearchResultValue extends PlatformObject {
    readonly apexTypeName = 'Search.SearchResult';
    readonly record: SObjectValue;

    constructor(record: SObjectValue) {
        super();
        this.record = record;
    }
}

definePlatformClass({
    name: 'Search.SearchResults',
    methods: {
        'List<Search.SearchResult> get(String sObjectType)': (self: SearchResultsValue, name: string) => self.of(name)
    }
});

definePlatformClass({
    name: 'Search.SearchResult',
    methods: { 'SObject getSObject()': (self: SearchResultValue) => self.record }
});
