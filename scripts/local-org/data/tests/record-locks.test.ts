import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { Fixture, asSystem, record } from './support.ts';

describe('record locks', () => {
    let org: Fixture;
    let id: string;

    before(() => {
        org = new Fixture();
        [{ id }] = org.insert([record('Account', { Name: 'Held' })]) as { id: string }[];
    });

    const save = (persona: string, operation: 'update' | 'delete'): string[] => {
        const changed = record('Account', { Name: 'Changed' });
        changed.id = id;
        const options = { access: asSystem(persona), allOrNone: false };
        return org.data.dml(operation, [changed], options)[0].errors.map(({ statusCode }) => statusCode);
    };

    test('a locked record is closed in system mode too, to who may not modify all', () => {
        org.data.locks.lock(id);
        assert.deepEqual(save('agent', 'update'), ['ENTITY_IS_LOCKED']);
        assert.deepEqual(save('agent', 'delete'), ['ENTITY_IS_LOCKED']);
        assert.deepEqual(save('admin', 'update'), []);
    });

    test('a rollback brings back what an unlock took away', () => {
        org.data.begin();
        org.data.locks.unlock(id);
        assert.equal(org.data.locks.locked([id]).size, 0);
        org.data.rollbackAll();
        assert.deepEqual([...org.data.locks.locked([id])], [id]);
    });

    test('an unlocked record is open again', () => {
        org.data.locks.unlock(id);
        assert.deepEqual(save('agent', 'update'), []);
    });
});
