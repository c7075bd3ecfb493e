import { ApexList, ApexMap, ApexSet } from './collections.ts';
import { ApexException } from './exception.ts';
import { ApexObject, PlatformObject } from './object.ts';
import { SObjectValue } from './sobject.ts';
import { callIfDefined, definesMethod } from './user-methods.ts';

/** How the text of an Apex class instance's fields is found; the Apex runtime sets it. */
export const objectDescription = { fieldsOf: (_value: ApexObject): [string, unknown][] => [] };

/** Objects that Test.createStub made: their text names the class that the platform makes for them. */
export const stubs = new WeakSet<object>();
const STUB_SUFFIX = '__sfdc_ApexStub';

/** The text of any value as `String.valueOf(Object)`, joining with `+` and System.debug give it. */
export function apexToString(value: unknown): string {
    if (value === null || value === undefined) return 'null';
    if (typeof value !== 'object') return String(value);
    if (definesMethod(value, 'toString', 0)) return String(callIfDefined(value, 'toString', []));
    if (value instanceof ApexList) return `(${value.items.map(apexToString).join(', ')})`;
    if (value instanceof ApexSet) return `{${value.items.map(apexToString).join(', ')}}`;
    if (value instanceof ApexMap) return mapText(value);
    return structuredText(value);
}

function structuredText(value: object): string {
    if (value instanceof SObjectValue) return sobjectText(value);
    if (value instanceof ApexException) return exceptionText(value);
    if (value instanceof ApexObject) return objectText(value);
    if (value instanceof PlatformObject) return platformText(value);
    return String(value);
}

function mapText(map: ApexMap): string {
    return `{${map
        .entries()
        .map(([key, item]) => `${apexToString(key)}=${apexToString(item)}`)
        .join(', ')}}`;
}

function sobjectText(record: SObjectValue): string {
    const fields = [...record.fields].map(([name, value]) => `${name}=${apexToString(value)}`);
    return `${record.objectName}:{${fields.join(', ')}}`;
}

function exceptionText(exception: ApexException): string {
    return exception.toString();
}

function objectText(value: ApexObject): string {
    const simpleName = `${value.apexTypeName.split('.').pop()}${stubs.has(value) ? STUB_SUFFIX : ''}`;
    const fields = objectDescription.fieldsOf(value).map(([name, item]) => `${name}=${apexToString(item)}`);
    return `${simpleName}:[${fields.join(', ')}]`;
}

function platformText(value: PlatformObject): string {
    if (value.toString !== Object.prototype.toString) return value.toString();
    return `${value.apexTypeName}[]`;
}
