import { ApexException, ApexTypeToken, isNumeric } from '../../platform/values/index.ts';
import { numberConversions } from './arithmetic.ts';
import { isIdText, runtimeTypeOf } from './runtime-type.ts';
import type { ProgramTypes } from './type-registry.ts';

const NUMBERS = ['Integer', 'Long', 'Double', 'Decimal'];

/** Casts, `instanceof` and type literals of a program. */
export function createCasts(types: ProgramTypes) {
    const is = (value: unknown, typeName: string): boolean => {
        if (value === null) return false;
        if (typeName === 'Id') return isIdText(value);
        const runtimeType = runtimeTypeOf(value);
        if (NUMBERS.includes(typeName) && NUMBERS.includes(runtimeType)) return isSameOrWider(runtimeType, typeName);
        return types.isAssignable(runtimeType, typeName) && !isDateAsDatetime(runtimeType, typeName);
    };
    return {
        is,
        cast(value: unknown, typeName: string): unknown {
            if (value === null || typeName === 'Object' || is(value, typeName) || isDecimalAsDouble(value, typeName))
                return widen(value, typeName);
            throw new ApexException(
                'TypeException',
                `Invalid conversion from runtime type ${runtimeTypeOf(value)} to ${typeName}`
            );
        },
        type: (typeName: string) => new ApexTypeToken(typeName)
    };
}

function isSameOrWider(from: string, to: string): boolean {
    return NUMBERS.indexOf(from) <= NUMBERS.indexOf(to);
}

/** Sums of a query are decimals; code may take them as doubles. */
function isDecimalAsDouble(value: unknown, typeName: string): boolean {
    return typeName === 'Double' && runtimeTypeOf(value) === 'Decimal';
}

function isDateAsDatetime(from: string, to: string): boolean {
    return from === 'Date' && to === 'Datetime';
}

/** A number in an Object variable that is cast to a wider type changes its representation. */
function widen(value: unknown, typeName: string): unknown {
    if (value === null || !NUMBERS.includes(typeName) || !isNumeric(value) || runtimeTypeOf(value) === typeName)
        return value;
    return numberConversions[`to${typeName}` as 'toLong'](value);
}
