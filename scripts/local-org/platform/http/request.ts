import { ApexBlob } from '../values/blob.ts';
import { PlatformObject } from '../values/object.ts';

/** An HttpRequest. */
export class HttpRequestValue extends PlatformObject {
    readonly apexTypeName = 'HttpRequest';
    endpoint: string | null = null;
    method: string | null = null;
    headers = new Map<string, { name: string; value: string }>();
    body: ApexBlob | null = null;
    /** Milliseconds. */
    timeout = 10_000;
    compressed = false;

    setHeader(name: string, value: string): void {
        this.headers.set(name.toLowerCase(), { name, value });
    }

    getHeader(name: string): string | null {
        return this.headers.get(name.toLowerCase())?.value ?? null;
    }

    override toString(): string {
        return `System.HttpRequest[Endpoint=${this.endpoint}, Method=${this.method}]`;
    }
}
