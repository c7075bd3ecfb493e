import { context } from '../context.ts';
import { definePlatformClass } from '../define.ts';
import { nullArgument } from '../support/refuse-nulls.ts';
import { ApexList } from '../values/collections.ts';
import { ApexException } from '../values/exception.ts';
import { PlatformObject } from '../values/object.ts';
import type { SObjectValue } from '../values/sobject.ts';

/** Rows that one fetch may ask for. */
const MOST_ROWS = 2000;

/** A Database.Cursor: the rows of a query, fetched in parts. */
export class CursorValue extends PlatformObject {
    readonly apexTypeName = 'Database.Cursor';
    readonly rows: SObjectValue[];

    constructor(rows: SObjectValue[]) {
        super();
        this.rows = rows;
    }

    /** Rows from a position on; each fetch counts as a query. Throws InvalidParameterValueException out of bounds. */
    fetch(position: number | null, count: number | null): ApexList {
        if (position === null || count === null) throw nullArgument();
        if (position < 0 || position > this.rows.length || count < 0 || count > MOST_ROWS)
            throw new ApexException(
                'InvalidParameterValueException',
                `Invalid position or count: ${position}, ${count}`
            );
        context().transaction.limits.consume('Queries');
        return new ApexList(this.rows[0]?.objectName ?? 'SObject', this.rows.slice(position, position + count));
    }
}

definePlatformClass({
    name: 'Database.Cursor',
    methods: {
        'Integer getNumRecords()': (self: CursorValue) => self.rows.length,
        'List<SObject> fetch(Integer position, Integer count)': (self: CursorValue, position, count) =>
            self.fetch(position, count)
    }
});
