import type { Expression, Location } from '../syntax/ast.ts';
import { type ChosenMethod, chooseOverload } from '../types/members.ts';
import type { MethodSymbol } from '../types/symbols.ts';
import { type ApexType, isSObject } from '../types/type.ts';
import type { CodeContext } from './context.ts';
import { translate } from './expressions.ts';
import { coerce, type Typed } from './typed.ts';

export type Selection = ChosenMethod;

/** The arguments of a call, left to right. */
export function translateArguments(nodes: Expression[], context: CodeContext): Typed[] {
    return nodes.map((node) => translate(node, context));
}

/** The overload that fits; queries may stand for one row where their list does not fit. */
export function choose(
    candidates: readonly MethodSymbol[],
    values: Typed[],
    receiver: ApexType | null,
    context: CodeContext
): Selection | undefined {
    const { table } = context.unit;
    const types = values.map((value) => value.type);
    const chosen = chooseOverload(candidates, types, receiver, table);
    if (chosen || !values.some((value) => value.query)) return chosen;
    return chooseOverload(candidates, values.map(rowTypeOf), receiver, table);
}

function rowTypeOf(value: Typed): ApexType {
    const row = value.query ? value.type.arguments[0] : undefined;
    return row && isSObject(row) ? row : value.type;
}

/** The arguments as the chosen method wants them. */
export function argumentCodes(chosen: Selection, values: Typed[], at: Location, context: CodeContext): string {
    return values.map((value, index) => coerce(value, chosen.parameters[index], context, at)).join(',');
}

/** The types of arguments as error messages list them. */
export function describeTypes(values: Typed[]): string {
    return values.map((value) => value.type.name).join(', ');
}
