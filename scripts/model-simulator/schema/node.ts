/** The part of JSON Schema that providers accept for structured answers. */
export interface SchemaNode {
    type?: string | string[];
    title?: string;
    description?: string;
    properties?: Record<string, SchemaNode>;
    required?: string[];
    additionalProperties?: boolean | SchemaNode;
    items?: SchemaNode;
    enum?: unknown[];
    const?: unknown;
    anyOf?: SchemaNode[];
    $ref?: string;
    $defs?: Record<string, SchemaNode>;
    definitions?: Record<string, SchemaNode>;
    format?: string;
    pattern?: string;
    minimum?: number;
    maximum?: number;
    minItems?: number;
    maxItems?: number;
    maxLength?: number;
}

/** Follows $ref within the root schema; a nullable node is seen as its other branch. */
export function resolveNode(node: SchemaNode, root: SchemaNode): SchemaNode {
    if (node.$ref !== undefined) {
        return resolveNode({ ...lookUp(node.$ref, root), ...describing(node) }, root);
    }
    const branch = node.anyOf?.find((each) => each.type !== 'null');
    return branch === undefined ? node : resolveNode({ ...branch, ...describing(node) }, root);
}

/** The node's type, the first that is not null; objects and arrays are known by their parts too. */
export function typeOf(node: SchemaNode): string {
    const listed = Array.isArray(node.type) ? node.type.find((type) => type !== 'null') : node.type;
    return listed ?? (node.properties ? 'object' : node.items ? 'array' : 'string');
}

/** Whether null is a valid value. */
export function isNullable(node: SchemaNode): boolean {
    const listed = Array.isArray(node.type) && node.type.includes('null');
    return listed || (node.anyOf ?? []).some((each) => each.type === 'null');
}

function lookUp(reference: string, root: SchemaNode): SchemaNode {
    const steps = reference
        .replace(/^#\/?/, '')
        .split('/')
        .filter((step) => step !== '');
    return steps.reduce<unknown>((at, step) => (at as Record<string, unknown> | undefined)?.[step], root) ?? {};
}

function describing(node: SchemaNode): SchemaNode {
    return Object.fromEntries(
        Object.entries({ title: node.title, description: node.description }).filter(([, text]) => text !== undefined)
    );
}
