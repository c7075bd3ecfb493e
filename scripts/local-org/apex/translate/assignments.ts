import type { Expression } from '../syntax/ast.ts';
import { numericRank } from '../types/type.ts';
import type { CodeContext } from './context.ts';
import { translate } from './expressions.ts';
import { combine } from './operators.ts';
import { type Place, placeOf } from './places.ts';
import { coerce, convert, failed, numberLiteral, type Typed, wrong } from './typed.ts';

/** `=`, `+=` and the like. */
export function translateAssignment(node: Extract<Expression, { kind: 'assign' }>, context: CodeContext): Typed {
    const value = translate(node.value, context);
    const place = placeOf(node.target, context);
    if (!place) return failed(context);
    if (node.operator === '=') {
        return { code: place.wrap(place.write(coerce(value, place.type, context, node))), type: place.type };
    }
    return compound(node, place, value, context);
}

function compound(
    node: Extract<Expression, { kind: 'assign' }>,
    place: Place,
    value: Typed,
    context: CodeContext
): Typed {
    const current: Typed = { code: place.read, type: place.type };
    const result = combine(node.operator.slice(0, -1), current, value, context, node);
    const code = narrowed(result, place, context) ?? coerce(result, place.type, context, node);
    return { code: place.wrap(place.write(code)), type: place.type, nonNull: result.nonNull };
}

/** `integer += long` is a cast back to Integer; `integer += decimal` is an error, as for a plain assignment. */
function narrowed(result: Typed, place: Place, context: CodeContext): string | null {
    if (numericRank(result.type) === 2 && numericRank(place.type) === 1) return convert(result, place.type, context);
    return null;
}

/** `++` and `--`, before or after. */
export function translateIncrement(
    node: Extract<Expression, { kind: 'increment' }>,
    context: CodeContext,
    valueUnused = false
): Typed {
    const place = placeOf(node.operand, context);
    if (!place) return failed(context);
    if (!numericRank(place.type)) return wrong(context, node, 'Arithmetic expressions must use numeric arguments');
    const one = numberLiteral('1', place.type.name);
    const step = place.type.name === 'Integer' || place.type.name === 'Long' ? one : context.unit.constant(one);
    const method = node.operator === '++' ? 'add' : 'subtract';
    const write = place.write(`$.${method}${place.type.name}(${place.read},${step})`);
    const code = node.prefix || valueUnused ? write : `$.first(${place.read},${write})`;
    return { code: place.wrap(code), type: place.type, nonNull: true };
}
