import assert from 'node:assert/strict';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { openMetadata } from '../../metadata/index.ts';
import { openData } from '../index.ts';
import { idChecksum, normalizeId, sequentialId } from '../schema/ids.ts';
import { formatAutoNumber } from '../storage/sequences.ts';
import { field, temporaryFolder } from './fixture-project.ts';
import { Fixture, asSystem, record } from './support.ts';

describe('storage', () => {
    const dataFile = (): string => join(temporaryFolder(), 'org.sqlite');

    test('data stays between starts, and a new field keeps what is stored', () => {
        const file = dataFile();
        const org = new Fixture({}, file);
        org.insert([record('Engine__c', { Serial__c: 'A' })]);
        org.data.close();
        const added = join(org.projectDir, 'force-app/main/objects/Engine__c/fields/Colour__c.field-meta.xml');
        writeFileSync(added, field('Colour__c', '<length>20</length><type>Text</type>'));
        const again = org.open(file);
        again.dml('insert', [record('Engine__c', { Serial__c: 'B', Colour__c: 'red' })], {
            access: asSystem(),
            allOrNone: true
        });
        const rows = again.query(
            'SELECT Name, Serial__c, Colour__c FROM Engine__c ORDER BY Name',
            () => null,
            asSystem()
        );
        assert.deepEqual(
            rows.map((row) => [row.read('Name'), row.read('Serial__c'), row.read('Colour__c')]),
            [
                ['ENG-0001', 'A', null],
                ['ENG-0002', 'B', 'red']
            ]
        );
        again.close();
    });

    test('a reload of metadata adds columns and rules while the org is open', () => {
        const org = new Fixture();
        const metadata = openMetadata(org.projectDir);
        const file = join(org.projectDir, 'force-app/main/objects/Engine__c/fields/Colour__c.field-meta.xml');
        writeFileSync(file, field('Colour__c', '<length>20</length><type>Text</type>'));
        assert.equal(metadata.reload(file).kind, 'object');
        org.data.reload(metadata);
        org.insert([record('Engine__c', { Colour__c: 'blue' })]);
        assert.deepEqual(org.values('SELECT Colour__c FROM Engine__c', 'Colour__c'), ['blue']);
    });

    test('a reload that fails leaves the org as it was', () => {
        const org = new Fixture();
        const set = join(org.projectDir, 'force-app/main/permissionsets/Mechanic.permissionset-meta.xml');
        rmSync(set);
        const metadata = openMetadata(org.projectDir);
        assert.throws(() => org.data.reload(metadata), /permission set 'Mechanic' of persona/);
        org.insert([record('Engine__c', { Serial__c: 'A' })]);
        assert.equal(org.query('SELECT Id FROM Engine__c').length, 1);
    });

    test('a file that is no database, or that another process uses, is reported', () => {
        const org = new Fixture();
        const options = { metadata: openMetadata(org.projectDir), configDir: join(org.projectDir, 'config') };
        const broken = dataFile();
        writeFileSync(broken, 'this is no database, but long enough to have been one'.repeat(30));
        assert.throws(() => openData({ dataFile: broken, ...options }), /cannot be opened .* npm run reset/);
        const used = dataFile();
        writeFileSync(`${used}.pid`, String(process.ppid));
        assert.throws(() => openData({ dataFile: used, ...options }), /is in use by process \d+/);
    });

    test('the lock of a process that is gone is taken away', () => {
        const file = dataFile();
        writeFileSync(`${file}.pid`, '999999999');
        mkdirSync(`${file}.lock`);
        new Fixture({}, file).data.close();
    });

    test('a persona with a permission set that does not exist stops the start', () => {
        const personas = JSON.stringify({
            organization: { name: 'x', timeZone: 'UTC', locale: 'en_US', language: 'en_US' },
            features: [],
            roles: [],
            personas: [
                {
                    name: 'ghost',
                    label: 'g',
                    firstName: 'g',
                    lastName: 'g',
                    alias: 'g',
                    username: 'g@x.example',
                    email: 'g@x.example',
                    profile: 'Standard User',
                    permissionSets: ['Nope']
                }
            ]
        });
        assert.throws(
            () => new Fixture({ 'config/personas.json': personas }),
            /permission set 'Nope' of persona 'ghost'/
        );
    });

    test('Ids: checksum, both lengths, lost case', () => {
        const id = sequentialId('500', 12345);
        assert.equal(id.length, 18);
        assert.equal(normalizeId(id.slice(0, 15)), id);
        assert.equal(normalizeId(id.toLowerCase().slice(0, 15) + id.slice(15)), id);
        assert.equal(idChecksum('001A0000006Vm9r'), 'IAC');
        assert.equal(normalizeId('not an id'), undefined);
    });

    test('auto number formats', () => {
        const date = new Date(Date.UTC(2026, 0, 9));
        assert.equal(formatAutoNumber('A-{YYYY}{MM}{DD}-{0000}', 7, date), 'A-20260109-0007');
        assert.equal(formatAutoNumber('{0}', 1234, date), '1234');
    });

    test('10,000 records are saved within seconds', () => {
        const org = new Fixture();
        const started = Date.now();
        org.insert(
            Array.from({ length: 10_000 }, (_, index) => record('Case', { Subject: `Case ${index}` })),
            { allOrNone: false }
        );
        assert.ok(Date.now() - started < 10_000);
        assert.equal(
            org.data.countQuery('SELECT COUNT() FROM Case', () => null, asSystem()),
            10_000
        );
    });
});
