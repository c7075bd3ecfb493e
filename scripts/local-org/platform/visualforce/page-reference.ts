import { context } from '../context.ts';
import { definePlatformClass } from '../define.ts';
import { NotImplementedError } from '../not-implemented.ts';
import { ApexMap } from '../values/collections.ts';
import { PlatformObject } from '../values/object.ts';
import { SObjectValue } from '../values/sobject.ts';

/** A PageReference: a path, parameters and headers. */
export class PageReferenceValue extends PlatformObject {
    readonly apexTypeName = 'PageReference';
    readonly path: string;
    readonly parameters = new ApexMap('String', 'String');
    readonly headers = new ApexMap('String', 'String');
    readonly cookies = new ApexMap('String', 'Cookie');
    anchor: string | null = null;
    redirect = false;
    redirectCode = 0;

    constructor(url: string) {
        super();
        const [beforeAnchor, anchor] = url.split('#');
        const [path, query] = beforeAnchor.split('?');
        this.path = path;
        this.anchor = anchor ?? null;
        for (const [name, value] of new URLSearchParams(query ?? '')) this.parameters.put(name, value);
    }

    get url(): string {
        const query = new URLSearchParams(
            this.parameters.entries().map(([name, value]): [string, string] => [String(name), String(value ?? '')])
        ).toString();
        return `${this.path}${query ? `?${query}` : ''}${this.anchor ? `#${this.anchor}` : ''}`;
    }

    override toString(): string {
        return `System.PageReference[${this.url}]`;
    }
}

function unavailable(member: string): () => never {
    return () => {
        throw new NotImplementedError(`PageReference.${member}()`);
    };
}

definePlatformClass({
    name: 'PageReference',
    constructors: {
        'PageReference(String partialURL)': (url: string) => new PageReferenceValue(url),
        'PageReference(SObject record)': (record: SObjectValue) => new PageReferenceValue(`/${record.id ?? ''}`)
    },
    statics: {
        'PageReference forResource(String resourceName)': (name: string) => new PageReferenceValue(`/resource/${name}`),
        'PageReference forResource(String resourceName, String path)': (name: string, path: string) =>
            new PageReferenceValue(`/resource/${name}/${path}`)
    },
    methods: {
        'String getUrl()': (self: PageReferenceValue) => self.url,
        'Map<String,String> getParameters()': (self: PageReferenceValue) => self.parameters,
        'Map<String,String> getHeaders()': (self: PageReferenceValue) => self.headers,
        'Map<String,Cookie> getCookies()': (self: PageReferenceValue) => self.cookies,
        'String getAnchor()': (self: PageReferenceValue) => self.anchor,
        'PageReference setAnchor(String anchor)': (self: PageReferenceValue, anchor: string | null) => {
            self.anchor = anchor;
            return self;
        },
        'Boolean getRedirect()': (self: PageReferenceValue) => self.redirect,
        'PageReference setRedirect(Boolean redirect)': (self: PageReferenceValue, redirect: boolean) => {
            self.redirect = redirect;
            return self;
        },
        'Integer getRedirectCode()': (self: PageReferenceValue) => self.redirectCode,
        'PageReference setRedirectCode(Integer code)': (self: PageReferenceValue, code: number) => {
            self.redirectCode = code;
            return self;
        },
        'Blob getContent()': unavailable('getContent'),
        'Blob getContentAsPDF()': unavailable('getContentAsPDF')
    }
});

/** The page that Test.setCurrentPage named, or that the transaction was asked for; kept by transaction. */
const currentPages = new WeakMap<object, PageReferenceValue>();

/** The current page of the test or transaction; null outside of Visualforce. */
export function currentPage(): PageReferenceValue | null {
    const { test, transaction } = context();
    return currentPages.get(test ?? transaction) ?? (test ? setCurrentPage(new PageReferenceValue('')) : null);
}

/** Makes a page the current one. */
export function setCurrentPage(page: PageReferenceValue): PageReferenceValue {
    const { test, transaction } = context();
    currentPages.set(test ?? transaction, page);
    return page;
}
