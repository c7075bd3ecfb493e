import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { allViolations, type Evidence } from '../checks/all.ts';
import type { Row } from '../chaos-org.ts';
import { Random } from '../random.ts';

const DAY = Date.UTC(2026, 10, 3);

const request = (values: Row = {}): Row => ({
    Id: 'a01',
    Trace_Id__c: 't1',
    Status__c: 'Answered',
    Insight__c: 'a02',
    Attempts__c: 1,
    Channel__c: 'API',
    ...values
});
const attempt = (values: Row = {}): Row => ({
    Id: 'a03',
    Trace_Id__c: 't1',
    Attempt__c: 1,
    Outcome__c: 'Done',
    Model__c: 'One',
    Use_Case__c: 'Case_Summary',
    User__c: '005',
    Input_Tokens__c: 100,
    Output_Tokens__c: 20,
    Cost__c: 0.001,
    Latency_Milliseconds__c: 500,
    CreatedDate: DAY + 1000,
    ...values
});
const usage = (scope: string, subject: unknown, values: Row = {}): Row => ({
    Scope__c: scope,
    Subject__c: subject,
    Day__c: DAY,
    Tokens__c: 120,
    Cost__c: 0.001,
    Calls__c: 1,
    ...values
});
const insight = (values: Row = {}): Row => ({
    Id: 'a02',
    Trace_Id__c: 't1',
    Use_Case__c: 'Case_Summary',
    Record_Id__c: '500',
    Fingerprint__c: 'f',
    Status__c: 'Proposed',
    ...values
});
const sound = (): Evidence => ({
    requests: [request()],
    audit: [attempt()],
    usage: [usage('Organization', undefined), usage('Use Case', 'Case_Summary'), usage('User', '005')],
    insights: [insight()],
    circuits: [],
    received: [],
    asked: 1,
    given: new Set(['t1']),
    tokensADay: 1000
});

/** What the checks say when one thing is other than it should be. */
const violations = (change: Partial<Evidence>): string => allViolations({ ...sound(), ...change }).join('\n');
const failures = (count: number, outcome: string, apart: number): Row[] =>
    Array.from({ length: count }, (_, index) =>
        attempt({ Attempt__c: index + 1, Outcome__c: outcome, CreatedDate: DAY + (index + 1) * apart })
    );

describe('the checks of a chaos run', () => {
    test('find nothing where nothing is wrong', () => {
        assert.deepEqual(allViolations(sound()), []);
    });

    const wrong: [string, Partial<Evidence>, RegExp][] = [
        ['a request that was lost', { given: new Set(['t1', 't2']) }, /t2 was lost/],
        ['a request with two rows', { requests: [request(), request()] }, /two rows/],
        ['a request that did not end', { requests: [request({ Status__c: 'Queued' })] }, /did not end/],
        ['a failure without a message', { requests: [request({ Status__c: 'Failed' })] }, /without a message/],
        ['an answer with nothing in it', { requests: [request({ Insight__c: null })] }, /with nothing/],
        ['budget that nobody needs', { requests: [request({ Reserved_Tokens__c: 9 })] }, /still holds budget/],
        ['a place that nobody needs', { requests: [request({ Waiting_Key__c: 'k' })] }, /keeps others/],
        [
            'a key that was asked twice',
            {
                requests: [
                    request({ Idempotency_Key__c: 'k' }),
                    request({ Trace_Id__c: 't2', Idempotency_Key__c: 'k', Attempts__c: 0 })
                ]
            },
            /key was asked twice/
        ],
        ['an attempt without a row', { requests: [request({ Attempts__c: 2 })] }, /attempts 1,2, the log has 1/],
        ['a call without a row', { audit: [], usage: [], received: [{} as never] }, /received 1 calls, the log has 0/],
        [
            'usage that is not the log’s sum',
            { usage: [usage('User', '005', { Tokens__c: 121 })] },
            /says 1 calls and 121/
        ],
        ['calls without usage', { usage: [] }, /no usage/],
        ['a budget passed by more than one call', { tokensADay: -1 }, /budget is -1/],
        [
            'two insights of one request',
            { insights: [insight(), insight({ Status__c: 'Superseded' })] },
            /two insights/
        ],
        [
            'two insights of the same sources',
            { insights: [insight(), insight({ Trace_Id__c: 't2' })] },
            /on offer for Case_Summary 500 f/
        ],
        ['an insight of nobody', { insights: [insight({ Trace_Id__c: 't3' })] }, /belongs to no request/],
        [
            'a circuit that stays open after a good answer',
            { circuits: [{ Name: 'One', Open_Until__c: DAY }] },
            /open, though its last answer was good/
        ],
        [
            'a circuit that does not open',
            { audit: failures(3, 'Overloaded', 1000), requests: [request({ Attempts__c: 3 })] },
            /closed after 3 failures/
        ],
        [
            'a call to a model that rests',
            { audit: failures(4, 'Overloaded', 20_000), requests: [request({ Attempts__c: 4 })] },
            /a call began 20 s after the circuit opened/
        ]
    ];
    for (const [name, change, expected] of wrong) {
        test(`find ${name}`, () => assert.match(violations(change), expected));
    }

    test('let a model be asked again when its rest is over', () => {
        const audit = failures(4, 'Overloaded', 70_000);
        const circuits = [{ Name: 'One', Open_Until__c: DAY + 400_000 }];
        assert.doesNotMatch(violations({ audit, circuits }), /One:/);
    });
});

describe('the random stream', () => {
    test('is the same for the same seed, and another for another', () => {
        const numbers = (seed: number): number[] => {
            const random = new Random(seed);
            return Array.from({ length: 20 }, () => random.below(1000));
        };
        assert.deepEqual(numbers(7), numbers(7));
        assert.notDeepEqual(numbers(7), numbers(8));
        assert.ok(numbers(7).every((value) => value >= 0 && value < 1000));
        assert.ok(new Set(numbers(7)).size > 15);
    });
});
