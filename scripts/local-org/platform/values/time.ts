import { ApexException } from './exception.ts';

const DAY = 86_400_000;

/** An Apex Time: milliseconds since midnight, wrapping at 24 hours. */
export class ApexTime {
    readonly milliseconds: number;

    constructor(milliseconds: number) {
        this.milliseconds = ((milliseconds % DAY) + DAY) % DAY;
    }

    static of(hour: number, minute: number, second: number, millisecond: number): ApexTime {
        return new ApexTime(((hour * 60 + minute) * 60 + second) * 1000 + millisecond);
    }

    /** Reads 'HH:mm:ss' with optional '.SSS' and 'Z'. Throws TypeException. */
    static parse(text: string): ApexTime {
        const match = /^(\d{1,2}):(\d{2})(?::(\d{2})(?:\.(\d{1,3}))?)?Z?$/.exec(text.trim());
        if (!match) throw new ApexException('TypeException', `Invalid time: ${text}`);
        const [hour, minute, second] = [match[1], match[2], match[3] ?? '0'].map(Number);
        return ApexTime.of(hour, minute, second, Number((match[4] ?? '').padEnd(3, '0')));
    }

    get hour(): number {
        return Math.floor(this.milliseconds / 3_600_000);
    }

    get minute(): number {
        return Math.floor(this.milliseconds / 60_000) % 60;
    }

    get second(): number {
        return Math.floor(this.milliseconds / 1000) % 60;
    }

    get millisecond(): number {
        return this.milliseconds % 1000;
    }

    compareTo(other: ApexTime): number {
        return this.milliseconds - other.milliseconds;
    }

    /** '10:20:30.123Z'. */
    toString(): string {
        return new Date(this.milliseconds).toISOString().slice(11);
    }

    toJSON(): string {
        return this.toString();
    }
}
