import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { buildSchema } from '../../data/schema/index.ts';
import { RestError } from '../http/rest-error.ts';
import { listViewField } from '../ui-api/list-columns.ts';

const schema = buildSchema({ objects: [], valueSets: [] });
const fieldOf = (object: string, column: string): string => listViewField(schema.object(object)!, column, 'a.listView');

describe('columns of shipped list views', () => {
    test('are those of sales objects', () => {
        const columns = ['NAME', 'STAGE_NAME', 'AMOUNT', 'CLOSE_DATE', 'CLOSED', 'WON', 'PROBABILITY', 'NEXT_STEP'];
        assert.deepEqual(
            columns.map((column) => fieldOf('Opportunity', `OPPORTUNITY.${column}`)),
            ['Name', 'StageName', 'Amount', 'CloseDate', 'IsClosed', 'IsWon', 'Probability', 'NextStep']
        );
        assert.equal(fieldOf('Opportunity', 'ACCOUNT.NAME'), 'AccountId');
        assert.equal(fieldOf('Opportunity', 'CORE.USERS.ALIAS'), 'OwnerId');
    });

    test('stop with their name and file when the field cannot be told', () => {
        assert.throws(
            () => fieldOf('Opportunity', 'OPPORTUNITY.MAGIC'),
            (error: RestError) => {
                return /list view column OPPORTUNITY.MAGIC \(a\.listView\)/.test(error.message);
            }
        );
    });
});
