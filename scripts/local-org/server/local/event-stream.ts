import type { Response } from 'express';
import type { LocalEvent } from '../../lightning/protocol.ts';

const HEARTBEAT_MS = 25_000;

/** Sends what happens in the org to every open page as server-sent events. */
export class EventStream {
    readonly #listeners = new Set<Response>();
    /** What is broken now, by the part it is in. */
    readonly #problems = new Map<string, string>();
    readonly #heartbeat = setInterval(() => this.#write(': still here\n\n'), HEARTBEAT_MS).unref();

    /** Keeps the response open and sends it every event from now on. */
    add(response: Response): void {
        response.writeHead(200, {
            'Content-Type': 'text/event-stream',
            'Cache-Control': 'no-store',
            Connection: 'keep-alive'
        });
        response.write('retry: 1000\n\n');
        for (const message of this.#problems.values()) {
            response.write(eventText({ type: 'error', message }));
        }
        this.#listeners.add(response);
        response.on('close', () => this.#listeners.delete(response));
    }

    /** Tells all open pages. */
    send(event: LocalEvent): void {
        this.#write(eventText(event));
    }

    /** Tells all pages, also those that open later, what is broken in a part of the project. */
    reportProblem(part: string, message: string): void {
        this.#problems.set(part, message);
        this.send({ type: 'error', message });
    }

    /** Tells all pages that a part of the project is whole again, if it was not. */
    reportFixed(part: string): void {
        if (this.#problems.delete(part) && this.#problems.size === 0) {
            this.send({ type: 'fixed' });
        }
    }

    /** Ends all open streams, so that the server can stop. */
    close(): void {
        clearInterval(this.#heartbeat);
        for (const listener of this.#listeners) {
            listener.end();
        }
        this.#listeners.clear();
    }

    #write(text: string): void {
        for (const listener of this.#listeners) {
            listener.write(text);
        }
    }
}

function eventText(event: LocalEvent): string {
    return `data: ${JSON.stringify(event)}\n\n`;
}
