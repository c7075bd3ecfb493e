import { readFileSync } from 'node:fs';
import { context } from '../context.ts';
import { definePlatformClass } from '../define.ts';
import { ApexBlob } from '../values/blob.ts';
import { ApexException } from '../values/exception.ts';
import { PlatformObject } from '../values/object.ts';
import type { HttpRequestValue } from './request.ts';
import { HttpResponseValue } from './response.ts';

/** A StaticResourceCalloutMock: answers every request with the content of a static resource. */
class StaticResourceMockValue extends PlatformObject {
    readonly apexTypeName = 'StaticResourceCalloutMock';
    readonly response = new HttpResponseValue();

    respond$1(): HttpResponseValue {
        return this.response;
    }

    useResource(name: string): void {
        const resource = context().org.metadata.staticResources.find(
            (known) => known.name.toLowerCase() === name.toLowerCase()
        );
        if (!resource) throw new ApexException('CalloutException', `Static resource ${name} does not exist`);
        this.response.body = new ApexBlob(readFileSync(resource.file));
    }
}

/** A MultiStaticResourceCalloutMock: a static resource for each endpoint. */
class MultiStaticResourceMockValue extends PlatformObject {
    readonly apexTypeName = 'MultiStaticResourceCalloutMock';
    readonly byEndpoint = new Map<string, string>();
    readonly headers: [string, string][] = [];
    status = 'OK';
    statusCode = 200;

    respond$1(request: HttpRequestValue): HttpResponseValue {
        const name = this.byEndpoint.get(request.endpoint ?? '');
        if (!name) throw new ApexException('CalloutException', `No mock response for ${request.endpoint}`);
        const mock = new StaticResourceMockValue();
        mock.useResource(name);
        Object.assign(mock.response, { status: this.status, statusCode: this.statusCode });
        for (const [key, value] of this.headers) mock.response.setHeader(key, value);
        return mock.response;
    }
}

definePlatformClass({
    name: 'MultiStaticResourceCalloutMock',
    implements: ['HttpCalloutMock'],
    constructors: { 'MultiStaticResourceCalloutMock()': () => new MultiStaticResourceMockValue() },
    methods: {
        'HttpResponse respond(HttpRequest request)': (self: MultiStaticResourceMockValue, request: HttpRequestValue) =>
            self.respond$1(request),
        'void setHeader(String key, String value)': (self: MultiStaticResourceMockValue, key: string, value: string) =>
            void self.headers.push([key, value]),
        'void setStaticResource(String endpoint, String resourceName)': (
            self: MultiStaticResourceMockValue,
            endpoint: string,
            name: string
        ) => void self.byEndpoint.set(endpoint, name),
        'void setStatus(String status)': (self: MultiStaticResourceMockValue, status: string) =>
            void (self.status = status),
        'void setStatusCode(Integer statusCode)': (self: MultiStaticResourceMockValue, code: number) =>
            void (self.statusCode = code)
    }
});

definePlatformClass({
    name: 'StaticResourceCalloutMock',
    implements: ['HttpCalloutMock'],
    constructors: { 'StaticResourceCalloutMock()': () => new StaticResourceMockValue() },
    methods: {
        'HttpResponse respond(HttpRequest request)': (self: StaticResourceMockValue) => self.respond$1(),
        'void setHeader(String key, String value)': (self: StaticResourceMockValue, name, value) =>
            self.response.setHeader(name, value),
        'void setStaticResource(String resourceName)': (self: StaticResourceMockValue, name: string) =>
            self.useResource(name),
        'void setStatus(String status)': (self: StaticResourceMockValue, status) =>
            void (self.response.status = status),
        'void setStatusCode(Integer statusCode)': (self: StaticResourceMockValue, code) =>
            void (self.response.statusCode = code)
    }
});
