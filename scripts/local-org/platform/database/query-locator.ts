import { definePlatformClass } from '../define.ts';
import { ApexList, ValueIterator } from '../values/collections.ts';
import { PlatformObject } from '../values/object.ts';
import type { SObjectValue } from '../values/sobject.ts';

/** A Database.QueryLocator: a query whose rows a batch works through. */
export class QueryLocatorValue extends PlatformObject {
    readonly apexTypeName = 'Database.QueryLocator';
    readonly query: string;
    readonly rows: SObjectValue[];

    constructor(query: string, rows: SObjectValue[]) {
        super();
        this.query = query;
        this.rows = rows;
    }

    iterator$0(): ValueIterator {
        return new ValueIterator('SObject', this.rows);
    }
}

definePlatformClass({
    name: 'Database.QueryLocator',
    methods: {
        'String getQuery()': (self: QueryLocatorValue) => self.query,
        'Database.QueryLocatorIterator iterator()': (self: QueryLocatorValue) => self.iterator$0()
    }
});

definePlatformClass({
    name: 'Database.QueryLocatorIterator',
    implements: ['Iterator<SObject>'],
    methods: {
        'Boolean hasNext()': (self: ValueIterator) => self.hasnext$0(),
        'SObject next()': (self: ValueIterator) => self.next$0()
    }
});

/** The rows of a locator, as the scope of one batch. */
export function scopeOf(rows: unknown[], start: number, size: number): ApexList {
    return new ApexList('SObject', rows.slice(start, start + size));
}
