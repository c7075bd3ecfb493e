import { definePlatformClass } from '../define.ts';
import { nullArgument } from '../support/refuse-nulls.ts';
import type { ApexTypeToken } from '../values/tokens.ts';
import { deserialize, deserializeUntyped } from './deserialize.ts';
import { JsonGeneratorValue } from './generator.ts';
import { JsonParserValue } from './parser.ts';
import { serialize } from './serialize.ts';

definePlatformClass({
    name: 'JSON',
    statics: {
        'String serialize(Object objectToSerialize)': (value) => serialize(value),
        'String serialize(Object objectToSerialize, Boolean suppressApexObjectNulls)': (value, suppressNulls) =>
            serialize(value, { suppressNulls }),
        'String serializePretty(Object objectToSerialize)': (value) => serialize(value, { pretty: true }),
        'String serializePretty(Object objectToSerialize, Boolean suppressApexObjectNulls)': (value, suppressNulls) =>
            serialize(value, { pretty: true, suppressNulls }),
        'Object deserialize(String jsonString, Type apexType)': (text, type) => read(text, type, false),
        'Object deserializeStrict(String jsonString, Type apexType)': (text, type) => read(text, type, true),
        'Object deserializeUntyped(String jsonString)': (text: string | null) => deserializeUntyped(checked(text)),
        'JSONGenerator createGenerator(Boolean prettyPrint)': (pretty: boolean) => new JsonGeneratorValue(pretty),
        'JSONParser createParser(String jsonString)': (text: string | null) => new JsonParserValue(checked(text))
    }
});

function read(text: string | null, type: ApexTypeToken | null, strict: boolean): unknown {
    if (type === null) throw nullArgument();
    return deserialize(checked(text), type.name, strict);
}

function checked(text: string | null): string {
    if (text === null) throw nullArgument();
    return text;
}
