import { ApexException } from './exception.ts';

const DAY = 86_400_000;

/** An Apex Date: a calendar day without a time zone. */
export class ApexDate {
    readonly year: number;
    readonly month: number;
    readonly day: number;

    constructor(year: number, month: number, day: number) {
        this.year = year;
        this.month = month;
        this.day = day;
    }

    /** A day that may overflow, as Date.newInstance(2024, 2, 30) → 1 March. */
    static lenient(year: number, month: number, day: number): ApexDate {
        const moment = new Date(0);
        moment.setUTCFullYear(year, month - 1, day);
        return ApexDate.fromUtc(moment);
    }

    static fromUtc(moment: Date): ApexDate {
        return new ApexDate(moment.getUTCFullYear(), moment.getUTCMonth() + 1, moment.getUTCDate());
    }

    static fromEpochDay(days: number): ApexDate {
        return ApexDate.fromUtc(new Date(days * DAY));
    }

    /** Reads 'yyyy-MM-dd' (months and days may have one digit); throws TypeException. */
    static parse(text: string): ApexDate {
        const match = /^\s*(\d{1,4})-(\d{1,2})-(\d{1,2})(?:[ T].*)?$/.exec(text);
        if (!match) throw new ApexException('TypeException', `Invalid date: ${text}`);
        const [year, month, day] = match.slice(1, 4).map(Number);
        if (month < 1 || month > 12 || day < 1 || day > 31) {
            throw new ApexException('TypeException', `Invalid date: ${text}`);
        }
        return ApexDate.lenient(year, month, day);
    }

    /** Days since 1 January 1970. */
    get epochDay(): number {
        const moment = new Date(0);
        moment.setUTCFullYear(this.year, this.month - 1, this.day);
        return Math.round(moment.getTime() / DAY);
    }

    compareTo(other: ApexDate): number {
        return this.epochDay - other.epochDay;
    }

    /** 'yyyy-MM-dd'. */
    toIso(): string {
        return `${pad(this.year, 4)}-${pad(this.month, 2)}-${pad(this.day, 2)}`;
    }

    /** As a Date looks when joined to a String: with an empty time. */
    toString(): string {
        return `${this.toIso()} 00:00:00`;
    }

    toJSON(): string {
        return this.toIso();
    }
}

function pad(value: number, width: number): string {
    return String(value).padStart(width, '0');
}
