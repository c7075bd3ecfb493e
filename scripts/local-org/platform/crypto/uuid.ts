import { randomUUID } from 'node:crypto';
import { once } from '../journal.ts';
import { definePlatformClass } from '../define.ts';
import { refuseNulls } from '../support/refuse-nulls.ts';
import { textHashCode } from '../text/distance.ts';
import { ApexException } from '../values/exception.ts';
import { PlatformObject } from '../values/object.ts';

/** A System.UUID; equal to another by its text. */
export class UuidValue extends PlatformObject {
    readonly apexTypeName = 'UUID';
    readonly text: string;

    constructor(text: string) {
        super();
        this.text = text;
    }

    equals$1(other: unknown): boolean {
        return other instanceof UuidValue && other.text === this.text;
    }

    hashcode$0(): number {
        return textHashCode(this.text);
    }

    override toString(): string {
        return this.text;
    }
}

definePlatformClass({
    name: 'UUID',
    statics: refuseNulls({
        'UUID randomUUID()': () => new UuidValue(once('UUID.randomUUID', randomUUID)),
        'UUID fromString(String uuid)': (text: string) => {
            if (!/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text)) {
                throw new ApexException('IllegalArgumentException', `Invalid UUID string: ${text}`);
            }
            return new UuidValue(text.toLowerCase());
        }
    }),
    methods: {
        'Boolean equals(Object other)': (self: UuidValue, other: unknown) => self.equals$1(other),
        'Integer hashCode()': (self: UuidValue) => self.hashcode$0(),
        'String toString()': (self: UuidValue) => self.text
    }
});
