import type { SObjectValue } from '../../platform/values/index.ts';
import type { DmlOperation } from '../types.ts';
import { dmlException, fail } from './work.ts';
import type { Work } from './work.ts';

/**
 * Objects whose changes do not share a transaction with those of other objects (Apex Developer Guide, "sObjects That
 * Can't Be Used Together in DML Operations").
 */
const SETUP = new Set([
    'AuthSession',
    'FieldPermissions',
    'GroupMember',
    'ObjectPermissions',
    'PermissionSet',
    'PermissionSetAssignment',
    'PermissionSetGroup',
    'PermissionSetGroupComponent',
    'QueueSobject',
    'SetupEntityAccess',
    'UserRole'
]);

/** Changes of a user that touch nobody's access may be mixed. */
const USER_ACCESS = ['UserRoleId', 'IsActive', 'ProfileId', 'IsPortalEnabled', 'Username', 'ForecastEnabled'];

interface Touched {
    setup?: string;
    other?: string;
}

const touched = new WeakMap<object, Touched>();

/**
 * Notes what a transaction changes.
 * @throws ApexException DmlException MIXED_DML_OPERATION when setup objects and others meet in it
 */
export function checkMixedDml(transaction: object, operation: DmlOperation, records: SObjectValue[]): void {
    const known = touched.get(transaction) ?? {};
    touched.set(transaction, known);
    for (const record of records) {
        const setup = isSetupChange(operation, record);
        if (setup === null) continue;
        const original = setup ? known.other : known.setup;
        if (original) throw mixed(operation, record, original);
        if (setup) known.setup = record.objectName;
        else known.other = record.objectName;
    }
}

/** Null for what may stand in any transaction: events, new groups, users without a role; values read along do not count. */
function isSetupChange(operation: DmlOperation, record: SObjectValue): boolean | null {
    const { objectName, fields } = record;
    if (SETUP.has(objectName)) return true;
    if (objectName === 'Group') return operation === 'insert' || operation === 'update' ? null : true;
    if (objectName.endsWith('__e')) return null;
    if (objectName !== 'User') return false;
    if (operation === 'insert') return fields.get('UserRoleId') ? true : null;
    return USER_ACCESS.some((name) => fields.has(name) && !record.queriedFields?.has(name)) ? true : null;
}

function mixed(operation: DmlOperation, record: SObjectValue, original: string): Error {
    const work: Work = { given: record, index: 0, record, old: null, errors: [] };
    const message = `DML operation on setup object is not permitted after you have updated a non-setup object (or vice versa): ${record.objectName}, original object: ${original}`;
    fail(work, 'MIXED_DML_OPERATION', message);
    return dmlException(operation, [work]);
}
