import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { checkMixedDml } from '../dml/mixed-dml.ts';
import type { DmlOperation } from '../types.ts';
import { record } from './support.ts';

/** Object, operation and fields of one DML statement. */
type Statement = [string, DmlOperation, Record<string, unknown>?];

function run(...statements: Statement[]): void {
    const transaction = {};
    for (const [name, operation, values] of statements)
        checkMixedDml(transaction, operation, [record(name, values ?? {})]);
}

describe('mixed DML', () => {
    test('setup objects and others do not meet, in either order', () => {
        const told = /MIXED_DML_OPERATION, DML operation on setup object .*: PermissionSet, original object: Account/;
        assert.throws(() => run(['Account', 'insert'], ['PermissionSet', 'insert']), told);
        assert.throws(
            () => run(['GroupMember', 'insert'], ['Account', 'update']),
            /Account, original object: GroupMember/
        );
    });

    test('each kind by itself is fine, also twice', () => {
        run(['Account', 'insert'], ['Contact', 'delete'], ['Account', 'update']);
        run(['PermissionSet', 'insert'], ['PermissionSetAssignment', 'insert']);
    });

    test('users without a role, groups and events stand beside anything', () => {
        run(['Account', 'insert'], ['User', 'insert'], ['Group', 'insert'], ['Log__e', 'insert']);
        run(['Account', 'insert'], ['User', 'update', { Title: 'Boss' }]);
    });

    test('a user’s role, profile or activity is setup; deleting a group is, too', () => {
        assert.throws(() => run(['Account', 'insert'], ['User', 'insert', { UserRoleId: 'x' }]), /MIXED_DML/);
        assert.throws(() => run(['Account', 'insert'], ['User', 'update', { IsActive: false }]), /MIXED_DML/);
        assert.throws(() => run(['Account', 'insert'], ['Group', 'delete']), /MIXED_DML/);
    });

    test('another transaction starts anew', () => {
        run(['Account', 'insert']);
        run(['PermissionSet', 'insert']);
    });
});
