import type { Location } from '../syntax/ast.ts';
import { isAssignable } from '../types/conversions.ts';
import { type ApexType, isGeneric, isSObject, isUnknown, numericRank } from '../types/type.ts';
import type { CodeContext } from './context.ts';

/** A translated expression: what it computes and which type that has. */
export interface Typed {
    code: string;
    type: ApexType;
    /** Never null, so that no check is needed. */
    nonNull?: boolean;
    /** A query: one row may stand for its list. */
    query?: boolean;
    /** A relationship of an SObject: reading a field of a missing parent gives null. */
    relationship?: boolean;
    /** Code that may be repeated without a second effect. */
    simple?: boolean;
    /** `a?.b.c`: everything after the `?.` is left out when `a` is null. */
    chain?: { receiver: string; variable: string; body: string };
    /** The value of a numeric literal, so that it can be made in another type. */
    literal?: string;
}

/** The result of a wrong expression. */
export function failed(context: CodeContext): Typed {
    return { code: 'null', type: context.unit.table.error };
}

/** A value that is checked not to be null before it is used. */
export function dereferenced(value: Typed): string {
    return value.nonNull ? value.code : `$.n(${value.code})`;
}

/** Reports an error and gives the result of a wrong expression. */
export function wrong(context: CodeContext, at: Location, message: string): Typed {
    context.unit.report(at, message);
    return failed(context);
}

/** The value as the wanted type; an error when it cannot be assigned to it. */
export function coerce(value: Typed, to: ApexType, context: CodeContext, at: Location, message?: string): string {
    if (value.query && isSingleRow(value.type, to)) return `$.one(${value.code},${JSON.stringify(to.name)})`;
    if (!isAssignable(value.type, to)) {
        context.unit.report(at, message ?? `Illegal assignment from ${value.type.name} to ${to.name}`);
        return value.code;
    }
    return convert(value, to, context);
}

/** Can the rows of a query stand for one of them? */
export function isSingleRow(rows: ApexType, to: ApexType): boolean {
    return (
        (isGeneric(rows, 'List') && isSObject(to) && isAssignable(rows.arguments[0], to)) ||
        (isGeneric(rows, 'List') && isSObject(to) && rows.arguments[0].name === 'SObject')
    );
}

/** Code that changes the value's representation where the types differ in it. The types are known to go together. */
export function convert(value: Typed, to: ApexType, context: CodeContext): string {
    const from = value.type;
    if (from === to || isUnknown(from) || isUnknown(to) || from.kind === 'null') return value.code;
    if (numericRank(from) && numericRank(to)) return convertNumber(value, to, context);
    if (to.name === 'Id' && from.name === 'String') return `$.id(${value.code})`;
    if (to.name === 'Datetime' && from.name === 'Date') return `$.datetimeOf(${value.code})`;
    return value.code;
}

function convertNumber(value: Typed, to: ApexType, context: CodeContext): string {
    if (value.literal !== undefined) return context.unit.constant(numberLiteral(value.literal, to.name));
    return `$.to${to.name}(${value.code})`;
}

/** Code that makes the number of a literal in the named type. */
export function numberLiteral(text: string, type: string): string {
    if (type === 'Integer') return text;
    if (type === 'Long') return `${text}n`;
    return `$.literal${type}(${JSON.stringify(text)})`;
}

/** A Boolean for a condition. */
export function condition(value: Typed, context: CodeContext, at: Location): string {
    if (value.type.name !== 'Boolean' && !isUnknown(value.type)) {
        context.unit.report(at, `Condition expression must be of type Boolean: ${value.type.name}`);
    }
    return value.nonNull ? value.code : `$.n(${value.code})`;
}
