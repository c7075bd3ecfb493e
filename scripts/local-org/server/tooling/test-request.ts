import type { ApexProgram } from '../../apex/runtime/program.ts';
import { discoverTests } from '../../testing/discover.ts';
import { RestError, malformed } from '../http/rest-error.ts';
import { asJsonRecord } from '../records/read-record.ts';

/** A class to run, and which of its methods. */
export interface WantedTests {
    name: string;
    methods: string[];
    /** Whether only some methods of the class are wanted. */
    partly: boolean;
}

/** What a client asks to be run. */
export interface TestRequest {
    classes: WantedTests[];
    coverage: boolean;
    all: boolean;
}

/** The name of the class with that id; undefined when there is none. */
export type NameOfClass = (id: string) => string | undefined;

/**
 * Reads the body of runTestsSynchronous or runTestsAsynchronous: `tests`, or `classNames` and `classids` as lists in a text,
 * or a `testLevel` that means all tests.
 * @throws RestError INVALID_INPUT when a class has no tests, NOT_IMPLEMENTED for suites
 */
export function readTestRequest(body: unknown, program: ApexProgram, nameOfClass: NameOfClass): TestRequest {
    const fields = Array.isArray(body) ? { tests: body as unknown[] } : asJsonRecord(body);
    if (fields.suiteNames || fields.suiteids)
        throw new RestError(404, 'NOT_IMPLEMENTED', 'Not implemented in the local org: test suites');
    const known = new Map(discoverTests(program).map((test) => [test.name.toLowerCase(), test]));
    const asked = askedFor(fields, nameOfClass);
    const named = asked ?? [...known.values()].map(({ name }) => ({ name, methods: null }));
    const classes = named.map(({ name, methods }) => {
        const found = known.get(name.toLowerCase());
        if (!found) throw noTests(name);
        const all = found.tests.map(({ method }) => method.name);
        return {
            name: found.name,
            methods: methods === null ? all : checkMethods(name, all, methods),
            partly: methods !== null
        };
    });
    return { classes, coverage: fields.skipCodeCoverage !== true, all: asked === null };
}

interface AskedClass {
    name: string;
    methods: string[] | null;
}

/** Null for all tests. */
function askedFor(fields: Record<string, unknown>, nameOfClass: NameOfClass): AskedClass[] | null {
    if (Array.isArray(fields.tests)) return fields.tests.map((item) => askedClass(asJsonRecord(item), nameOfClass));
    const names = [...listOf(fields.classNames), ...listOf(fields.classids).map((id) => nameOfClass(id) ?? id)];
    if (names.length) return names.map((name) => ({ name, methods: null }));
    if (['RunAllTestsInOrg', 'RunLocalTests', 'RunRelevantTests'].includes(String(fields.testLevel))) return null;
    throw malformed('Say which tests: `tests`, `classNames`, `classids`, or a `testLevel` of RunLocalTests.');
}

function askedClass(
    { className, classId, testMethods }: Record<string, unknown>,
    nameOfClass: NameOfClass
): AskedClass {
    const name = typeof className === 'string' ? className : nameOfClass(String(classId));
    return { name: name ?? String(classId), methods: Array.isArray(testMethods) ? testMethods.map(String) : null };
}

function listOf(value: unknown): string[] {
    return typeof value === 'string' && value !== '' ? value.split(',').map((part) => part.trim()) : [];
}

function checkMethods(className: string, all: string[], wanted: string[]): string[] {
    const find = (name: string): string | undefined =>
        all.find((method) => method.toLowerCase() === name.toLowerCase());
    const missing = wanted.find((name) => find(name) === undefined);
    if (missing === undefined) return wanted.map((name) => find(name)!);
    throw new RestError(400, 'INVALID_INPUT', `This class has no test method of the name ${missing}: ${className}.`);
}

function noTests(name: string): RestError {
    const message = `This class name's value is invalid: ${name}. Provide the name of an Apex class that has test methods.`;
    return new RestError(400, 'INVALID_INPUT', message);
}
