import { Decimal as DecimalJs } from 'decimal.js';
import { ApexException } from './exception.ts';

/** The arbitrary precision arithmetic under Apex Decimal. 120 digits is far above what the platform keeps. */
export const BigNumber = DecimalJs.clone({ precision: 120, toExpNeg: -500, toExpPos: 500, rounding: 6 });
export type BigNumber = InstanceType<typeof BigNumber>;

/** Java rounding modes by Apex name, as decimal.js numbers; UNNECESSARY is checked apart. */
export const ROUNDING: Record<string, DecimalJs.Rounding> = {
    UP: 0,
    DOWN: 1,
    CEILING: 2,
    FLOOR: 3,
    HALF_UP: 4,
    HALF_DOWN: 5,
    HALF_EVEN: 6
};

/**
 * Significant digits of a quotient that does not end: 1 / 3 has 33 threes, 620.0 / 6 has 30 after the point
 * (force201.wordpress.com/2010/03/12/decimal-scale).
 */
const QUOTIENT_DIGITS = 33;

/** An Apex Decimal: an exact number and the scale (digits after the point) it is shown with. */
export class ApexDecimal {
    readonly value: BigNumber;
    readonly scale: number;

    constructor(value: BigNumber, scale: number) {
        this.value = value;
        this.scale = Math.max(0, scale);
    }

    /** Reads '12.340' (scale 3), an Integer or Long (scale 0) or a JS number (its shortest form). */
    static of(source: string | number | bigint): ApexDecimal {
        const text = String(source);
        const value = new BigNumber(text);
        return new ApexDecimal(value, /[eE]/.test(text) ? value.decimalPlaces() : digitsAfterPoint(text));
    }

    /** A Double becomes the Decimal of its printed form, so 3.0 keeps scale 1. */
    static fromDouble(source: number): ApexDecimal {
        if (!Number.isFinite(source)) throw new ApexException('TypeException', `Invalid decimal: ${source}`);
        const value = new BigNumber(source);
        return new ApexDecimal(value, Math.max(1, value.decimalPlaces()));
    }

    plus(other: ApexDecimal): ApexDecimal {
        return new ApexDecimal(this.value.plus(other.value), Math.max(this.scale, other.scale));
    }

    minus(other: ApexDecimal): ApexDecimal {
        return new ApexDecimal(this.value.minus(other.value), Math.max(this.scale, other.scale));
    }

    times(other: ApexDecimal): ApexDecimal {
        return new ApexDecimal(this.value.times(other.value), this.scale + other.scale);
    }

    /** The operator `/`: exact when the quotient ends, else 33 significant digits. Throws MathException on zero. */
    dividedBy(other: ApexDecimal): ApexDecimal {
        if (other.value.isZero()) throw new ApexException('MathException', 'Divide by 0');
        const quotient = this.value.div(other.value).toSignificantDigits(QUOTIENT_DIGITS, 4);
        return new ApexDecimal(quotient, Math.max(this.scale - other.scale, quotient.decimalPlaces()));
    }

    negated(): ApexDecimal {
        return new ApexDecimal(this.value.negated(), this.scale);
    }

    compareTo(other: ApexDecimal): number {
        return this.value.comparedTo(other.value);
    }

    /** This number with `scale` digits after the point, rounded by the named mode (HALF_EVEN when absent). */
    withScale(scale: number, mode = 'HALF_EVEN'): ApexDecimal {
        if (mode === 'UNNECESSARY') return this.exactlyWithScale(scale);
        return new ApexDecimal(this.value.toDecimalPlaces(scale, ROUNDING[mode]), scale);
    }

    private exactlyWithScale(scale: number): ApexDecimal {
        if (this.value.decimalPlaces() > scale) throw new ApexException('MathException', 'Rounding necessary');
        return new ApexDecimal(this.value, scale);
    }

    toNumber(): number {
        return this.value.toNumber();
    }

    toString(): string {
        return this.value.toFixed(Math.max(this.scale, this.value.decimalPlaces()));
    }

    toJSON(): number {
        return this.toNumber();
    }
}

function digitsAfterPoint(text: string): number {
    const point = text.indexOf('.');
    return point < 0 ? 0 : text.length - point - 1;
}
