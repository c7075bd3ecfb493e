import type { CompilationUnit, QueryExpression } from '../../local-org/apex/syntax/ast.ts';
import { parseClass, parseTrigger } from '../../local-org/apex/syntax/parse.ts';
import type { SourceFile } from './source-file.ts';

interface Node {
    readonly kind?: string;
    readonly line?: number;
    readonly [key: string]: unknown;
}

const units = new WeakMap<SourceFile, CompilationUnit | null>();

/** The syntax tree of a class or trigger; null when it does not parse, which the compiler of the local org reports. */
export function apexUnit(file: SourceFile): CompilationUnit | null {
    const known = units.get(file);
    if (known !== undefined) return known;
    const parse = file.suffix === 'trigger' ? parseTrigger : parseClass;
    const { unit } = parse(file.path, file.text);
    units.set(file, unit);
    return unit;
}

/** Every node of a syntax tree, parents first. */
export function* nodesOf(value: unknown): Generator<Node> {
    if (value === null || typeof value !== 'object') return;
    if (Array.isArray(value)) {
        for (const item of value) yield* nodesOf(item);
        return;
    }
    const node = value as Node;
    if (typeof node.kind === 'string') yield node;
    for (const part of Object.values(node)) yield* nodesOf(part);
}

/** Is the node an embedded SOQL query? */
export function isQuery(node: Node): boolean {
    return node.kind === 'soql';
}

/** A node as the query that it is. */
export function asQuery(node: Node): QueryExpression {
    return node as unknown as QueryExpression;
}
