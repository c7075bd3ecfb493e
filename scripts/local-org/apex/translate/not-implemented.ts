import type { Location } from '../syntax/ast.ts';
import type { CodeContext } from './context.ts';
import type { Typed } from './typed.ts';

/** Code that stops with the name of what the local org has not, after evaluating `operands`. */
export function notImplemented(feature: string, at: Location, context: CodeContext, operands: string[] = []): Typed {
    const place = `${context.unit.file}:${at.line}`;
    const parameters = [JSON.stringify(feature), JSON.stringify(place), ...operands];
    return { code: `$.notImplemented(${parameters.join(',')})`, type: context.unit.table.absent(feature) };
}
