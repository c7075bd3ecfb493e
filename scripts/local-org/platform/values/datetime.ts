/** An Apex Datetime: a moment, in milliseconds since 1970 UTC. */
export class ApexDatetime {
    readonly epoch: number;

    constructor(epoch: number) {
        this.epoch = Math.trunc(epoch);
    }

    compareTo(other: ApexDatetime): number {
        return this.epoch - other.epoch;
    }

    /** '2024-05-01T10:20:30.123Z'. */
    toIso(): string {
        return new Date(this.epoch).toISOString();
    }

    /** As a Datetime looks when joined to a String: GMT, to the second. */
    toString(): string {
        return this.toIso().slice(0, 19).replace('T', ' ');
    }

    /** As JSON.serialize writes it: with milliseconds and an offset of +0000. */
    toJSON(): string {
        return this.toIso().replace('Z', '+0000');
    }
}
