import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A generated project: where it is and how many lines of Apex its service classes have. */
export interface BenchProject {
    dir: string;
    lines: number;
}

const CLASSES = 'force-app/main/default/classes';
const TESTS_OF_A_CLASS = 50;

/** Writes a project of that many service classes, tests, a trigger and what the data figures call. */
export function writeBenchProject(classes: number, tests: number): BenchProject {
    const dir = mkdtempSync(path.join(tmpdir(), 'bench-local-org-'));
    const write = (file: string, text: string): void => {
        mkdirSync(path.dirname(path.join(dir, file)), { recursive: true });
        writeFileSync(path.join(dir, file), text);
    };
    write(
        'sfdx-project.json',
        '{"packageDirectories":[{"path":"force-app","default":true}],"sourceApiVersion":"62.0"}'
    );
    const sources = [...Array(classes).keys()].map(serviceClass);
    sources.forEach((source, index) => write(`${CLASSES}/Service${index}.cls`, source));
    for (let index = 0; index < tests / TESTS_OF_A_CLASS; index++)
        write(`${CLASSES}/Small${index}Test.cls`, testClass(index));
    write(`${CLASSES}/Bench.cls`, BENCH);
    write('force-app/main/default/triggers/AccountBench.trigger', TRIGGER);
    return { dir, lines: sources.reduce((sum, source) => sum + source.split('\n').length, 0) };
}

function serviceClass(index: number): string {
    const methods = [...Array(6).keys()].map((method) => serviceMethod(index, method)).join('\n');
    return `/** Generated. */
public with sharing class Service${index} {
    public class ServiceException extends Exception {}
    private static final Map<String, Integer> COUNTS = new Map<String, Integer>();
    public String name { get; private set; }
    public Service${index}(String name) {
        this.name = name;
    }
${methods}
}
`;
}

function serviceMethod(index: number, method: number): string {
    return `    public List<Account> step${method}(List<Account> accounts, Integer limitTo) {
        List<Account> changed = new List<Account>();
        for (Account record : accounts) {
            if (record.Name == null || changed.size() >= limitTo) {
                continue;
            }
            record.Description = String.format('{0} of {1}', new List<Object>{ record.Name, name });
            Integer count = COUNTS.get(record.Name) ?? 0;
            COUNTS.put(record.Name, count + ${index + method});
            changed.add(record);
        }
        try {
            if (changed.isEmpty()) {
                throw new ServiceException('Nothing changed');
            }
        } catch (ServiceException error) {
            return [SELECT Id, Name FROM Account WHERE Name = :name LIMIT :limitTo];
        }
        return changed;
    }`;
}

function testClass(index: number): string {
    const tests = [...Array(TESTS_OF_A_CLASS).keys()].map(
        (test) => `    @IsTest
    static void test${test}() {
        Account record = new Account(Name = 'Test ${test}');
        insert record;
        List<Account> changed = new Service${index}('s').step0(new List<Account>{ record }, 5);
        Assert.areEqual('Test ${test} of s', changed[0].Description);
        Assert.areEqual(1, [SELECT COUNT() FROM Account WHERE Id = :record.Id]);
    }`
    );
    return `@IsTest\nprivate class Small${index}Test {\n${tests.join('\n')}\n}\n`;
}

const BENCH = `public class Bench {
    public static void insertAccounts(Integer count) {
        List<Account> records = new List<Account>();
        for (Integer index = 0; index < count; index++) {
            records.add(new Account(Name = 'Account ' + index, Industry = 'Banking'));
        }
        insert records;
    }
    public static void insertContacts(Integer count) {
        List<Contact> records = new List<Contact>();
        for (Integer index = 0; index < count; index++) {
            records.add(new Contact(LastName = 'Contact ' + index, LeadSource = Math.mod(index, 2) == 0 ? 'Web' : 'Other'));
        }
        insert records;
    }
    public static void aggregate() {
        List<AggregateResult> rows = [SELECT LeadSource, COUNT(Id) total, MAX(CreatedDate) FROM Contact GROUP BY LeadSource];
        if (rows.size() != 2) {
            throw new IllegalArgumentException('Unexpected groups: ' + rows.size());
        }
    }
}
`;

const TRIGGER = `trigger AccountBench on Account (before insert, after insert) {
    for (Account record : Trigger.new) {
        if (Trigger.isBefore) {
            record.Description = record.Name.toUpperCase();
        }
    }
}
`;
