import { Ajv } from 'ajv';
import type { SchemaNode } from './node.ts';

/** Why a provider refuses a response schema, and where. */
export interface SchemaProblem {
    /** Property path, e.g. ('properties', 'headline'). */
    context: string[];
    message: string;
}

/** What a provider's strict mode allows beyond the common rules. */
export interface Dialect {
    everyPropertyRequired: boolean;
    /** Keywords that are refused. */
    refusedKeywords: string[];
    deepest: number;
}

/** OpenAI strict mode: every property required, objects closed, of all bounds those of numbers and lists alone. */
export const OPENAI_STRICT: Dialect = {
    everyPropertyRequired: true,
    refusedKeywords: [
        'allOf',
        'oneOf',
        'not',
        'if',
        'then',
        'else',
        'dependentRequired',
        'dependentSchemas',
        'patternProperties',
        'minLength',
        'maxLength',
        'uniqueItems',
        'contains'
    ],
    deepest: 10
};

/** Anthropic's subset: no bounds and no lengths; objects closed. */
export const ANTHROPIC_SUBSET: Dialect = {
    everyPropertyRequired: false,
    refusedKeywords: [
        'minimum',
        'maximum',
        'exclusiveMinimum',
        'exclusiveMaximum',
        'multipleOf',
        'minLength',
        'maxLength',
        'maxItems',
        'uniqueItems',
        'oneOf',
        'not',
        'if',
        'patternProperties'
    ],
    deepest: 32
};

/** The first reason why a schema is refused, or null when it is accepted. */
export function refusedSchema(schema: unknown, dialect: Dialect): SchemaProblem | null {
    if (typeof schema !== 'object' || schema === null || Array.isArray(schema)) {
        return { context: [], message: 'schema must be a JSON Schema of type "object"' };
    }
    if ((schema as SchemaNode).type !== 'object') {
        return {
            context: [],
            message: `schema must be a JSON Schema of 'type: "object"', got 'type: ${JSON.stringify((schema as SchemaNode).type ?? 'None')}'`
        };
    }
    return problemIn(schema as SchemaNode, [], dialect, 0) ?? invalidJsonSchema(schema);
}

function problemIn(node: SchemaNode, context: string[], dialect: Dialect, depth: number): SchemaProblem | null {
    const keyword = dialect.refusedKeywords.find((each) => each in node);
    if (keyword !== undefined) {
        return { context, message: `'${keyword}' is not permitted` };
    }
    if (depth > dialect.deepest) {
        return { context, message: `schema is nested deeper than ${dialect.deepest} levels` };
    }
    return objectProblem(node, context, dialect) ?? childProblem(node, context, dialect, depth);
}

function objectProblem(node: SchemaNode, context: string[], dialect: Dialect): SchemaProblem | null {
    const isObject =
        node.properties !== undefined ||
        (Array.isArray(node.type) ? node.type.includes('object') : node.type === 'object');
    if (!isObject) {
        return null;
    }
    if (node.additionalProperties !== false) {
        return { context, message: "'additionalProperties' is required to be supplied and to be false" };
    }
    const names = Object.keys(node.properties ?? {});
    const missing = names.find((name) => !(node.required ?? []).includes(name));
    if (dialect.everyPropertyRequired && missing !== undefined) {
        return {
            context,
            message: `'required' is required to be supplied and to be an array including every key in properties. Missing '${missing}'`
        };
    }
    const extra = (node.required ?? []).find((name) => !names.includes(name));
    return extra === undefined ? null : { context, message: `Extra required key '${extra}' supplied` };
}

function childProblem(node: SchemaNode, context: string[], dialect: Dialect, depth: number): SchemaProblem | null {
    const children: [string[], SchemaNode][] = [
        ...Object.entries(node.properties ?? {}).map(([name, child]): [string[], SchemaNode] => [
            ['properties', name],
            child
        ]),
        ...Object.entries(node.$defs ?? node.definitions ?? {}).map(([name, child]): [string[], SchemaNode] => [
            ['$defs', name],
            child
        ]),
        ...(node.anyOf ?? []).map((child, at): [string[], SchemaNode] => [['anyOf', String(at)], child]),
        ...(node.items === undefined ? [] : [[['items'], node.items] as [string[], SchemaNode]])
    ];
    for (const [step, child] of children) {
        const problem = problemIn(child, [...context, ...step], dialect, depth + (step[0] === 'properties' ? 1 : 0));
        if (problem !== null) {
            return problem;
        }
    }
    return null;
}

function invalidJsonSchema(schema: object): SchemaProblem | null {
    try {
        new Ajv({ strict: false, validateFormats: false }).compile(schema);
        return null;
    } catch (error) {
        return { context: [], message: error instanceof Error ? error.message : String(error) };
    }
}
