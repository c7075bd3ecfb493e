import { countAttachments } from '../attachments/attachments.ts';
import type { FaultKind } from '../faults/faults.ts';

/** One request that reached the simulator. Keys are never kept. */
export interface RecordedRequest {
    receivedAt: string;
    path: string;
    headers: Record<string, string>;
    /** The parsed body, or the text when it was no JSON. */
    body: unknown;
    /** Status answered; 0 while the request waits. */
    status: number;
    /** What was made to go wrong; null when nothing was. */
    fault: FaultKind | null;
    /** How many files came along. */
    attachments: number;
}

const MOST_REQUESTS = 5_000;
const MOST_CHARACTERS = 64_000_000;
const KEPT_HEADERS = ['content-type', 'anthropic-version', 'user-agent', 'x-request-id'];

/** Keeps the latest requests for tests that prove what left the org; old ones are forgotten, so memory stays bounded. */
export class Journal {
    private readonly entries: { request: RecordedRequest; size: number }[] = [];
    private size = 0;

    /** Records a request and returns it, so that its status can be set later. */
    add(path: string, headers: Record<string, unknown>, text: string): RecordedRequest {
        const kept = KEPT_HEADERS.filter((name) => typeof headers[name] === 'string').map((name) => [
            name,
            String(headers[name])
        ]);
        const body = parse(text);
        const request: RecordedRequest = {
            receivedAt: new Date().toISOString(),
            path,
            headers: Object.fromEntries(kept),
            body,
            status: 0,
            fault: null,
            attachments: countAttachments(body)
        };
        this.entries.push({ request, size: text.length });
        this.size += text.length;
        this.trim();
        return request;
    }

    /** The requests of late, oldest first. */
    all(): RecordedRequest[] {
        return this.entries.map((entry) => entry.request);
    }

    /** Forgets everything. */
    clear(): void {
        this.entries.length = 0;
        this.size = 0;
    }

    private trim(): void {
        while (this.entries.length > 1 && (this.entries.length > MOST_REQUESTS || this.size > MOST_CHARACTERS)) {
            this.size -= this.entries.shift()?.size ?? 0;
        }
    }
}

function parse(text: string): unknown {
    try {
        return JSON.parse(text);
    } catch {
        return text;
    }
}
