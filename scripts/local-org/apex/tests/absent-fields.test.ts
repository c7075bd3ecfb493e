import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { run } from './support.ts';

const STOP = /Not implemented in the local org: field Opportunity\.IqScore/;

/** What code with a field that only the local org lacks does: it compiles, and stops where the field is reached. */
describe('a field that Salesforce has and the local org has not', () => {
    const uses = {
        read: 'return new Opportunity().IqScore;',
        'read as a value of a type': 'Integer count = new Opportunity().IqScore; return count + 1;',
        written: 'Opportunity one = new Opportunity(); one.IqScore = 1; return one;',
        initialized: 'return new Opportunity(IqScore = 1);',
        'named by a token': 'return Opportunity.IqScore;',
        'read by name': "return new Opportunity().get('iqscore');",
        'written by name': "new Opportunity().put('IqScore', 1); return null;"
    };
    for (const [how, statements] of Object.entries(uses)) {
        test(how, () =>
            assert.throws(() => run(statements), /Not implemented in the local org: field Opportunity\.iqscore/i)
        );
    }

    test('no catch clause sees it', () => {
        assert.throws(() => run("try { new Opportunity().get('IqScore'); } catch (Exception e) {} return 0;"), STOP);
    });

    test('code beside it runs', () => {
        assert.equal(run('if (1 > 2) { return new Opportunity().IqScore; } return 3;'), '3');
    });

    test('a name that is no field of Salesforce is a mistake', () => {
        assert.throws(() => run('return new Opportunity().Wheels;'), /Variable does not exist: Wheels/);
        assert.throws(() => run('return new Opportunity(Wheels = 4);'), /Field does not exist: Wheels on Opportunity/);
        assert.throws(() => run("return new Opportunity().get('Wheels');"), /Invalid field Wheels for Opportunity/);
    });
});
