import { definePlatformClass, definePlatformEnum, platformEnumValue } from '../define.ts';
import type { Implementation } from '../registry.ts';
import { ApexException } from '../values/exception.ts';
import { PlatformObject } from '../values/object.ts';
import type { ApexEnumValue } from '../values/object.ts';
import type { ApexTypeToken } from '../values/tokens.ts';
import { readTyped } from './deserialize.ts';
import { JsonNumber, parseJson } from './parse.ts';
import type { JsonValue } from './parse.ts';
import { readPrimitive } from './primitives.ts';

definePlatformEnum('JSONToken', [
    'END_ARRAY',
    'END_OBJECT',
    'FIELD_NAME',
    'NOT_AVAILABLE',
    'START_ARRAY',
    'START_OBJECT',
    'VALUE_EMBEDDED_OBJECT',
    'VALUE_FALSE',
    'VALUE_NULL',
    'VALUE_NUMBER_FLOAT',
    'VALUE_NUMBER_INT',
    'VALUE_STRING',
    'VALUE_TRUE'
]);

interface Token {
    kind: string;
    text: string;
    /** Name of the field the token belongs to. */
    name: string | null;
    /** The whole value that begins here. */
    value: JsonValue;
    /** Position of the token that ends it. */
    end: number;
}

/** A JSONParser: the tokens of a text, one after the other. */
export class JsonParserValue extends PlatformObject {
    readonly apexTypeName = 'JSONParser';
    private readonly tokens: Token[] = [];
    private position = -1;
    private cleared: Token | null = null;
    private lastCleared: Token | null = null;

    constructor(text: string) {
        super();
        this.addValue(parseJson(text), null);
    }

    private addValue(value: JsonValue, name: string | null): void {
        const token: Token = { kind: kindOf(value), text: textOf(value), name, value, end: this.tokens.length };
        this.tokens.push(token);
        if (Array.isArray(value))
            this.addEnd(token, 'END_ARRAY', ']', () => value.forEach((item) => this.addValue(item, null)));
        if (value instanceof Map)
            this.addEnd(token, 'END_OBJECT', '}', () => value.forEach((item, field) => this.addField(field, item)));
    }

    private addField(name: string, value: JsonValue): void {
        this.tokens.push({ kind: 'FIELD_NAME', text: name, name, value: name, end: this.tokens.length });
        this.addValue(value, name);
    }

    private addEnd(start: Token, kind: string, text: string, addInside: () => void): void {
        addInside();
        start.end = this.tokens.length;
        this.tokens.push({ kind, text, name: start.name, value: null, end: this.tokens.length });
    }

    /** The token here, null before the first, after the last and when cleared. */
    get token(): Token | null {
        const token = this.tokens[this.position] ?? null;
        return token === this.cleared ? null : token;
    }

    get tokenKind(): ApexEnumValue | null {
        return this.token && platformEnumValue('JSONToken', this.token.kind);
    }

    next(): ApexEnumValue | null {
        this.cleared = null;
        this.position = Math.min(this.position + 1, this.tokens.length);
        return this.tokenKind;
    }

    nextValue(): ApexEnumValue | null {
        const kind = this.next();
        return kind?.name === 'FIELD_NAME' ? this.next() : kind;
    }

    clear(): void {
        this.lastCleared = this.token;
        this.cleared = this.tokens[this.position] ?? null;
    }

    get lastClearedKind(): ApexEnumValue | null {
        return this.lastCleared && platformEnumValue('JSONToken', this.lastCleared.kind);
    }

    skipChildren(): void {
        const token = this.token;
        if (token && token.kind.startsWith('START_')) this.position = token.end;
    }

    /** Reads the whole value here as a type; stands on its last token afterwards. */
    readAs(type: ApexTypeToken, strict: boolean): unknown {
        if (this.position < 0) this.next();
        if (this.token?.kind === 'FIELD_NAME') this.next();
        const token = this.token;
        if (!token) throw new ApexException('JSONException', 'No current token');
        this.position = token.end;
        return readTyped(token.value, type.name, strict);
    }

    primitive(typeName: string): unknown {
        const token = this.token;
        if (!token) throw new ApexException('JSONException', 'No current token');
        return readPrimitive(token.value, typeName);
    }
}

function kindOf(value: JsonValue): string {
    if (value === null) return 'VALUE_NULL';
    if (typeof value === 'boolean') return value ? 'VALUE_TRUE' : 'VALUE_FALSE';
    if (value instanceof JsonNumber) return /^-?\d+$/.test(value.text) ? 'VALUE_NUMBER_INT' : 'VALUE_NUMBER_FLOAT';
    if (typeof value === 'string') return 'VALUE_STRING';
    return Array.isArray(value) ? 'START_ARRAY' : 'START_OBJECT';
}

function textOf(value: JsonValue): string {
    if (value instanceof JsonNumber) return value.text;
    if (Array.isArray(value)) return '[';
    return value instanceof Map ? '{' : String(value);
}

const TYPES = ['Blob', 'Boolean', 'Date', 'Datetime', 'Decimal', 'Double', 'Id', 'Integer', 'Long', 'Time'];
const typedMethods = TYPES.map((type): [string, Implementation] => [
    `${type} get${type}Value()`,
    (self: JsonParserValue) => self.primitive(type)
]);

definePlatformClass({
    name: 'JSONParser',
    methods: {
        ...Object.fromEntries(typedMethods),
        'void clearCurrentToken()': (self: JsonParserValue) => self.clear(),
        'String getCurrentName()': (self: JsonParserValue) => self.token?.name ?? null,
        'JSONToken getCurrentToken()': (self: JsonParserValue) => self.tokenKind,
        'JSONToken getLastClearedToken()': (self: JsonParserValue) => self.lastClearedKind,
        'String getText()': (self: JsonParserValue) => self.token?.text ?? null,
        'Boolean hasCurrentToken()': (self: JsonParserValue) => self.token !== null,
        'JSONToken nextToken()': (self: JsonParserValue) => self.next(),
        'JSONToken nextValue()': (self: JsonParserValue) => self.nextValue(),
        'Object readValueAs(Type apexType)': (self: JsonParserValue, type) => self.readAs(type, false),
        'Object readValueAsStrict(Type apexType)': (self: JsonParserValue, type) => self.readAs(type, true),
        'void skipChildren()': (self: JsonParserValue) => self.skipChildren()
    }
});
