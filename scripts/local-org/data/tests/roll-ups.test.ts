import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { SObjectValue } from '../../platform/values/index.ts';
import type { TriggerOperation, TriggerTiming } from '../types.ts';
import { xml } from './fixture-project.ts';
import { Fixture, decimal, record } from './support.ts';

interface Call {
    timing: TriggerTiming;
    before: string;
    after: string;
}

/** A fixture whose Engine__c has an update trigger that notes the roll-up before and after. */
function watched(extraFiles: Record<string, string> = {}, act?: (engine: SObjectValue) => void): [Fixture, Call[]] {
    const org = new Fixture(extraFiles);
    const calls: Call[] = [];
    org.data.triggers = {
        has: (name: string, _timing: TriggerTiming, operation: TriggerOperation) =>
            name === 'Engine__c' && operation === 'update',
        run: (_name, timing, _operation, now, old) => {
            const text = (list: SObjectValue[] | null): string => String(list?.[0].fields.get('Parts_Price__c'));
            calls.push({ timing, before: text(old), after: text(now) });
            if (timing === 'before' && now) act?.(now[0]);
        }
    };
    return [org, calls];
}

function engineWithPart(org: Fixture): { engine: SObjectValue; part: SObjectValue } {
    const engine = record('Engine__c', { Serial__c: 'R-1' });
    org.insert([engine]);
    const part = record('Part__c', { Name: 'Bolt', Engine__c: engine.id, Price__c: decimal('2.50') });
    org.insert([part]);
    return { engine, part };
}

const RULE = 'force-app/main/objects/Engine__c/validationRules/Cheap.validationRule-meta.xml';
const CHEAP = xml(
    'ValidationRule',
    '<fullName>Cheap</fullName><active>true</active><errorConditionFormula>Parts_Price__c &gt; 10</errorConditionFormula><errorMessage>Too dear.</errorMessage>'
);

describe('roll-ups and the save of the parent', () => {
    test('a changed roll-up fires the update triggers of the parent with both values', () => {
        const [org, calls] = watched();
        engineWithPart(org);
        assert.deepEqual(calls, [
            { timing: 'before', before: '0', after: '2.5' },
            { timing: 'after', before: '0', after: '2.5' }
        ]);
    });

    test('an update that moves no roll-up leaves the parent alone', () => {
        const [org, calls] = watched();
        const { part } = engineWithPart(org);
        calls.length = 0;
        org.update([record('Part__c', { Id: part.id, Name: 'Nut' })]);
        assert.deepEqual(calls, []);
    });

    test('deleting and undeleting a child count as changes', () => {
        const [org, calls] = watched();
        const { part } = engineWithPart(org);
        calls.length = 0;
        org.remove([part]);
        org.data.dml('undelete', [part], { access: { userId: '', mode: 'system', sharing: false }, allOrNone: true });
        assert.deepEqual(
            calls.map(({ before, after }) => [before, after]),
            [
                ['2.5', '0'],
                ['2.5', '0'],
                ['0', '2.5'],
                ['0', '2.5']
            ]
        );
    });

    test('what a before trigger of the parent changes is stored', () => {
        const [org] = watched({}, (engine) => engine.fields.set('Secret__c', 'seen'));
        const { engine } = engineWithPart(org);
        assert.deepEqual(org.values('SELECT Secret__c FROM Engine__c WHERE Id = :id', 'Secret__c', { id: engine.id }), [
            'seen'
        ]);
    });

    test('a rule of the parent over its roll-up stops the child, which is not stored', () => {
        const org = new Fixture({ [RULE]: CHEAP });
        const { engine } = engineWithPart(org);
        const dear = record('Part__c', { Name: 'Gold', Engine__c: engine.id, Price__c: decimal('9.00') });
        assert.throws(() => org.insert([dear]), /FIELD_CUSTOM_VALIDATION_EXCEPTION, Too dear\./);
        assert.equal(org.query('SELECT Id FROM Part__c').length, 1);
    });

    test('triggers and rules of an ordinary update see the roll-up as it is', () => {
        const [org, calls] = watched();
        const { engine } = engineWithPart(org);
        calls.length = 0;
        org.update([record('Engine__c', { Id: engine.id, Secret__c: 'x' })]);
        assert.deepEqual(calls[0], { timing: 'before', before: '2.5', after: '2.5' });
    });
});
