import { ApexBlob } from '../values/blob.ts';
import { PlatformObject } from '../values/object.ts';

/** An HttpResponse. */
export class HttpResponseValue extends PlatformObject {
    readonly apexTypeName = 'HttpResponse';
    statusCode = 0;
    status: string | null = null;
    headers = new Map<string, { name: string; value: string }>();
    body = new ApexBlob(Buffer.alloc(0));

    setHeader(name: string, value: string): void {
        this.headers.set(name.toLowerCase(), { name, value });
    }

    getHeader(name: string): string | null {
        return this.headers.get(name.toLowerCase())?.value ?? null;
    }

    override toString(): string {
        return `System.HttpResponse[Status=${this.status}, StatusCode=${this.statusCode}]`;
    }
}
