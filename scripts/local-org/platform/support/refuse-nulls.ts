import type { Implementation } from '../registry.ts';
import { ApexException } from '../values/exception.ts';

/** The exception of an argument that must not be null, as the platform words it. */
export function nullArgument(): ApexException {
    return new ApexException('NullPointerException', 'Argument cannot be null.');
}

/** The same members, throwing NullPointerException when any argument is null. */
export function refuseNulls(members: Record<string, Implementation>): Record<string, Implementation> {
    const checked = Object.entries(members).map(([signature, run]): [string, Implementation] => [
        signature,
        (...values) => {
            if (values.includes(null)) throw nullArgument();
            return run(...values);
        }
    ]);
    return Object.fromEntries(checked);
}
