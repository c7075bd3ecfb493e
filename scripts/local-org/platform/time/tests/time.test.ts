import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { call, callStatic, callTyped, inContext, thrown } from '../../tests/support.ts';
import { ApexDate, ApexDatetime, ApexTime } from '../../values/index.ts';

const day = (text: string): ApexDate => ApexDate.parse(text);
const onDate = (text: string, name: string, ...parameters: unknown[]): unknown =>
    call('Date', day(text), name, ...parameters);
const moment = new ApexDatetime(Date.UTC(2024, 4, 1, 22, 5, 9, 7));
const format = (pattern: string, zone?: string): unknown =>
    inContext(() => call('Datetime', moment, 'format', ...(zone === undefined ? [pattern] : [pattern, zone])));

describe('Date', () => {
    test('addMonths stays in the month', () =>
        assert.equal((onDate('2024-01-31', 'addMonths', 1) as ApexDate).toIso(), '2024-02-29'));
    test('addMonths backwards over a year', () =>
        assert.equal((onDate('2024-01-31', 'addMonths', -2) as ApexDate).toIso(), '2023-11-30'));
    test('addYears from a leap day', () =>
        assert.equal((onDate('2024-02-29', 'addYears', 1) as ApexDate).toIso(), '2025-02-28'));
    test('daysBetween', () => assert.equal(onDate('2024-02-28', 'daysBetween', day('2024-03-01')), 2));
    test('monthsBetween ignores days', () => assert.equal(onDate('2024-01-31', 'monthsBetween', day('2024-03-01')), 2));
    test('dayOfYear', () => assert.equal(onDate('2024-12-31', 'dayOfYear'), 366));
    test('newInstance overflows', () =>
        assert.equal((callStatic('Date', 'newInstance', 2024, 2, 30) as ApexDate).toIso(), '2024-03-01'));
    test('week starts on Sunday in the United States', () =>
        inContext(() => assert.equal((onDate('2024-05-01', 'toStartOfWeek') as ApexDate).toIso(), '2024-04-28')));
    test('format by locale', () => inContext(() => assert.equal(onDate('2024-05-01', 'format'), '5/1/2024')));
    test('today is the user day', () =>
        inContext(() => assert.equal((callStatic('Date', 'today') as ApexDate).toIso(), '2024-05-01')));
    test('valueOf refuses', () =>
        assert.equal(
            thrown(() => callTyped('Date', 'valueOf', ['String'], '1/2/2024')),
            'TypeException: Invalid date: 1/2/2024'
        ));
    test('joins to a text with an empty time', () => assert.equal(`${day('2024-05-01')}`, '2024-05-01 00:00:00'));
});

describe('Datetime.format', () => {
    test('in the user time zone', () => assert.equal(format('yyyy-MM-dd HH:mm:ss.SSS'), '2024-05-02 00:05:09.007'));
    test('in a named zone', () =>
        assert.equal(format("EEE, d MMM yyyy h:mm a 'Uhr'", 'America/New_York'), 'Wed, 1 May 2024 6:05 PM Uhr'));
    test('ISO with an offset', () => assert.equal(format("yyyy-MM-dd'T'HH:mm:ssZ"), '2024-05-02T00:05:09+0200'));
    test('an offset with a colon', () => assert.equal(format('X'.repeat(3)), '+02:00'));
    test('long names', () => assert.equal(format('EEEE MMMM'), 'Thursday May'));
    test('week day number and 24 hours', () => assert.equal(format('u k'), '4 24'));
    test('an unknown letter', () =>
        assert.match(
            thrown(() => format('b')),
            /Illegal pattern character 'b'/
        ));
    test('formatGmt', () =>
        inContext(() => assert.equal(call('Datetime', moment, 'formatGmt', 'HH:mm z'), '22:05 GMT')));
    test('format by locale', () =>
        inContext(() => assert.equal(call('Datetime', moment, 'format'), '5/2/2024, 12:05 AM')));
});

describe('Datetime', () => {
    test('newInstance is local, newInstanceGmt is not', () =>
        inContext(() => {
            const local = callStatic('Datetime', 'newInstance', 2024, 7, 1) as ApexDatetime;
            const gmt = callStatic('Datetime', 'newInstanceGmt', 2024, 7, 1) as ApexDatetime;
            assert.equal(gmt.epoch - local.epoch, 2 * 3_600_000);
        }));
    test('valueOf reads local clock', () =>
        inContext(() =>
            assert.equal(
                (callTyped('Datetime', 'valueOf', ['String'], '2024-01-01 01:00:00') as ApexDatetime).toIso(),
                '2024-01-01T00:00:00.000Z'
            )
        ));
    test('valueOf refuses ISO', () =>
        inContext(() =>
            assert.equal(
                thrown(() => callTyped('Datetime', 'valueOf', ['String'], '2024-01-01T01:00:00Z')),
                'TypeException: Invalid date/time: 2024-01-01T01:00:00Z'
            )
        ));
    test('date and dateGmt differ near midnight', () =>
        inContext(() =>
            assert.deepEqual([call('Datetime', moment, 'day'), call('Datetime', moment, 'dayGmt')], [2, 1])
        ));
    test('getTime is a Long', () => assert.equal(call('Datetime', moment, 'getTime'), BigInt(moment.epoch)));
    test('joins to a text in GMT', () => assert.equal(`${moment}`, '2024-05-01 22:05:09'));
});

test('Time wraps at midnight', () => {
    const late = callStatic('Time', 'newInstance', 23, 30, 0, 0) as ApexTime;
    assert.equal(String(call('Time', late, 'addHours', 2)), '01:30:00.000Z');
});
test('TimeZone offset', () => {
    const zone = callStatic('TimeZone', 'getTimeZone', 'Europe/Vienna');
    assert.equal(call('TimeZone', zone, 'getOffset', moment), 7_200_000);
});
