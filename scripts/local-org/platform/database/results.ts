import { definePlatformClass, platformEnumValue } from '../define.ts';
import { ApexList } from '../values/collections.ts';
import { PlatformObject } from '../values/object.ts';
import type { DmlError, DmlResult } from '../../data/types.ts';

/** A Database.Error. */
export class DatabaseErrorValue extends PlatformObject {
    readonly apexTypeName: string = 'Database.Error';
    readonly error: DmlError;

    constructor(error: DmlError) {
        super();
        this.error = error;
    }

    override toString(): string {
        const { fields, message, statusCode } = this.error;
        return `Database.Error[getFields=(${fields.join(', ')});getMessage=${message};getStatusCode=${statusCode};]`;
    }
}

/** A Database.SaveResult, UpsertResult, DeleteResult, UndeleteResult, …: what became of one record. */
export class DatabaseResultValue extends PlatformObject {
    readonly apexTypeName: string;
    readonly result: DmlResult;

    constructor(apexTypeName: string, result: DmlResult) {
        super();
        this.apexTypeName = apexTypeName;
        this.result = result;
    }

    get errors(): ApexList {
        return new ApexList(
            'Database.Error',
            this.result.errors.map((error) => new DatabaseErrorValue(error))
        );
    }

    override toString(): string {
        const { id, success } = this.result;
        return `${this.apexTypeName}[getErrors=${this.errors.items.length === 0 ? '()' : this.errors.items.join()};getId=${id};isSuccess=${success};]`;
    }
}

definePlatformClass({
    name: 'Database.Error',
    methods: {
        'List<String> getFields()': (self: DatabaseErrorValue) => new ApexList('String', [...self.error.fields]),
        'String getMessage()': (self: DatabaseErrorValue) => self.error.message,
        'StatusCode getStatusCode()': (self: DatabaseErrorValue) =>
            platformEnumValue('StatusCode', self.error.statusCode)
    }
});

for (const name of [
    'SaveResult',
    'UpsertResult',
    'DeleteResult',
    'UndeleteResult',
    'EmptyRecycleBinResult',
    'MergeResult'
]) {
    definePlatformClass({
        name: `Database.${name}`,
        properties: {
            'Id id': { get: (self: DatabaseResultValue) => self.result.id },
            'Boolean success': { get: (self: DatabaseResultValue) => self.result.success },
            'List<Database.Error> errors': { get: (self: DatabaseResultValue) => self.errors },
            ...(name === 'UpsertResult'
                ? { 'Boolean created': { get: (self: DatabaseResultValue) => self.result.created ?? false } }
                : {})
        },
        methods: {
            'List<Database.Error> getErrors()': (self: DatabaseResultValue) => self.errors,
            'Id getId()': (self: DatabaseResultValue) => self.result.id,
            'Boolean isSuccess()': (self: DatabaseResultValue) => self.result.success,
            ...(name === 'UpsertResult'
                ? { 'Boolean isCreated()': (self: DatabaseResultValue) => self.result.created ?? false }
                : {})
        }
    });
}
