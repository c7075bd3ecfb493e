import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';

const ajv = new Ajv({ strict: false, allErrors: false });

/** What is wrong with a request body, in the terms the providers report. */
export interface RequestProblem {
    kind: 'missing' | 'unknown' | 'type' | 'value';
    /** Dotted path with [n] for list items, e.g. messages[0].role. */
    path: string;
    /** What was expected, for type and value. */
    expected: string;
    /** The JSON type that came instead. */
    actual: string;
}

/** Compiles a request schema into a function that returns the first problem, or null. */
export function requestCheck(schema: object): (body: unknown) => RequestProblem | null {
    const validate: ValidateFunction = ajv.compile(schema);
    return (body) => (validate(body) ? null : describe((validate.errors ?? [])[0], body));
}

/** An article and the name of a JSON type, as in "an integer". */
export function withArticle(type: string): string {
    return /^[aeiou]/.test(type) ? `an ${type}` : `a ${type}`;
}

function describe(error: ErrorObject, body: unknown): RequestProblem {
    const at = dotted(error.instancePath);
    const actual = jsonType(valueAt(body, error.instancePath));
    switch (error.keyword) {
        case 'required':
            return { kind: 'missing', path: inside(at, String(error.params.missingProperty)), expected: '', actual };
        case 'additionalProperties':
            return { kind: 'unknown', path: inside(at, String(error.params.additionalProperty)), expected: '', actual };
        case 'type':
            return { kind: 'type', path: at, expected: String(error.params.type), actual };
        default:
            return { kind: 'value', path: at, expected: allowed(error), actual };
    }
}

function allowed(error: ErrorObject): string {
    const values = error.params.allowedValues as unknown[] | undefined;
    return values === undefined
        ? (error.message ?? '')
        : `one of ${values.map((value) => `'${String(value)}'`).join(', ')}`;
}

function dotted(pointer: string): string {
    const steps = pointer.split('/').slice(1);
    return steps.reduce((path, step) => (/^\d+$/.test(step) ? `${path}[${step}]` : inside(path, step)), '');
}

function inside(path: string, name: string): string {
    return path === '' ? name : `${path}.${name}`;
}

function valueAt(body: unknown, pointer: string): unknown {
    return pointer
        .split('/')
        .slice(1)
        .reduce<unknown>((value, step) => (value as Record<string, unknown> | null)?.[step], body);
}

function jsonType(value: unknown): string {
    return value === null
        ? 'null'
        : Array.isArray(value)
          ? 'array'
          : typeof value === 'number' && Number.isInteger(value)
            ? 'integer'
            : typeof value;
}
