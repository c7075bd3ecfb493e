/**
 * Time that can be moved on: everything in this process that asks for the time gets the real one plus what was added. So a request that
 * waits ten minutes is tried again in a moment.
 */
export class Clock {
    private readonly real = Date.now.bind(Date);
    private ahead = 0;

    constructor() {
        Date.now = () => this.real() + this.ahead;
    }

    /** Lets time pass. */
    advance(milliseconds: number): void {
        this.ahead += milliseconds;
    }

    /** Milliseconds since 1970, moved on. */
    now(): number {
        return this.real() + this.ahead;
    }

    /** Gives the process its own time back. */
    stop(): void {
        Date.now = this.real;
    }
}
