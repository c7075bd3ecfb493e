import { context } from '../context.ts';
import { definePlatformClass } from '../define.ts';
import { runDml } from '../database/run-dml.ts';
import { noBinds, runQuery } from '../database/run-query.ts';
import type { ApexList } from '../values/collections.ts';
import { ApexException } from '../values/exception.ts';
import { PlatformObject } from '../values/object.ts';
import type { SObjectValue } from '../values/sobject.ts';
import { PageReferenceValue } from './page-reference.ts';

/** An ApexPages.StandardController of one record. */
class StandardControllerValue extends PlatformObject {
    readonly apexTypeName = 'ApexPages.StandardController';
    record: SObjectValue;
    /** Fields that the page reads besides those of the record. */
    readonly fields = new Set<string>();

    constructor(record: SObjectValue) {
        super();
        this.record = record;
    }

    /** The record's page. */
    view(): PageReferenceValue {
        return new PageReferenceValue(`/${this.record.id ?? ''}`);
    }

    edit(): PageReferenceValue {
        return new PageReferenceValue(`/${this.record.id ?? ''}/e`);
    }

    /** Inserts or updates the record. Throws DmlException. */
    save(): PageReferenceValue {
        runDml(this.record.id ? 'update' : 'insert', [this.record]);
        return this.view();
    }

    delete(): PageReferenceValue {
        const home = context().org.schema.object(this.record.objectName)?.keyPrefix ?? '';
        runDml('delete', [this.record]);
        return new PageReferenceValue(`/${home}/o`);
    }

    /** Reads the record again, with the fields that were added. */
    reset(): void {
        const { id, objectName } = this.record;
        if (!id) return;
        const fields = new Set(['Id', ...this.record.fields.keys(), ...this.fields]);
        const soql = `SELECT ${[...fields].join(', ')} FROM ${objectName} WHERE Id = '${id}'`;
        this.record = runQuery(soql, noBinds)[0] ?? this.record;
    }

    /** A test gives the controller its record with all fields: there the fields are not added. */
    addFields(names: ApexList<string>): void {
        if (context().test) return;
        for (const name of names.items) {
            if (this.record.queriedFields?.has(name))
                throw new ApexException('SObjectException', `The field ${name} was already read`);
            this.fields.add(name);
        }
        this.reset();
    }
}

definePlatformClass({
    name: 'ApexPages.StandardController',
    constructors: {
        'StandardController(SObject record)': (record: SObjectValue) => new StandardControllerValue(record)
    },
    methods: {
        'SObject getRecord()': (self: StandardControllerValue) => self.record,
        'Id getId()': (self: StandardControllerValue) => self.record.id,
        'PageReference view()': (self: StandardControllerValue) => self.view(),
        'PageReference cancel()': (self: StandardControllerValue) => self.view(),
        'PageReference edit()': (self: StandardControllerValue) => self.edit(),
        'PageReference save()': (self: StandardControllerValue) => self.save(),
        'PageReference delete()': (self: StandardControllerValue) => self.delete(),
        'void reset()': (self: StandardControllerValue) => self.reset(),
        'void addFields(List<String> fieldNames)': (self: StandardControllerValue, names: ApexList<string>) =>
            self.addFields(names)
    }
});
