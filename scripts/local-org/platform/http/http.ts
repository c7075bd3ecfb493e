import { definePlatformClass } from '../define.ts';
import type { Implementation } from '../registry.ts';
import { nullArgument } from '../support/refuse-nulls.ts';
import { ApexBlob } from '../values/blob.ts';
import { ApexList } from '../values/collections.ts';
import { ApexException } from '../values/exception.ts';
import { PlatformObject } from '../values/object.ts';
import { DocumentValue } from '../xml/dom.ts';
import { XmlStreamReaderValue } from '../xml/stream-reader.ts';
import { HttpRequestValue } from './request.ts';
import { HttpResponseValue } from './response.ts';
import { sendCallout } from './send.ts';

class HttpValue extends PlatformObject {
    readonly apexTypeName = 'Http';
}

definePlatformClass({
    name: 'Http',
    constructors: { 'Http()': () => new HttpValue() },
    methods: {
        'HttpResponse send(HttpRequest request)': (_self, request) => sendCallout(request),
        'String toString()': () => 'System.Http'
    }
});

type Message = HttpRequestValue | HttpResponseValue;

const textOf = (self: Message): string => self.body?.bytes.toString('utf8') ?? '';
const documentOf = (self: Message): DocumentValue => new DocumentValue().load(textOf(self));

const shared: Record<string, Implementation> = {
    'String getBody()': textOf,
    'Blob getBodyAsBlob()': (self: Message) => self.body,
    'String getHeader(String key)': (self: Message, name: string) => self.getHeader(name),
    'void setBody(String body)': (self: Message, text: string | null) => {
        if (text === null) throw nullArgument();
        self.body = ApexBlob.ofText(text);
    },
    'void setBodyAsBlob(Blob body)': (self: Message, body: ApexBlob) => {
        self.body = body;
    },
    'void setHeader(String key, String value)': (self: Message, name: string | null, value: string | null) => {
        if (name === null || value === null) throw nullArgument();
        self.setHeader(name, value);
    },
    'String toString()': (self: Message) => self.toString()
};

definePlatformClass({
    name: 'HttpRequest',
    constructors: { 'HttpRequest()': () => new HttpRequestValue() },
    methods: {
        ...shared,
        'Boolean getCompressed()': (self: HttpRequestValue) => self.compressed,
        'String getEndpoint()': (self: HttpRequestValue) => self.endpoint,
        'String getMethod()': (self: HttpRequestValue) => self.method,
        'void setCompressed(Boolean flag)': (self: HttpRequestValue, flag: boolean) => void (self.compressed = flag),
        'void setEndpoint(String endpoint)': (self: HttpRequestValue, endpoint: string) =>
            void (self.endpoint = endpoint),
        'void setMethod(String method)': (self: HttpRequestValue, method: string) => void (self.method = method),
        'void setTimeout(Integer timeout)': setTimeoutOf,
        'void setBodyDocument(Dom.Document document)': (self: HttpRequestValue, document: DocumentValue | null) => {
            if (document === null) throw nullArgument();
            self.body = ApexBlob.ofText(document.toXml());
        },
        'Dom.Document getBodyDocument()': documentOf
    }
});

function setTimeoutOf(self: HttpRequestValue, timeout: number): void {
    if (timeout < 1 || timeout > 120_000)
        throw new ApexException('CalloutException', 'Timeout must be between 1 and 120000 milliseconds');
    self.timeout = timeout;
}

definePlatformClass({
    name: 'HttpResponse',
    constructors: { 'HttpResponse()': () => new HttpResponseValue() },
    methods: {
        ...shared,
        'List<String> getHeaderKeys()': (self: HttpResponseValue) =>
            new ApexList(
                'String',
                [...self.headers.values()].map(({ name }) => name)
            ),
        'Dom.Document getBodyDocument()': documentOf,
        'XmlStreamReader getXmlStreamReader()': (self: HttpResponseValue) => new XmlStreamReaderValue(textOf(self)),
        'String getStatus()': (self: HttpResponseValue) => self.status,
        'Integer getStatusCode()': (self: HttpResponseValue) => self.statusCode,
        'void setStatus(String status)': (self: HttpResponseValue, status: string) => void (self.status = status),
        'void setStatusCode(Integer statusCode)': (self: HttpResponseValue, code: number) =>
            void (self.statusCode = code)
    }
});
