import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseIssues } from '../apex-types.ts';

test('issues of the Apex language server carry the file above them', () => {
    const output = [
        '/p/A.cls',
        "Missing: line 2 at 26-31: No type declaration found for 'Foo'",
        'Error: line 7: Bad'
    ].join('\n');
    assert.deepEqual(
        parseIssues(output).map(({ file, line, message }) => [file, line, message]),
        [
            ['/p/A.cls', 2, "No type declaration found for 'Foo'"],
            ['/p/A.cls', 7, 'Bad']
        ]
    );
});

test('opinions of the language server are left out', () => {
    assert.deepEqual(parseIssues("/p/A.cls\nUnused: line 2 at 1-3: Unused local variable 'x'"), []);
});
