import { RestError } from '../../http/rest-error.ts';

/** Bodies of the answers so far, by reference id. */
export type Answers = ReadonlyMap<string, unknown>;

const REFERENCE = /@\{([^}]+)\}/g;
const WHOLE = /^@\{([^}]+)\}$/;

/**
 * Puts values of earlier answers in place of `@{reference.path}`. A text that is nothing but a reference becomes the value
 * itself.
 * @throws RestError PROCESSING_HALTED when there is no such value
 */
export function resolveReferences<T>(value: T, answers: Answers): T {
    if (typeof value === 'string') return resolveText(value, answers) as T;
    if (Array.isArray(value)) return value.map((item: unknown) => resolveReferences(item, answers)) as T;
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
        Object.entries(value).map(([name, item]) => [name, resolveReferences(item as unknown, answers)])
    ) as T;
}

function resolveText(text: string, answers: Answers): unknown {
    const whole = WHOLE.exec(text);
    return whole
        ? lookUp(whole[1], answers)
        : text.replace(REFERENCE, (_all, path: string) => String(lookUp(path, answers)));
}

/** `ref.records[0].Id`: the path is read from the answer with that reference id. */
function lookUp(path: string, answers: Answers): unknown {
    const [reference, ...steps] = path.trim().split('.');
    let value: unknown = answers.get(reference);
    for (const step of steps.flatMap((part) => part.replace(/\[(\d+)\]/g, '.$1').split('.'))) {
        value = memberOf(value, step);
    }
    if (value === undefined || value === null) throw missing(path, reference);
    return value;
}

/** Names of fields count in any case. */
function memberOf(value: unknown, name: string): unknown {
    if (typeof value !== 'object' || value === null) return undefined;
    const key = Object.keys(value).find((candidate) => candidate.toLowerCase() === name.toLowerCase());
    return key === undefined ? undefined : (value as Record<string, unknown>)[key];
}

function missing(path: string, reference: string): RestError {
    const message = `Invalid reference specified. No value for ${path} found in ${reference}.`;
    return new RestError(400, 'PROCESSING_HALTED', message);
}
