import { context } from '../context.ts';
import { isId, toId } from '../text/id-text.ts';
import { apexEquals } from '../values/equality.ts';
import { ApexException } from '../values/exception.ts';
import type { ApexTypeToken } from '../values/tokens.ts';
import { apexToString } from '../values/to-string.ts';

/** A failed assertion; Apex cannot catch it. `reason` is what the author said, `detail` what was found. */
function fail(reason: unknown, detail: string | null): never {
    const parts = [reason === null || reason === undefined ? null : apexToString(reason), detail].filter(
        (part) => part !== null
    );
    throw new ApexException(
        'AssertException',
        parts.length === 0 ? 'Assertion Failed' : `Assertion Failed: ${parts.join(': ')}`
    );
}

export function assertTrue(condition: boolean | null, message: unknown = null): void {
    if (condition !== true) fail(message, null);
}

export function assertFalse(condition: boolean | null, message: unknown = null): void {
    if (condition !== false) fail(message, null);
}

export function assertEqual(expected: unknown, actual: unknown, message: unknown = null): void {
    if (!sameForAssert(expected, actual))
        fail(message, `Expected: ${apexToString(expected)}, Actual: ${apexToString(actual)}`);
}

export function assertNotEqual(notExpected: unknown, actual: unknown, message: unknown = null): void {
    if (sameForAssert(notExpected, actual)) fail(message, `Same value: ${apexToString(actual)}`);
}

export function assertNull(value: unknown, message: unknown = null): void {
    if (value !== null) fail(message, `Expected: null, Actual: ${apexToString(value)}`);
}

export function assertNotNull(value: unknown, message: unknown = null): void {
    if (value === null) fail(message, 'Same value: null');
}

export function assertFail(message: unknown = null): void {
    fail(message, null);
}

export function assertInstance(value: unknown, type: ApexTypeToken, message: unknown = null): void {
    if (!isInstance(value, type)) fail(message, `Expected: type ${type.name}, Actual: ${typeText(value)}`);
}

export function assertNotInstance(value: unknown, type: ApexTypeToken, message: unknown = null): void {
    if (isInstance(value, type)) fail(message, `Unexpected type ${type.name}`);
}

function isInstance(value: unknown, type: ApexTypeToken): boolean {
    const { types } = context().org;
    return value !== null && types.isAssignable(types.typeOf(value), type.name);
}

function typeText(value: unknown): string {
    return value === null ? 'null' : `type ${context().org.types.typeOf(value)}`;
}

/** As `equals`; the two spellings of one record id are equal too. */
function sameForAssert(left: unknown, right: unknown): boolean {
    if (apexEquals(left, right)) return true;
    if (typeof left !== 'string' || typeof right !== 'string' || left.length === right.length) return false;
    return isId(left) && isId(right) && toId(left) === toId(right);
}
