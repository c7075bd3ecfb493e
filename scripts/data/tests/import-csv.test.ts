import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { HeaderProblem } from '../import/columns.ts';
import { UnreadableFile } from '../import/read-csv.ts';
import { readThreads, type ThreadFile } from '../import/threads.ts';

function read(text: string): ThreadFile {
    return readThreads(new TextEncoder().encode(text));
}

const reasons = (file: ThreadFile) => file.problems.map(({ line, reason }) => `${line}: ${reason}`);

describe('a thread', () => {
    const file = read(
        [
            'case_id,subject,contact_email,created_date,entry_type,entry_date,author,text',
            '7,No heat,a@b.example,2026-03-01,description,,,"Cold since',
            'this morning"',
            '7,,,,email_in,2026-03-01T09:15:00+01:00,Ana,"He said ""cold"""',
            '8,Other,,,comment,,,second case',
            '7,,,,comment,2026-03-02,Ben,Checked the boiler'
        ].join('\n')
    );

    test('gathers the rows of its case, wherever they stand', () => {
        assert.deepEqual(reasons(file), []);
        assert.deepEqual(
            file.threads.map(({ caseId, line }) => [caseId, line]),
            [
                ['7', 2],
                ['8', 5]
            ]
        );
        const [thread] = file.threads;
        assert.equal(thread.fields.description, 'Cold since\nthis morning');
        assert.equal(thread.fields.created_date, '2026-03-01T00:00:00.000Z');
        assert.deepEqual(
            thread.entries.map(({ type, date, text, line }) => [type, date, text, line]),
            [
                ['email_in', '2026-03-01T08:15:00.000Z', 'He said "cold"', 4],
                ['comment', '2026-03-02T00:00:00.000Z', 'Checked the boiler', 6]
            ]
        );
    });

    test('needs no more than id, category and text', () => {
        const [thread] = read(
            'id,category,text\nA-1,Billing | Refund,I was charged twice.\nA-1,,Still waiting.'
        ).threads;
        assert.deepEqual(thread.fields, { subject: 'Billing | Refund', description: 'I was charged twice.' });
        assert.deepEqual(
            thread.entries.map(({ type, text }) => [type, text]),
            [['comment', 'Still waiting.']]
        );
    });
});

describe('a file', () => {
    test('may begin with a byte order mark, end lines with CR LF and separate by semicolon or tab', () => {
        assert.equal(read('\uFEFFid;text\r\n1;"a; b\r\nc"\r\n').threads[0].fields.description, 'a; b\r\nc');
        assert.equal(read('id\ttext\n1\ta, b').threads[0].fields.description, 'a, b');
    });

    test('may hold columns that mean nothing here; they are named', () => {
        assert.deepEqual(read('id,text,shoe size\n1,a,43').unknownColumns, ['shoe size']);
    });

    test('is refused when it is empty, not UTF-8, or its first row cannot be used', () => {
        assert.throws(() => read(''), UnreadableFile);
        assert.throws(() => read('\uFEFF'), UnreadableFile);
        assert.throws(() => readThreads(new Uint8Array([0x69, 0x64, 0xff, 0x0a])), /not UTF-8/);
        assert.throws(() => read('subject,text\na,b'), /no column case_id/);
        assert.throws(() => read('id,status\n1,New'), HeaderProblem);
        assert.throws(() => read('id,case_id,text\n1,1,a'), /case_id twice/);
    });

    test('of headings alone holds nothing', () => {
        const file = read('id,text\n\n');
        assert.deepEqual([file.threads.length, file.rowCount, file.problems.length], [0, 0, 0]);
    });

    test('of 10,000 rows is read within three seconds', () => {
        const rows = Array.from(
            { length: 10_000 },
            (_, at) => `${Math.floor(at / 4)},Case ${Math.floor(at / 4)},"line one\nline two, ${at}"`
        );
        const start = performance.now();
        const file = read(['id,subject,text', ...rows].join('\n'));
        assert.ok(performance.now() - start < 3000);
        assert.equal(file.threads.length, 2500);
        assert.equal(file.threads.at(-1)?.entries.at(-1)?.line, 2 + 9999 * 2);
    });
});

describe('a bad row', () => {
    const header = 'case_id,subject,contact_email,created_date,entry_type,text';
    const cases: [string, string, RegExp][] = [
        ['an empty case_id', ',a,,,,b', /case_id is empty/],
        ['a wrong date', '1,a,,31.03.2026,,b', /created_date "31\.03\.2026" is no date/],
        ['a day that does not exist', '1,a,,2026-02-30,,b', /is no date/],
        ['a wrong address', '1,a,not-an-address,,,b', /no e-mail address/],
        ['an unknown entry type', '1,a,,,letter,b', /entry_type "letter" is not known/],
        ['an entry without a text', '1,a,,,comment,', /comment without a text/],
        ['too few cells', '1,a,b', /3 cells, the first row 6/],
        ['too many cells', '1,a,,,,b,c,d', /8 cells, the first row 6/],
        ['a subject too long', `1,${'x'.repeat(256)},,,,b`, /subject has 256 characters; at most 255/],
        ['a comment too long', `1,a,,,comment,${'x'.repeat(4001)}`, /comment has 4001 characters; at most 4000/],
        ['a description too long', `1,a,,,,${'x'.repeat(32_001)}`, /description has 32001 characters/]
    ];
    for (const [name, row, reason] of cases) {
        test(`with ${name} is reported with its line; the rest loads`, () => {
            const file = read([header, '10,first,,,,"two', 'lines"', row, '11,last,,,,fine'].join('\n'));
            assert.equal(file.problems.length, 1);
            assert.equal(file.problems[0].line, 4);
            assert.match(file.problems[0].reason, reason);
            assert.deepEqual(
                file.threads.map(({ caseId }) => caseId),
                ['10', '11']
            );
        });
    }

    test('takes its whole case out, so that no thread has a hole', () => {
        const file = read(
            [header, '1,a,,,,good', '1,,,nonsense,comment,bad', '1,,,,comment,good', '2,b,,,,good'].join('\n')
        );
        assert.deepEqual(
            file.threads.map(({ caseId }) => caseId),
            ['2']
        );
        assert.deepEqual(
            file.problems.map(({ line, caseId }) => [line, caseId]),
            [[3, '1']]
        );
    });

    test('with a case_id that another case has is told by what differs', () => {
        const file = read([header, '1,a,,,,x', '1,other,,,,y', '2,b,,,description,x', '2,,,,description,y'].join('\n'));
        assert.match(reasons(file)[0], /^3: The subject differs from line 2/);
        assert.match(reasons(file)[1], /^5: The case has a description already/);
        assert.deepEqual(file.threads, []);
    });

    test('with a quote in the wrong place does not stop the rows after it', () => {
        const file = read('id,text\n1,good\n2,bad "quote" here\n3,good');
        assert.deepEqual(
            file.threads.map(({ caseId }) => caseId),
            ['1', '3']
        );
        assert.equal(file.problems[0].line, 3);
        assert.match(file.problems[0].reason, /no CSV/);
    });

    test('whose quote never ends is reported', () => {
        const file = read('id,text\n1,good\n2,"never closed\n3,swallowed');
        assert.deepEqual(
            file.threads.map(({ caseId }) => caseId),
            ['1']
        );
        assert.equal(file.problems.length, 1);
    });
});
