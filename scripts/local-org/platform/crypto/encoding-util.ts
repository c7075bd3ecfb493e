import { definePlatformClass } from '../define.ts';
import { NotImplementedError } from '../not-implemented.ts';
import { refuseNulls } from '../support/refuse-nulls.ts';
import { ApexBlob } from '../values/blob.ts';
import { ApexException } from '../values/exception.ts';

definePlatformClass({
    name: 'EncodingUtil',
    statics: refuseNulls({
        'Blob base64Decode(String inputString)': decodeBase64,
        'String base64Encode(Blob inputBlob)': (blob: ApexBlob) => blob.bytes.toString('base64'),
        'Blob convertFromHex(String inputString)': decodeHex,
        'String convertToHex(Blob inputBlob)': (blob: ApexBlob) => blob.bytes.toString('hex'),
        'String urlDecode(String inputString, String encodingScheme)': (text: string, encoding: string) => {
            checkEncoding(encoding);
            return decodeUrl(text);
        },
        'String urlEncode(String inputString, String encodingScheme)': (text: string, encoding: string) => {
            checkEncoding(encoding);
            return encodeUrl(text);
        }
    })
});

function checkEncoding(encoding: string): void {
    if (!/^utf-?8$/i.test(encoding)) throw new NotImplementedError(`EncodingUtil with the encoding ${encoding}`);
}

function decodeBase64(text: string): ApexBlob {
    if (!/^[A-Za-z0-9+/\s]*={0,2}\s*$/.test(text))
        throw new ApexException('StringException', 'Unrecognized base64 character');
    return new ApexBlob(Buffer.from(text, 'base64'));
}

function decodeHex(text: string): ApexBlob {
    if (text.length % 2 !== 0 || /[^0-9a-fA-F]/.test(text)) {
        throw new ApexException('InvalidParameterValueException', 'Invalid hexadecimal text');
    }
    return new ApexBlob(Buffer.from(text, 'hex'));
}

/** As Java's URLEncoder: a space becomes '+', and `.-*_` stay. */
function encodeUrl(text: string): string {
    return encodeURIComponent(text)
        .replaceAll('%20', '+')
        .replaceAll(/[!'()~]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
}

function decodeUrl(text: string): string {
    try {
        return decodeURIComponent(text.replaceAll('+', ' '));
    } catch {
        throw new ApexException('IllegalArgumentException', 'URLDecoder: Illegal hex characters in escape (%) pattern');
    }
}
