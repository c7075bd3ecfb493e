import { definePlatformClass } from '../define.ts';
import { QueryLocatorValue } from '../database/query-locator.ts';
import { runDml } from '../database/run-dml.ts';
import type { Implementation } from '../registry.ts';
import { ApexList } from '../values/collections.ts';
import { ApexException } from '../values/exception.ts';
import { PlatformObject } from '../values/object.ts';
import { SObjectValue } from '../values/sobject.ts';
import { PageReferenceValue } from './page-reference.ts';

/** Records that a set controller takes from a query. */
const MOST_RECORDS = 10_000;

/** An ApexPages.StandardSetController: a list of records, a page of them at a time. */
class StandardSetControllerValue extends PlatformObject {
    readonly apexTypeName = 'ApexPages.StandardSetController';
    readonly type: string;
    readonly all: SObjectValue[];
    /** Were there more records than it takes? */
    readonly complete: boolean;
    selected: ApexList<SObjectValue>;
    pageSize = 20;
    pageNumber = 1;
    filterId: string | null = null;

    constructor(type: string, records: SObjectValue[]) {
        super();
        this.type = type;
        this.all = records.slice(0, MOST_RECORDS);
        this.complete = records.length <= MOST_RECORDS;
        this.selected = new ApexList<SObjectValue>(type, []);
    }

    get lastPage(): number {
        return Math.max(1, Math.ceil(this.all.length / this.pageSize));
    }

    get page(): ApexList<SObjectValue> {
        const start = (this.pageNumber - 1) * this.pageSize;
        return new ApexList(this.type, this.all.slice(start, start + this.pageSize));
    }

    goTo(pageNumber: number): void {
        this.pageNumber = Math.min(Math.max(1, pageNumber), this.lastPage);
    }

    resize(pageSize: number): void {
        if (pageSize < 1 || pageSize > 2000)
            throw new ApexException('VisualforceException', 'Page size must be between 1 and 2000');
        this.pageSize = pageSize;
        this.goTo(this.pageNumber);
    }

    /** Updates the records of the page. */
    save(): PageReferenceValue {
        runDml('update', this.page.items);
        return new PageReferenceValue('/');
    }
}

definePlatformClass({
    name: 'ApexPages.StandardSetController',
    constructors: {
        'StandardSetController(List<SObject> records)': (records: ApexList<SObjectValue>) =>
            new StandardSetControllerValue(records.elementType, records.items),
        'StandardSetController(Database.QueryLocator locator)': (locator: QueryLocatorValue) =>
            new StandardSetControllerValue(locator.rows[0]?.objectName ?? 'SObject', locator.rows)
    },
    methods: { ...recordMethods(), ...pagingMethods() }
});

function recordMethods(): Record<string, Implementation> {
    return {
        'SObject getRecord()': (self: StandardSetControllerValue) =>
            self.all[0] ? new SObjectValue(self.all[0].objectName) : null,
        'List<SObject> getRecords()': (self: StandardSetControllerValue) => self.page,
        'List<SObject> getSelected()': (self: StandardSetControllerValue) => self.selected,
        'void setSelected(List<SObject> records)': (
            self: StandardSetControllerValue,
            records: ApexList<SObjectValue>
        ) => void (self.selected = records),
        'Integer getResultSize()': (self: StandardSetControllerValue) => self.all.length,
        'Boolean getCompleteResult()': (self: StandardSetControllerValue) => self.complete,
        'String getFilterId()': (self: StandardSetControllerValue) => self.filterId,
        'void setFilterId(String filterId)': (self: StandardSetControllerValue, id: string) =>
            void (self.filterId = id),
        'PageReference save()': (self: StandardSetControllerValue) => self.save(),
        'PageReference cancel()': () => new PageReferenceValue('/')
    };
}

function pagingMethods(): Record<string, Implementation> {
    return {
        'Integer getPageSize()': (self: StandardSetControllerValue) => self.pageSize,
        'void setPageSize(Integer size)': (self: StandardSetControllerValue, size: number) => self.resize(size),
        'Integer getPageNumber()': (self: StandardSetControllerValue) => self.pageNumber,
        'void setPageNumber(Integer number)': (self: StandardSetControllerValue, number: number) => self.goTo(number),
        'Boolean getHasNext()': (self: StandardSetControllerValue) => self.pageNumber < self.lastPage,
        'Boolean getHasPrevious()': (self: StandardSetControllerValue) => self.pageNumber > 1,
        'void first()': (self: StandardSetControllerValue) => self.goTo(1),
        'void last()': (self: StandardSetControllerValue) => self.goTo(self.lastPage),
        'void next()': (self: StandardSetControllerValue) => self.goTo(self.pageNumber + 1),
        'void previous()': (self: StandardSetControllerValue) => self.goTo(self.pageNumber - 1)
    };
}
