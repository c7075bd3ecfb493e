import { ApexException } from '../values/exception.ts';

/** A number as it was written, so that no digit is lost. */
export class JsonNumber {
    readonly text: string;

    constructor(text: string) {
        this.text = text;
    }
}

export type JsonValue = null | boolean | string | JsonNumber | JsonValue[] | Map<string, JsonValue>;

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const ESCAPES: Record<string, string> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', '"': '"', '\\': '\\', '/': '/' };
const WORDS: [string, null | boolean][] = [
    ['null', null],
    ['true', true],
    ['false', false]
];

/** A strict JSON reader that keeps numbers as text and says where a text is wrong. */
class JsonReader {
    private readonly text: string;
    private position = 0;

    constructor(text: string) {
        this.text = text;
    }

    readDocument(): JsonValue {
        const value = this.readValue();
        this.skipSpace();
        if (this.position < this.text.length) throw this.unexpected('expected the end of the text');
        return value;
    }

    private skipSpace(): void {
        while (' \t\n\r'.includes(this.text[this.position] ?? 'x')) this.position++;
    }

    private readValue(): JsonValue {
        this.skipSpace();
        const character = this.text[this.position];
        if (character === '{') return this.readObject();
        if (character === '[') return this.readArray();
        if (character === '"') return this.readString();
        return character === '-' || (character >= '0' && character <= '9') ? this.readNumber() : this.readWord();
    }

    private readObject(): Map<string, JsonValue> {
        const object = new Map<string, JsonValue>();
        this.position++;
        if (this.take('}')) return object;
        do {
            this.skipSpace();
            if (this.text[this.position] !== '"')
                throw this.unexpected('was expecting double-quote to start field name');
            const name = this.readString();
            if (!this.take(':')) throw this.unexpected('was expecting a colon to separate field name and value');
            object.set(name, this.readValue());
        } while (this.take(','));
        if (!this.take('}')) throw this.unexpected('was expecting comma to separate OBJECT entries');
        return object;
    }

    private readArray(): JsonValue[] {
        const array: JsonValue[] = [];
        this.position++;
        if (this.take(']')) return array;
        do array.push(this.readValue());
        while (this.take(','));
        if (!this.take(']')) throw this.unexpected('was expecting comma to separate ARRAY entries');
        return array;
    }

    private take(character: string): boolean {
        this.skipSpace();
        if (this.text[this.position] !== character) return false;
        this.position++;
        return true;
    }

    private readString(): string {
        const start = ++this.position;
        let end = start;
        while (this.text[end] !== '"' && this.text[end] !== '\\' && this.text[end] >= ' ') end++;
        if (this.text[end] === '"') {
            this.position = end + 1;
            return this.text.slice(start, end);
        }
        return this.readEscapedString(end);
    }

    private readEscapedString(firstEscape: number): string {
        let result = this.text.slice(this.position, firstEscape);
        this.position = firstEscape;
        while (this.text[this.position] !== '"') result += this.readCharacter();
        this.position++;
        return result;
    }

    private readCharacter(): string {
        const character = this.text[this.position];
        if (character === undefined) throw this.endOfInput('in VALUE_STRING');
        if (character < ' ') throw this.unexpected('has to be escaped using backslash to be included in string value');
        this.position++;
        return character === '\\' ? this.readEscape() : character;
    }

    private readEscape(): string {
        const letter = this.text[this.position++];
        if (letter === 'u') {
            const digits = this.text.slice(this.position, this.position + 4);
            if (!/^[0-9a-fA-F]{4}$/.test(digits))
                throw this.unexpected('expected a hex-digit for character escape sequence');
            this.position += 4;
            return String.fromCharCode(Number.parseInt(digits, 16));
        }
        if (ESCAPES[letter] === undefined) throw this.unexpected('Unrecognized character escape');
        return ESCAPES[letter];
    }

    private readNumber(): JsonNumber {
        NUMBER.lastIndex = this.position;
        const match = NUMBER.exec(this.text);
        if (!match) throw this.unexpected('expected a valid number');
        this.position += match[0].length;
        return new JsonNumber(match[0]);
    }

    private readWord(): null | boolean {
        for (const [word, value] of WORDS) {
            if (!this.text.startsWith(word, this.position)) continue;
            this.position += word.length;
            return value;
        }
        throw this.unexpected("expected a valid value (number, String, array, object, 'true', 'false' or 'null')");
    }

    private unexpected(expectation: string): ApexException {
        const character = this.text[this.position];
        if (character === undefined) return this.endOfInput('expected close marker or value');
        const what = `Unexpected character ('${character}' (code ${character.charCodeAt(0)})): ${expectation}`;
        return new ApexException('JSONException', `${what} at input location ${this.location()}`);
    }

    private endOfInput(where: string): ApexException {
        return new ApexException(
            'JSONException',
            `Unexpected end-of-input: ${where} at input location ${this.location()}`
        );
    }

    private location(): string {
        const before = this.text.slice(0, this.position).split('\n');
        return `[${before.length},${before[before.length - 1].length + 1}]`;
    }
}

/** Reads JSON text. Throws JSONException; an empty text has "No content to map to Object due to end of input". */
export function parseJson(text: string): JsonValue {
    if (text.trim() === '') throw new ApexException('JSONException', 'No content to map to Object due to end of input');
    return new JsonReader(text).readDocument();
}
