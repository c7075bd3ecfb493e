import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { loadThreads } from '../import/load-threads.ts';
import { readImportOptions } from '../import/options.ts';
import { problemLines, summaryLine } from '../import/report.ts';
import type { ImportTarget, NewRecord, SaveOutcome } from '../import/target.ts';
import { readThreads } from '../import/threads.ts';

/** Keeps records in memory; refuses those that hold the word "refuse". */
class MemoryTarget implements ImportTarget {
    readonly label = 'memory';
    readonly setsDates: boolean;
    readonly records = new Map<string, NewRecord & { object: string }>();
    largest = 0;

    constructor(setsDates = true) {
        this.setsDates = setsDates;
    }

    find(object: string, field: string, values: string[]): Promise<Map<string, string>> {
        const pairs = [...this.records].map(([id, record]): [string, string] => [
            `${record.object} ${String(record[field]).toLowerCase()}`,
            id
        ]);
        const known = new Map(pairs);
        const found = values.filter((value) => known.has(`${object} ${value}`));
        return Promise.resolve(new Map(found.map((value) => [value, known.get(`${object} ${value}`) as string])));
    }

    insert(object: string, records: NewRecord[]): Promise<SaveOutcome[]> {
        this.largest = Math.max(this.largest, records.length);
        if (records.some((record) => JSON.stringify(record).includes('disconnect'))) {
            return Promise.reject(new Error('The org does not answer.'));
        }
        return Promise.resolve(records.map((record) => this.save(object, record)));
    }

    remove(ids: string[]): Promise<void> {
        const hangsOn = (record: NewRecord) => ids.includes(String(record.ParentId));
        [...this.records]
            .filter(([id, record]) => ids.includes(id) || hangsOn(record))
            .forEach(([id]) => this.records.delete(id));
        return Promise.resolve();
    }

    close(): Promise<void> {
        return Promise.resolve();
    }

    all(object: string): NewRecord[] {
        return [...this.records.values()].filter((record) => record.object === object);
    }

    private save(object: string, record: NewRecord): SaveOutcome {
        if (JSON.stringify(record).includes('refuse')) {
            return { id: null, errors: ['FIELD_CUSTOM_VALIDATION_EXCEPTION: refused'] };
        }
        const id = `${object}${this.records.size + 1}`;
        this.records.set(id, { ...record, object });
        return { id, errors: [] };
    }
}

function threads(...rows: string[]) {
    const header = 'case_id,subject,contact_name,contact_email,account_name,entry_type,entry_date,author,text';
    return readThreads(new TextEncoder().encode([header, ...rows].join('\n'))).threads;
}

describe('loading', () => {
    test('makes the case, its thread, and each account and contact once', async () => {
        const target = new MemoryTarget();
        const summary = await loadThreads(
            threads(
                '1,No heat,Ana Maria Lopez,ana@b.example,Bakery,email_in,2026-03-01,,It is cold',
                '1,,,,,email_out,2026-03-02,Service,We come today',
                '1,,,,,comment,2026-03-03,Ben,Fixed',
                '2,Again,Ana Maria Lopez,ANA@b.example,bakery,description,,,Cold again'
            ),
            target
        );
        assert.deepEqual([summary.cases, summary.entries, summary.problems], [2, 3, []]);
        assert.deepEqual(
            target.all('Account').map(({ Name }) => Name),
            ['Bakery']
        );
        assert.deepEqual(
            target.all('Contact').map(({ FirstName, LastName }) => [FirstName, LastName]),
            [['Ana Maria', 'Lopez']]
        );
        assert.deepEqual(
            target
                .all('EmailMessage')
                .map(({ Incoming, FromAddress, ToAddress }) => [Incoming, FromAddress, ToAddress]),
            [
                [true, 'ana@b.example', undefined],
                [false, undefined, 'ana@b.example']
            ]
        );
        const [comment] = target.all('CaseComment');
        assert.deepEqual([comment.CommentBody, comment.CreatedDate], ['Ben: Fixed', '2026-03-03T00:00:00.000Z']);
    });

    test('finds what the org has already', async () => {
        const target = new MemoryTarget();
        await loadThreads(threads('1,a,Ana,ana@b.example,Bakery,,,,x'), target);
        await loadThreads(threads('2,b,Ana,ana@b.example,Bakery,,,,y'), target);
        assert.deepEqual(
            [target.all('Account').length, target.all('Contact').length, target.all('Case').length],
            [1, 1, 2]
        );
    });

    test('leaves dates out where the org does not let us set them', async () => {
        const target = new MemoryTarget(false);
        await loadThreads(threads('1,a,,,,comment,2026-03-03,,x', '1,,,,,email_in,2026-03-04,,y'), target);
        assert.equal(target.all('CaseComment')[0].CreatedDate, undefined);
        assert.equal(target.all('EmailMessage')[0].MessageDate, '2026-03-04T00:00:00.000Z');
    });

    test('takes a case back when one of its entries fails, and tells the line of the entry', async () => {
        const target = new MemoryTarget();
        const summary = await loadThreads(
            threads('1,a,,,,comment,,,fine', '1,,,,,email_in,,,refuse', '2,b,,,,comment,,,fine'),
            target
        );
        assert.deepEqual(
            summary.problems.map(({ line, caseId }) => [line, caseId]),
            [[3, '1']]
        );
        assert.deepEqual([summary.cases, summary.entries], [1, 1]);
        assert.deepEqual(
            target.all('Case').map(({ Subject }) => Subject),
            ['b']
        );
        assert.equal(target.all('CaseComment').length, 1);
    });

    test('reports a case, or its account, that the org refuses', async () => {
        const target = new MemoryTarget();
        const summary = await loadThreads(threads('1,refuse,,,,,,,x', '2,b,,,refuse Ltd,,,,x', '3,c,,,,,,,x'), target);
        assert.deepEqual(summary.problems.map(({ line }) => line).sort(), [2, 3]);
        assert.match(summary.problems[0].reason, /account could not be made/);
        assert.equal(summary.cases, 1);
    });

    test('leaves no half case behind when the org stops answering', async () => {
        const target = new MemoryTarget();
        await assert.rejects(
            loadThreads(threads('1,a,,,,comment,,,fine', '2,b,,,,email_in,,,disconnect'), target),
            /does not answer/
        );
        assert.equal(target.records.size, 0);
    });

    test('sends at most 200 records at once', async () => {
        const target = new MemoryTarget();
        const rows = Array.from({ length: 450 }, (_, at) => [
            `${at},Case ${at},,,,comment,,,one`,
            `${at},,,,,comment,,,two`
        ]).flat();
        const summary = await loadThreads(threads(...rows), target);
        assert.deepEqual([summary.cases, summary.entries, target.largest], [450, 900, 200]);
    });
});

describe('the command', () => {
    test('understands its options and explains itself', () => {
        assert.deepEqual(readImportOptions(['a.csv']), {
            file: 'a.csv',
            dryRun: false,
            persona: 'admin',
            targetOrg: null
        });
        assert.equal(readImportOptions(['a.csv', '--target-org', 'dev']).targetOrg, 'dev');
        for (const args of [[], ['a.csv', 'b.csv'], ['a.csv', '--fast']]) {
            assert.throws(() => readImportOptions(args), /Usage: npm run import/);
        }
        assert.throws(() => readImportOptions(['a.csv', '--as', 'agent', '--target-org', 'dev']), /--as/);
    });

    test('ends with one line of numbers', () => {
        const file = { threads: [], problems: [], unknownColumns: [], rowCount: 1200 };
        const problems = [
            { line: 9, caseId: 'A', reason: 'bad' },
            { line: 3, caseId: null, reason: 'worse' }
        ];
        const line = summaryLine(file, { cases: 1, entries: 0 }, problems, 'loaded into X');
        assert.equal(line, '1,200 rows read: 1 case with 0 entries loaded into X; 2 bad rows, 1 case left out.');
        assert.deepEqual(problemLines(problems), ['line 3: worse', 'line 9, case A: bad']);
        assert.equal(
            problemLines(Array.from({ length: 60 }, (_, at) => ({ line: at, caseId: null, reason: 'bad' }))).length,
            51
        );
    });
});
