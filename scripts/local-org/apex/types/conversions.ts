import { lineage } from './symbols.ts';
import { type ApexType, genericName, isGeneric, isSObject, isUnknown, numericRank } from './type.ts';

/** Can a value of one type be assigned to another without a cast? */
export function isAssignable(from: ApexType, to: ApexType): boolean {
    if (from === to || isUnknown(from) || isUnknown(to)) return true;
    if (from.kind === 'void') return false;
    if (from.kind === 'null' || to.kind === 'object' || to.kind === 'variable') return true;
    if (from.kind === 'variable') return true;
    if (numericRank(from) && numericRank(to)) return isWidening(from, to);
    if (isTextual(from) && isTextual(to)) return true;
    if (from.name === 'Date' && to.name === 'Datetime') return true;
    if (isSObject(from) && isSObject(to)) return to.name === 'SObject';
    return isCollectionAssignable(from, to) || isSubtype(from, to);
}

function isWidening(from: ApexType, to: ApexType): boolean {
    if (from.name === 'Decimal' && to.name === 'Double') return true;
    return numericRank(from) <= numericRank(to);
}

function isTextual(type: ApexType): boolean {
    return type.name === 'String' || type.name === 'Id';
}

/** Lists are covariant, and lists and maps of SObjects go both ways between the general and the particular type. */
function isCollectionAssignable(from: ApexType, to: ApexType): boolean {
    if (!from.arguments.length || genericName(from) !== genericName(to)) return false;
    if (isGeneric(from, 'Set')) return sameElement(from.arguments[0], to.arguments[0]);
    return from.arguments.every((part, index) => isElementAssignable(part, to.arguments[index]));
}

function isElementAssignable(from: ApexType, to: ApexType): boolean {
    if (isSObject(from) && isSObject(to)) return from === to || from.name === 'SObject' || to.name === 'SObject';
    if (numericRank(from) && numericRank(to)) return from === to;
    return isAssignable(from, to);
}

function sameElement(from: ApexType, to: ApexType): boolean {
    if (from === to || isUnknown(from) || isUnknown(to) || to.kind === 'variable') return true;
    return (isTextual(from) && isTextual(to)) || isCollectionAssignable(from, to);
}

/** Is `from` a class that extends or implements `to`, type arguments included? */
export function isSubtype(from: ApexType, to: ApexType): boolean {
    return supertypeNamed(from, genericName(to))?.some((type) => argumentsMatch(type, to)) ?? false;
}

function argumentsMatch(found: ApexType, wanted: ApexType): boolean {
    if (found === wanted || !wanted.arguments.length) return true;
    return found.arguments.every((part, index) => {
        const other = wanted.arguments[index];
        return part.kind === 'variable' || isElementAssignable(part, other);
    });
}

/** The type itself or its supertypes of that generic name, with type arguments filled in; null when there are none. */
export function supertypeNamed(type: ApexType, name: string): ApexType[] | null {
    const found: ApexType[] = [];
    const seen = new Set<ApexType>();
    const queue = [type];
    while (queue.length) {
        const next = queue.shift()!;
        if (seen.has(next)) continue;
        seen.add(next);
        if (genericName(next) === name) found.push(substituteOwn(next, type));
        for (const parent of parentsOf(next)) queue.push(parent);
    }
    return found.length ? found : null;
}

function parentsOf(type: ApexType): ApexType[] {
    const { symbol } = type;
    return symbol ? [...(symbol.superType ? [symbol.superType] : []), ...symbol.interfaces] : [];
}

/** `Iterable<T>` found from `List<String>`: its variables stand for the arguments of the starting type, by position. */
function substituteOwn(found: ApexType, start: ApexType): ApexType {
    if (found === start || !start.arguments.length) return found;
    const first = found.arguments[0];
    if (!first || first.kind !== 'variable') return found;
    const position = start.symbol?.typeParameters.indexOf(first.name) ?? -1;
    return { ...found, arguments: [start.arguments[Math.max(0, position)]] };
}

/** Can a cast from one type to the other succeed at run time? */
export function isCastable(from: ApexType, to: ApexType): boolean {
    if (isAssignable(from, to) || isAssignable(to, from)) return true;
    if (numericRank(from) && numericRank(to)) return true;
    const interfaces = [from, to].some((type) => type.symbol?.kind === 'interface');
    if (interfaces && from.kind !== 'primitive' && to.kind !== 'primitive') return true;
    if (from.arguments.length && genericName(from) === genericName(to)) {
        return from.arguments.every((part, index) => isCastable(part, to.arguments[index]));
    }
    return false;
}

/** How far apart two assignable types are; smaller is the better overload. */
export function conversionDistance(from: ApexType, to: ApexType): number {
    if (from === to || isUnknown(from)) return 0;
    if (from.kind === 'null') return to.kind === 'object' ? 20 : 1;
    if (to.kind === 'object') return 100;
    if (numericRank(from) && numericRank(to)) return Math.abs(numericRank(to) - numericRank(from)) * 2;
    if (isTextual(from)) return 3;
    if (to.kind === 'variable') return 50;
    if (isSObject(from)) return 5;
    if (from.arguments.length && genericName(from) === genericName(to)) {
        return 1 + from.arguments.reduce((sum, part, index) => sum + conversionDistance(part, to.arguments[index]), 0);
    }
    return 2 + generationsBetween(from, to);
}

function generationsBetween(from: ApexType, to: ApexType): number {
    if (!from.symbol || !to.symbol) return 10;
    return [...lineage(from.symbol)].indexOf(to.symbol);
}
