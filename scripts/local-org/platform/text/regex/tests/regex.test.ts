import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { call, callStatic, thrown } from '../../../tests/support.ts';
import { NotImplementedError } from '../../../not-implemented.ts';
import { compilePattern } from '../compiled-pattern.ts';
import { eachMatch } from '../replace.ts';

const all = (regex: string, text: string): string[] =>
    [...eachMatch(compilePattern(regex), text)].map((match) => match.text);
const whole = (regex: string, text: string): unknown => callStatic('Pattern', 'matches', regex, text);

describe('Java patterns', () => {
    test('the dollar sign stops before a last line break', () => assert.deepEqual(all('b$', 'ab\n'), ['b']));
    test('\\s is ASCII', () => assert.equal(whole('\\s', '\u00a0'), false));
    test('\\h knows the non-breaking space', () => assert.equal(whole('\\h', '\u00a0'), true));
    test('leading flags', () => assert.equal(whole('(?i)abc', 'ABC'), true));
    test('dot all', () => assert.equal(whole('(?s)a.b', 'a\nb'), true));
    test('posix classes', () => assert.deepEqual(all('\\p{Alpha}+', 'ab1cé'), ['ab', 'c']));
    test('letters of any script', () => assert.deepEqual(all('\\p{L}+', 'ab1cé'), ['ab', 'cé']));
    test('intersection of classes', () => assert.deepEqual(all('[a-z&&[^aeiou]]+', 'banana'), ['b', 'n', 'n']));
    test('union of classes', () => assert.deepEqual(all('[a-c[x-z]]+', 'abmyz'), ['ab', 'yz']));
    test('a quoted part', () => assert.deepEqual(all('\\Qa.b\\E+', 'a.bb axb'), ['a.bb']));
    test('a possessive quantifier gives nothing back', () => assert.equal(whole('a++a', 'aaa'), false));
    test('an atomic group gives nothing back', () => assert.deepEqual(all('(?>a|ab)c', 'abc ac'), ['ac']));
    test('groups after an atomic group keep their numbers', () => {
        const match = compilePattern('(?>x+)(b)(c)').find('xxbc', 0)!;
        assert.deepEqual(match.groups, ['xxbc', 'b', 'c']);
    });
    test('groups inside a possessive group keep their numbers', () => {
        assert.deepEqual(compilePattern('(a)++(b)').find('aab', 0)!.groups, ['aab', 'a', 'b']);
    });
    test('characters that the flag v minds', () => assert.deepEqual(all('[-@!&()]+|"', 'a-@!&()b"'), ['-@!&()', '"']));
    test('a closing bracket first in a class', () => assert.equal(whole('[]a]+', ']a'), true));
    test('back references', () => assert.deepEqual(all('(\\w)\\1', 'aabbc'), ['aa', 'bb']));
    test('what is not there says so', () => assert.throws(() => compilePattern('a(?i)b'), NotImplementedError));
    test('what Java refuses is refused', () =>
        assert.match(
            thrown(() => compilePattern('(a')),
            /^StringException: Invalid regex: Unclosed group/
        ));
    test('long input and many repetitions are too complicated', () =>
        assert.equal(
            thrown(() => whole('.*a.*b.*', 'x'.repeat(300_000))),
            'LimitException: Regex too complicated'
        ));
});

describe('Matcher', () => {
    const matcher = (regex: string, text: string): unknown =>
        call('Pattern', callStatic('Pattern', 'compile', regex), 'matcher', text);
    test('find walks', () => {
        const found = matcher('(\\d)(x)?', '1 2x');
        assert.equal(call('Matcher', found, 'find'), true);
        assert.deepEqual([call('Matcher', found, 'start'), call('Matcher', found, 'end')], [0, 1]);
        assert.equal(call('Matcher', found, 'group', 2), null);
        assert.equal(call('Matcher', found, 'find'), true);
        assert.equal(call('Matcher', found, 'group', 2), 'x');
        assert.equal(call('Matcher', found, 'find'), false);
    });
    test('group without a match throws', () =>
        assert.equal(
            thrown(() => call('Matcher', matcher('a', 'a'), 'group')),
            'StringException: No match found'
        ));
    test('replaceAll with groups', () =>
        assert.equal(call('Matcher', matcher('(a)(b)', 'abab'), 'replaceAll', '$2$1\\$'), 'ba$ba$'));
    test('matches is the whole text', () => assert.equal(call('Matcher', matcher('a|ab', 'ab'), 'matches'), true));
    test('quoteReplacement', () => assert.equal(callStatic('Matcher', 'quoteReplacement', 'a$1\\'), 'a\\$1\\\\'));
});
