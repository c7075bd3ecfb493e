import type { TypeSymbol } from './symbols.ts';

/**
 * `primitive` covers Boolean, Integer, Long, Double, Decimal, String, Id, Date, Datetime, Time and Blob.
 * `absent` is a type or member that Salesforce has and the local org has not: it goes with everything, and using it
 * stops at run time. `error` is what a wrong expression has, so that one mistake is reported once.
 */
export type TypeKind =
    'primitive' | 'object' | 'void' | 'null' | 'project' | 'platform' | 'sobject' | 'variable' | 'absent' | 'error';

/** A type of Apex. Types are interned: two are the same exactly when they are the same object. */
export interface ApexType {
    /** Canonical name, as 'Map<Id,List<Account>>'. */
    readonly name: string;
    readonly kind: TypeKind;
    readonly arguments: readonly ApexType[];
    /** Members; null for kinds that have none. */
    readonly symbol: TypeSymbol | null;
}

const PRIMITIVES = [
    'Boolean',
    'Integer',
    'Long',
    'Double',
    'Decimal',
    'String',
    'Id',
    'Date',
    'Datetime',
    'Time',
    'Blob'
];
const primitiveNames = new Map(PRIMITIVES.map((name) => [name.toLowerCase(), name]));

/** The canonical name of a primitive, undefined for any other name. */
export function primitiveName(name: string): string | undefined {
    return primitiveNames.get(name.toLowerCase());
}

const NUMERIC_RANK: Record<string, number> = { Integer: 1, Long: 2, Double: 3, Decimal: 4 };

/** Integer 1, Long 2, Double 3, Decimal 4; 0 for what is not a number. */
export function numericRank(type: ApexType): number {
    return NUMERIC_RANK[type.name] ?? 0;
}

/** Is nothing known about the type, so that no rule may be applied to it? */
export function isUnknown(type: ApexType): boolean {
    return type.kind === 'absent' || type.kind === 'error';
}

/** Is this an object's own type or the general SObject? */
export function isSObject(type: ApexType): boolean {
    return type.kind === 'sobject';
}

/** The name before the type arguments: 'List' of 'List<String>'. */
export function genericName(type: ApexType): string {
    return type.arguments.length ? type.name.slice(0, type.name.indexOf('<')) : type.name;
}

/** Is it one of the built-in collections of that name? */
export function isGeneric(type: ApexType, name: string): boolean {
    return type.arguments.length > 0 && genericName(type) === name;
}
