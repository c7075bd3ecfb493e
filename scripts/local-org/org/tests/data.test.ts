import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { FixtureProject } from './fixture.ts';

const projects: FixtureProject[] = [];
after(() => projects.forEach((project) => project.remove()));

/** Runs one Apex test method with these statements and gives how it ended. */
function runTest(
    statements: string,
    members = '',
    sources: Record<string, string> = {},
    triggers: Record<string, string> = {}
): string[] {
    const source = `@IsTest private class ATest { ${members} @IsTest static void it() { ${statements} } }`;
    const project = new FixtureProject({ ATest: source, ...sources });
    projects.push(project);
    for (const [name, text] of Object.entries(triggers)) project.addTrigger(name, text);
    return project.test();
}

const passed = ['ATest.it: Pass'];

describe('queries and DML in Apex', () => {
    test('insert, query with binds, relationships up and down', () => {
        const code = `Account a = new Account(Name = 'Acme'); insert a;
            insert new List<Contact>{ new Contact(LastName = 'One', AccountId = a.Id), new Contact(LastName = 'Two', AccountId = a.Id) };
            Set<Id> ids = new Set<Id>{ a.Id };
            Account found = [SELECT Name, (SELECT LastName FROM Contacts ORDER BY LastName) FROM Account WHERE Id IN :ids];
            Assert.areEqual(2, found.Contacts.size()); Assert.areEqual('One', found.Contacts[0].LastName);
            Contact c = [SELECT Account.Name FROM Contact WHERE LastName = :'T' + 'wo' LIMIT 1];
            Assert.areEqual('Acme', c.Account.Name); Assert.areEqual(2, [SELECT COUNT() FROM Contact]);
            Assert.areEqual('Acme', [SELECT Name FROM Account LIMIT 1].Name);`;
        assert.deepEqual(runTest(code), passed);
    });

    test('aggregates, and rows in loops', () => {
        const code = `insert new List<Account>{ new Account(Name = 'A', NumberOfEmployees = 3), new Account(Name = 'B', NumberOfEmployees = 4) };
            Integer n = 0; for (Account a : [SELECT NumberOfEmployees FROM Account]) n += a.NumberOfEmployees; Assert.areEqual(7, n);
            for (List<Account> some : [SELECT Id FROM Account]) n += some.size(); Assert.areEqual(9, n);
            AggregateResult r = [SELECT SUM(NumberOfEmployees) total FROM Account]; Assert.areEqual(7, Integer.valueOf(r.get('total')));`;
        assert.deepEqual(runTest(code), passed);
    });

    test('no row for a record, and a field that was not queried', () => {
        const code = `try { Account a = [SELECT Id FROM Account WHERE Name = 'none']; Assert.fail('no'); } catch (QueryException e) { Assert.areEqual('List has no rows for assignment to SObject', e.getMessage()); }
            insert new Account(Name = 'A'); Account b = [SELECT Id FROM Account];
            try { String s = b.Name; Assert.fail('no'); } catch (SObjectException e) { Assert.isTrue(e.getMessage().contains('Account.Name')); }`;
        assert.deepEqual(runTest(code), passed);
    });

    test('a required field', () => {
        const code = `try { insert new Contact(); Assert.fail('no'); } catch (DmlException e) { Assert.areEqual(StatusCode.REQUIRED_FIELD_MISSING, e.getDmlType(0)); }`;
        assert.deepEqual(runTest(code), passed);
    });
});

describe('triggers', () => {
    const trigger = {
        AccountTrigger: `trigger AccountTrigger on Account (before insert, after update) {
            if (Trigger.isBefore) { for (Account a : Trigger.new) { a.Description = 'seen'; if (a.Name == 'bad') a.Name.addError('no'); } }
            else { for (Account a : Trigger.new) { if (Trigger.oldMap.get(a.Id).Name != a.Name) Counter.changes++; } }
        }`
    };
    const counter = { Counter: 'public class Counter { public static Integer changes = 0; }' };

    test('change records before they are saved, and see the old ones after', () => {
        const code = `Account a = new Account(Name = 'x'); insert a; a.Name = 'y'; update a;
            Assert.areEqual('seen', [SELECT Description FROM Account].Description); Assert.areEqual(1, Counter.changes);`;
        assert.deepEqual(runTest(code, '', counter, trigger), passed);
    });

    test('addError refuses a record', () => {
        const code = `Database.SaveResult r = Database.insert(new Account(Name = 'bad'), false); Assert.isFalse(r.isSuccess()); Assert.areEqual('no', r.getErrors()[0].getMessage());`;
        assert.deepEqual(runTest(code, '', counter, trigger), passed);
    });
});

describe('tests', () => {
    test('each method sees its own copy of the setup and fresh statics', () => {
        const project = new FixtureProject({
            BTest: `@IsTest private class BTest { static Integer n = 0;
                @TestSetup static void setup() { insert new Account(Name = 'A'); n = 9; }
                static void check() { n++; Assert.areEqual(1, n); Assert.areEqual(1, [SELECT COUNT() FROM Account]); delete [SELECT Id FROM Account]; }
                @IsTest static void one() { check(); } @IsTest static void two() { check(); } }`
        });
        projects.push(project);
        assert.deepEqual(project.test(), ['BTest.one: Pass', 'BTest.two: Pass']);
    });

    test('stopTest runs queueables, futures and batches', () => {
        const sources = {
            Job: "public class Job implements Queueable { public void execute(QueueableContext c) { insert new Account(Name = 'q'); } }",
            Later: 'public class Later { @future public static void run(String name) { insert new Account(Name = name); } }',
            Many: `public class Many implements Database.Batchable<SObject> { public Database.QueryLocator start(Database.BatchableContext c) { return Database.getQueryLocator('SELECT Id FROM Contact'); }
                public void execute(Database.BatchableContext c, List<Contact> rows) { for (Contact r : rows) r.FirstName = 'b'; update rows; } public void finish(Database.BatchableContext c) {} }`
        };
        const code = `insert new Contact(LastName = 'C'); Test.startTest(); System.enqueueJob(new Job()); Later.run('f'); Database.executeBatch(new Many()); Test.stopTest();
            Assert.areEqual(2, [SELECT COUNT() FROM Account]); Assert.areEqual('b', [SELECT FirstName FROM Contact].FirstName);`;
        assert.deepEqual(runTest(code, '', sources), passed);
    });

    test('runAs changes the user and user mode is enforced', () => {
        const code = `User agent = [SELECT Id FROM User WHERE Username = 'agent@tandem.example']; System.runAs(agent) { Assert.areEqual(agent.Id, UserInfo.getUserId()); } Assert.areNotEqual(agent.Id, UserInfo.getUserId());`;
        assert.deepEqual(runTest(code), passed);
    });

    test('a failure says where', () => {
        const [result] = runTest("\nAssert.areEqual(1, 2, 'off');");
        assert.equal(result, 'ATest.it: System.AssertException: Assertion Failed: off: Expected: 1, Actual: 2');
    });
});
