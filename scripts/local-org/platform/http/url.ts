import { definePlatformClass } from '../define.ts';
import type { Implementation } from '../registry.ts';
import { ApexException } from '../values/exception.ts';
import { PlatformObject } from '../values/object.ts';
import { nullArgument } from '../support/refuse-nulls.ts';
import { currentPage } from '../visualforce/page-reference.ts';
import { context } from '../context.ts';

const PARTS = /^([a-zA-Z][\w+.-]*):(?:\/\/(?:([^@/?#]*)@)?([^:/?#]*)(?::(\d+))?)?([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/;

/** A System.Url, in Java's parts. */
class UrlValue extends PlatformObject {
    readonly apexTypeName = 'Url';
    readonly spec: string;
    readonly parts: (string | undefined)[];

    constructor(spec: string) {
        super();
        const match = PARTS.exec(spec);
        if (!match) throw new ApexException('StringException', `no protocol: ${spec}`);
        this.spec = spec;
        this.parts = match;
    }

    override toString(): string {
        return `Url:[${this.spec}]`;
    }
}

const part =
    (index: number, absent: string | null): Implementation =>
    (self: UrlValue) =>
        self.parts[index] ?? absent;

definePlatformClass({
    name: 'Url',
    constructors: {
        'Url(String spec)': (spec: string) => new UrlValue(spec),
        'Url(Url context, String spec)': (base: UrlValue, spec: string) => new UrlValue(new URL(spec, base.spec).href),
        'Url(String protocol, String host, String file)': (protocol, host, file) =>
            new UrlValue(`${protocol}://${host}${file}`),
        'Url(String protocol, String host, Integer port, String file)': (protocol, host, port, file) =>
            new UrlValue(`${protocol}://${host}:${port}${file}`)
    },
    statics: {
        'Url getOrgDomainUrl()': orgDomain,
        'Url getSalesforceBaseUrl()': orgDomain,
        'Url getCurrentRequestUrl()': () => new UrlValue(`${orgDomain().spec}${currentPage()?.url ?? ''}`),
        'String getFileFieldURL(String entityId, String fieldName)': (id: string, field: string) =>
            `/servlet/servlet.FileDownload?file=${id}&field=${field}`
    },
    methods: {
        'String getAuthority()': (self: UrlValue) => authority(self),
        'Integer getDefaultPort()': (self: UrlValue) =>
            self.parts[1] === 'https' ? 443 : self.parts[1] === 'http' ? 80 : -1,
        'String getFile()': (self: UrlValue) =>
            (self.parts[5] ?? '') + (self.parts[6] === undefined ? '' : `?${self.parts[6]}`),
        'String getHost()': part(3, ''),
        'String getPath()': part(5, ''),
        'Integer getPort()': (self: UrlValue) => Number(self.parts[4] ?? -1),
        'String getProtocol()': part(1, ''),
        'String getQuery()': part(6, null),
        'String getRef()': part(7, null),
        'String getUserInfo()': part(2, null),
        'Boolean sameFile(Url other)': (self: UrlValue, other: UrlValue | null) => {
            if (other === null) throw nullArgument();
            return self.spec.replace(/#.*$/, '') === other.spec.replace(/#.*$/, '');
        },
        'String toString()': (self: UrlValue) => self.toString(),
        'String toExternalForm()': (self: UrlValue) => self.spec
    }
});

function authority(self: UrlValue): string {
    const [, , user, host, port] = self.parts;
    return `${user === undefined ? '' : `${user}@`}${host ?? ''}${port === undefined ? '' : `:${port}`}`;
}

/** Where the org answers; set by the server when it listens. */
function orgDomain(): UrlValue {
    const base = context().org.storage.get('baseUrl');
    return new UrlValue(typeof base === 'string' ? base : 'http://localhost:3000');
}
