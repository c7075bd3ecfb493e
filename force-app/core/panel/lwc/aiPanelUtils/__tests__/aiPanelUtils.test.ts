import {
    dropWork,
    errorMessages,
    exactTime,
    formatText,
    isJustNow,
    isNoAccess,
    keepWork,
    keptWork,
    relativeTime
} from 'c/aiPanelUtils';

describe('formatText', () => {
    it('fills each place with its value', () => {
        expect(formatText('{1} of {0}, {1}', 10, 9)).toBe('9 of 10, 9');
    });

    it('leaves nothing where a value is missing', () => {
        expect(formatText('For {0}', undefined)).toBe('For ');
    });

    it('takes values as they are, even with places of their own', () => {
        expect(formatText('{0} {1}', '{1}', '$&')).toBe('{1} $&');
    });
});

describe('errorMessages', () => {
    it.each([
        ['an Apex error', { body: { message: 'No budget is left.' } }, ['No budget is left.']],
        ['errors of UI API', { body: [{ message: 'One.' }, { message: 'Two.' }] }, ['One.', 'Two.']],
        [
            'errors of fields rather than their summary',
            { body: { message: 'An error occurred', output: { fieldErrors: { Name: [{ message: 'Too long.' }] } } } },
            ['Too long.']
        ],
        ['errors of a page', { body: { message: 'x', pageErrors: [{ message: 'Locked.' }] } }, ['Locked.']],
        ['a JavaScript error', new TypeError('Offline.'), ['Offline.']],
        ['a text', 'Plain.', ['Plain.']],
        ['several errors without repeats', ['A.', { message: 'A.' }, 'B.'], ['A.', 'B.']],
        ['nothing readable', { body: {} }, []],
        ['nothing', undefined, []]
    ])('reads %s', (_what, error, messages) => {
        expect(errorMessages(error)).toEqual(messages);
    });

    it('tells a refused Apex class from other errors', () => {
        expect(isNoAccess({ body: { message: "You do not have access to the Apex class named 'X'." } })).toBe(true);
        expect(isNoAccess({ body: { message: 'You do not have access to this record.' } })).toBe(false);
    });
});

describe('relativeTime', () => {
    const now = Date.parse('2026-11-21T12:00:00.000Z');

    it.each([
        ['2026-11-21T11:59:30.000Z', 'now'],
        ['2026-11-21T11:57:00.000Z', '3 minutes ago'],
        ['2026-11-21T10:30:00.000Z', '1 hour ago'],
        ['2026-11-20T11:00:00.000Z', 'yesterday'],
        ['2026-11-10T12:00:00.000Z', '11 days ago'],
        ['2026-07-21T12:00:00.000Z', '4 months ago'],
        ['2024-11-01T12:00:00.000Z', '2 years ago']
    ])('%s was %s', (moment, words) => {
        expect(relativeTime(moment, now)).toBe(words);
    });

    it('never speaks of the future when two clocks differ', () => {
        expect(relativeTime('2026-11-21T12:05:00.000Z', now)).toBe('now');
    });

    it('counts the first minute as now', () => {
        expect(isJustNow('2026-11-21T11:59:01.000Z', now)).toBe(true);
        expect(isJustNow('2026-11-21T11:59:00.000Z', now)).toBe(false);
    });
});

describe('exactTime', () => {
    it('gives day and minute in the time zone of the user', () => {
        expect(exactTime('2026-11-21T12:00:30.000Z').replace(/\s/g, ' ')).toBe('Nov 21, 2026, 4:00 AM');
    });
});

describe('kept work', () => {
    afterEach(() => {
        jest.restoreAllMocks();
        dropWork('record.insight');
    });

    it('keeps, gives back and forgets', () => {
        keepWork('record.insight', 'half a sentence');
        expect(keptWork('record.insight')).toBe('half a sentence');
        expect(keptWork('record.other')).toBeUndefined();
        dropWork('record.insight');
        expect(keptWork('record.insight')).toBeUndefined();
    });

    it('keeps an emptied text too', () => {
        keepWork('record.insight', '');
        expect(keptWork('record.insight')).toBe('');
    });

    it('works where the browser refuses storage', () => {
        jest.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
            throw new DOMException('refused', 'SecurityError');
        });
        keepWork('record.insight', 'half a sentence');
        expect(keptWork('record.insight')).toBe('half a sentence');
    });
});
