import { readFileSync } from 'node:fs';
import { context } from '../context.ts';
import { definePlatformClass } from '../define.ts';
import { ApexBlob } from '../values/blob.ts';
import { ApexException } from '../values/exception.ts';
import { PlatformObject } from '../values/object.ts';
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
