import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { call, callStatic, callTyped, inContext, thrown } from '../../tests/support.ts';
import { ApexDatetime, ApexList, ApexDate } from '../../values/index.ts';

const on = (text: string, name: string, ...parameters: unknown[]): unknown => call('String', text, name, ...parameters);
const items = (list: unknown): unknown[] => (list as ApexList).items;
const format = (pattern: string, ...values: unknown[]): unknown =>
    callStatic('String', 'format', pattern, new ApexList('Object', values));

describe('String.format follows MessageFormat', () => {
    test('replaces by index', () => assert.equal(format('{1} of {0}', 'a', 2), '2 of a'));
    test('two apostrophes are one', () => assert.equal(format("it''s {0}", 'me'), "it's me"));
    test('quoted braces stay', () => assert.equal(format("'{0}' {0}", 'x'), '{0} x'));
    test('a single apostrophe quotes to the end', () => assert.equal(format("it's {0}", 'x'), 'its {0}'));
    test('a missing value leaves its index', () => assert.equal(format('{0} {1}', 'x'), 'x {1}'));
    test('numbers are not grouped', () => assert.equal(format('{0}', 12345), '12345'));
});

describe('String.split follows Java', () => {
    test('drops trailing empty strings', () => assert.deepEqual(items(on('a,b,,', 'split', ',')), ['a', 'b']));
    test('keeps leading empty strings', () => assert.deepEqual(items(on(',a', 'split', ',')), ['', 'a']));
    test('a negative limit keeps everything', () =>
        assert.deepEqual(items(on('a,b,,', 'split', ',', -1)), ['a', 'b', '', '']));
    test('a limit leaves the rest whole', () => assert.deepEqual(items(on('a:b:c', 'split', ':', 2)), ['a', 'b:c']));
    test('splits at every character', () => assert.deepEqual(items(on('abc', 'split', '')), ['a', 'b', 'c']));
    test('is a regular expression', () => assert.deepEqual(items(on('a1b22c', 'split', '\\d+')), ['a', 'b', 'c']));
    test('without a match is the text', () => assert.deepEqual(items(on('abc', 'split', 'x')), ['abc']));
    test('an empty text gives one empty string', () => assert.deepEqual(items(on('', 'split', ',')), ['']));
    test('only separators give nothing', () => assert.deepEqual(items(on(',,', 'split', ',')), []));
});

describe('String.valueOf', () => {
    test('a Date is the day', () =>
        assert.equal(callTyped('String', 'valueOf', ['Date'], new ApexDate(2024, 2, 3)), '2024-02-03'));
    test('a Datetime is in the user time zone', () =>
        inContext(() => {
            const moment = new ApexDatetime(Date.UTC(2024, 6, 1, 22, 30));
            assert.equal(callTyped('String', 'valueOf', ['Datetime'], moment), '2024-07-02 00:30:00');
        }));
    test('null stays null', () => assert.equal(callTyped('String', 'valueOf', ['Object'], null), null));
});

describe('String parts and shapes', () => {
    test('abbreviate', () => assert.equal(on('Hello Maximillian', 'abbreviate', 8), 'Hello...'));
    test('abbreviate with an offset', () => assert.equal(on('Hello Maximillian', 'abbreviate', 10, 6), '...Maxi...'));
    test('center', () => assert.equal(on('hello', 'center', 9), '  hello  '));
    test('substringBetween', () => assert.equal(on('a[b]c', 'substringBetween', '[', ']'), 'b'));
    test('substringAfterLast', () => assert.equal(on('a.b.c', 'substringAfterLast', '.'), 'c'));
    test('substring past the end', () =>
        assert.match(
            thrown(() => on('abc', 'substring', 0, 9)),
            /StringException: Ending position out of bounds: 9/
        ));
    test('mid, left and right', () =>
        assert.deepEqual(
            [on('abcdef', 'mid', 2, 3), on('abc', 'left', 2), on('abc', 'right', 2)],
            ['cde', 'ab', 'bc']
        ));
    test('leftPad with a text', () => assert.equal(on('5', 'leftPad', 3, '0'), '005'));
    test('capitalize', () => assert.equal(on('hello there', 'capitalize'), 'Hello there'));
    test('swapCase', () => assert.equal(on('aBc', 'swapCase'), 'AbC'));
    test('splitByCharacterTypeCamelCase', () =>
        assert.deepEqual(items(on('Lightning.platformABCDef12', 'splitByCharacterTypeCamelCase')), [
            'Lightning',
            '.',
            'platform',
            'ABC',
            'Def',
            '12'
        ]));
    test('getLevenshteinDistance', () => assert.equal(on('kitten', 'getLevenshteinDistance', 'sitting'), 3));
    test('normalizeSpace', () => assert.equal(on(' a \n b ', 'normalizeSpace'), 'a b'));
    test('contains null throws', () =>
        assert.equal(
            thrown(() => on('a', 'contains', null)),
            'NullPointerException: Argument cannot be null.'
        ));
    test('replace is literal, replaceAll is not', () =>
        assert.deepEqual([on('a.b', 'replace', '.', '$'), on('a.b', 'replaceAll', '.', 'x')], ['a$b', 'xxx']));
    test('isNumeric and isAlpha', () =>
        assert.deepEqual([on('12', 'isNumeric'), on('', 'isNumeric'), on('é', 'isAlpha')], [true, false, true]));
    test('compareTo', () => assert.equal(on('abc', 'compareTo', 'abd'), -1));
    test('hashCode is the one of Java', () => assert.equal(on('Hello', 'hashCode'), 69609650));
});

describe('String escapes', () => {
    test('html 4', () => assert.equal(on('"Café" <b>', 'escapeHtml4'), '&quot;Caf&eacute;&quot; &lt;b&gt;'));
    test('unescape html', () => assert.equal(on('&euro;&#65;&nope;', 'unescapeHtml4'), '€A&nope;'));
    test('csv', () => assert.equal(on('Max1, "Max2"', 'escapeCsv'), '"Max1, ""Max2"""'));
    test('ecma script', () => assert.equal(on('"grade": 3.9/4.0', 'escapeEcmaScript'), '\\"grade\\": 3.9\\/4.0'));
    test('single quotes', () => assert.equal(callStatic('String', 'escapeSingleQuotes', "O'Brien"), "O\\'Brien"));
    test('strip html', () => assert.equal(on('<p>Hello <b>you</b></p>', 'stripHtmlTags'), 'Hello you'));
    test('unicode', () => assert.equal(on('é', 'escapeUnicode'), '\\u00E9'));
});

test('String.join joins any iterable', () =>
    assert.equal(callStatic('String', 'join', new ApexList('Integer', [1, 2]), '-'), '1-2'));
test('Id gets its check characters', () =>
    assert.equal(callStatic('Id', 'valueOf', '001D000000IqhSL'), '001D000000IqhSLIAZ'));
test('Id.valueOf refuses', () =>
    assert.equal(
        thrown(() => callStatic('Id', 'valueOf', 'x')),
        'StringException: Invalid id: x'
    ));
