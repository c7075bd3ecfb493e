/** Seconds between two looks: often at first, because another model may be asked at once; then seldom. */
const PAUSES: readonly number[] = [4, 8, 15, 30];

/** Looks from time to time whether a waiting request has ended. Never looks while nobody sees the page. */
export class WaitingPoll {
    private readonly look: () => void;
    private timer: ReturnType<typeof setTimeout> | undefined;
    private looks = 0;

    constructor(look: () => void) {
        this.look = look;
    }

    /** Sets the next look while a request waits; stops when none does. */
    follow(isWaiting: boolean): void {
        clearTimeout(this.timer);
        if (!isWaiting) {
            this.looks = 0;
            return;
        }
        const pause = PAUSES[Math.min(this.looks, PAUSES.length - 1)] ?? 30;
        // eslint-disable-next-line @lwc/lwc/no-async-operation -- empApi does not reach every page; the panel stops it when it closes
        this.timer = setTimeout(() => this.due(), pause * 1000);
        this.looks += 1;
    }

    /** Ends the looking. */
    stop(): void {
        this.follow(false);
    }

    private due(): void {
        if (document.hidden) this.follow(true);
        else this.look();
    }
}
