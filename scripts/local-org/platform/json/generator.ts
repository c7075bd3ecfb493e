import { definePlatformClass } from '../define.ts';
import type { Implementation } from '../registry.ts';
import { ApexException } from '../values/exception.ts';
import { PlatformObject } from '../values/object.ts';
import { writeValue } from './serialize.ts';
import { JsonWriter } from './writer.ts';

/** A JSONGenerator. */
export class JsonGeneratorValue extends PlatformObject {
    readonly apexTypeName = 'JSONGenerator';
    readonly writer: JsonWriter;
    closed = false;

    constructor(pretty: boolean) {
        super();
        this.writer = new JsonWriter(pretty);
    }

    value(value: unknown): void {
        if (this.writer.expectsName)
            throw new ApexException('JSONException', 'Can not write value, expecting field name');
        writeValue(this.writer, value, false, new Set());
    }

    name(name: string): void {
        if (!this.writer.expectsName)
            throw new ApexException('JSONException', 'Can not write a field name, expecting a value');
        this.writer.name(name);
    }

    field(name: string, value: unknown): void {
        this.name(name);
        this.value(value);
    }

    start(kind: 'Object' | 'Array'): void {
        if (this.writer.expectsName)
            throw new ApexException('JSONException', 'Can not start a value, expecting field name');
        if (kind === 'Object') this.writer.startObject();
        else this.writer.startArray();
    }

    end(kind: 'Object' | 'Array'): void {
        if (this.writer.depth === 0 || this.writer.inObject !== (kind === 'Object')) {
            throw new ApexException('JSONException', `Current context not an ${kind.toLowerCase()}`);
        }
        if (kind === 'Object') this.writer.endObject();
        else this.writer.endArray();
    }
}

const TYPES = ['Blob', 'Boolean', 'Date', 'Datetime', 'Decimal', 'Double', 'Id', 'Integer', 'Long', 'String', 'Time'];

/** Methods that take a value of one type: writeString, writeStringField and so on. */
function typedMethods(): Record<string, Implementation> {
    const methods: Record<string, Implementation> = {};
    for (const type of TYPES) {
        const name = type === 'Datetime' ? 'DateTime' : type;
        const isNumber = ['Decimal', 'Double', 'Integer', 'Long'].includes(type);
        methods[`void write${isNumber ? 'Number' : name}(${type} value)`] = (self: JsonGeneratorValue, value) =>
            self.value(value);
        methods[`void write${isNumber ? 'Number' : name}Field(String fieldName, ${type} value)`] = (
            self: JsonGeneratorValue,
            field,
            value
        ) => self.field(field, value);
    }
    return methods;
}

definePlatformClass({
    name: 'JSONGenerator',
    methods: {
        ...typedMethods(),
        'void close()': (self: JsonGeneratorValue) => void (self.closed = true),
        'String getAsString()': (self: JsonGeneratorValue) => self.writer.toString(),
        'Boolean isClosed()': (self: JsonGeneratorValue) => self.closed,
        'void writeEndArray()': (self: JsonGeneratorValue) => self.end('Array'),
        'void writeEndObject()': (self: JsonGeneratorValue) => self.end('Object'),
        'void writeFieldName(String fieldName)': (self: JsonGeneratorValue, name) => self.name(name),
        'void writeNull()': (self: JsonGeneratorValue) => self.value(null),
        'void writeNullField(String fieldName)': (self: JsonGeneratorValue, name) => self.field(name, null),
        'void writeObject(Object anyObject)': (self: JsonGeneratorValue, value) => self.value(value),
        'void writeObjectField(String fieldName, Object value)': (self: JsonGeneratorValue, name, value) =>
            self.field(name, value),
        'void writeStartArray()': (self: JsonGeneratorValue) => self.start('Array'),
        'void writeStartObject()': (self: JsonGeneratorValue) => self.start('Object')
    }
});
