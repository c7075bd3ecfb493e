import { context } from '../context.ts';
import { definePlatformClass } from '../define.ts';
import type { ApexBlob } from '../values/blob.ts';
import { ApexMap } from '../values/collections.ts';
import { PlatformObject } from '../values/object.ts';

/** A RestRequest. */
export class RestRequestValue extends PlatformObject {
    readonly apexTypeName = 'RestRequest';
    headers: ApexMap = new ApexMap('String', 'String');
    params: ApexMap = new ApexMap('String', 'String');
    httpMethod: string | null = null;
    remoteAddress: string | null = null;
    requestBody: ApexBlob | null = null;
    requestURI: string | null = null;
    resourcePath: string | null = null;
}

/** A RestResponse. */
export class RestResponseValue extends PlatformObject {
    readonly apexTypeName = 'RestResponse';
    headers: ApexMap = new ApexMap('String', 'String');
    responseBody: ApexBlob | null = null;
    statusCode: number | null = null;
}

/** A property that is plainly a field of the value. */
const field = (name: string) => ({
    get: (self: Record<string, unknown>) => self[name],
    set: (self: Record<string, unknown>, value: unknown) => {
        self[name] = value;
    }
});

definePlatformClass({
    name: 'RestContext',
    staticProperties: {
        'RestRequest request': {
            get: () => context().rest.request,
            set: (_self: unknown, value: unknown) => void (context().rest.request = value)
        },
        'RestResponse response': {
            get: () => context().rest.response,
            set: (_self: unknown, value: unknown) => void (context().rest.response = value)
        }
    }
});

definePlatformClass({
    name: 'RestRequest',
    constructors: { 'RestRequest()': () => new RestRequestValue() },
    methods: {
        'void addHeader(String name, String value)': (self: RestRequestValue, name, value) =>
            void self.headers.put(name, value),
        'void addParameter(String name, String value)': (self: RestRequestValue, name, value) =>
            void self.params.put(name, value)
    },
    properties: {
        'Map<String,String> headers': field('headers'),
        'Map<String,String> params': field('params'),
        'String httpMethod': field('httpMethod'),
        'String remoteAddress': field('remoteAddress'),
        'Blob requestBody': field('requestBody'),
        'String requestURI': field('requestURI'),
        'String resourcePath': field('resourcePath')
    }
});

definePlatformClass({
    name: 'RestResponse',
    constructors: { 'RestResponse()': () => new RestResponseValue() },
    methods: {
        'void addHeader(String name, String value)': (self: RestResponseValue, name, value) =>
            void self.headers.put(name, value)
    },
    properties: {
        'Map<String,String> headers': field('headers'),
        'Blob responseBody': field('responseBody'),
        'Integer statusCode': field('statusCode')
    }
});
