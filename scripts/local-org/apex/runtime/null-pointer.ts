import { ApexException } from '../../platform/values/index.ts';

/** What using null as an object throws. */
export function nullPointer(): ApexException {
    return new ApexException('NullPointerException', 'Attempt to de-reference a null object');
}
