/** An Apex Double: a 64-bit floating point number, kept apart from Integer (a plain JS number). */
export class ApexDouble {
    readonly value: number;

    constructor(value: number) {
        this.value = value;
    }

    /** As Java prints it: always a fraction, and an exponent from 10,000,000 up and below 0.001. */
    toString(): string {
        return doubleToString(this.value);
    }

    toJSON(): number {
        return this.value;
    }
}

function doubleToString(value: number): string {
    if (!Number.isFinite(value)) return Number.isNaN(value) ? 'NaN' : value > 0 ? 'Infinity' : '-Infinity';
    if (value === 0) return Object.is(value, -0) ? '-0.0' : '0.0';
    const size = Math.abs(value);
    return size >= 1e7 || size < 1e-3 ? withExponent(value) : withFraction(String(value));
}

function withExponent(value: number): string {
    const [mantissa, exponent] = value.toExponential().split('e');
    return `${withFraction(mantissa)}E${Number(exponent)}`;
}

function withFraction(text: string): string {
    return text.includes('.') ? text : `${text}.0`;
}
