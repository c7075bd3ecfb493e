import { definePlatformClass } from '../define.ts';
import { apexHashCode } from '../object/object.ts';
import { refuseNulls } from '../support/refuse-nulls.ts';
import { ApexBlob } from '../values/blob.ts';
import { apexEquals } from '../values/equality.ts';
import { ApexException } from '../values/exception.ts';

definePlatformClass({
    name: 'Blob',
    statics: refuseNulls({ 'Blob valueOf(String stringToBlob)': (text: string) => ApexBlob.ofText(text) }),
    methods: {
        'Boolean equals(Object other)': apexEquals,
        'Integer hashCode()': apexHashCode,
        'Integer size()': (self: ApexBlob) => self.bytes.length,
        ...refuseNulls({ 'String toString()': decodeUtf8 })
    }
});

function decodeUtf8(blob: ApexBlob): string {
    try {
        return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(blob.bytes);
    } catch {
        throw new ApexException('StringException', 'BLOB is not a valid UTF-8 string');
    }
}
