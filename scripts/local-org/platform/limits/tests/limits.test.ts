import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FixtureProject } from '../../../org/tests/fixture.ts';

const GREEDY = `
@IsTest
private class GreedyTest {
    @IsTest
    static void queries() {
        try {
            for (Integer i = 0; i < 101; i++) {
                List<Account> found = [SELECT Id FROM Account LIMIT 1];
            }
        } catch (Exception caught) {
            Assert.fail('A governor limit was caught');
        }
    }

    @IsTest
    static void heap() {
        List<String> kept = new List<String>();
        try {
            for (Integer i = 0; i < 5000000; i++) {
                kept.add('text number ' + i + ' of many that are kept');
            }
        } catch (Exception caught) {
            Assert.fail('A governor limit was caught');
        }
    }

    @IsTest
    static void processor() {
        Integer rounds = 0;
        while (rounds >= 0) {
            rounds = Math.mod(rounds + 1, 1000);
        }
    }

    @IsTest
    static void stack() {
        stack();
    }

    @IsTest
    static void frugal() {
        List<String> parts = new List<String>();
        for (Integer i = 0; i < 20000; i++) {
            parts = ('text number ' + i).split(' ');
        }
        Assert.isTrue(Limits.getHeapSize() < Limits.getLimitHeapSize());
        Assert.areEqual(6000000, Limits.getLimitHeapSize());
        Assert.areEqual(100, Limits.getLimitQueries());
    }
}`;

/** Execution Governors and Limits, Apex Developer Guide: a limit ends the transaction, and no code can catch it. */
test('limits end a transaction and cannot be caught', () => {
    const project = new FixtureProject({ GreedyTest: GREEDY });
    const results = project.test();
    project.remove();
    const outcome = (method: string): string => results.find((line) => line.startsWith(`GreedyTest.${method}: `))!;
    assert.match(outcome('queries'), /System.LimitException: Too many SOQL queries: 101/);
    assert.match(outcome('heap'), /System.LimitException: Apex heap size too large: \d+/);
    assert.match(outcome('processor'), /System.LimitException: Apex CPU time limit exceeded/);
    assert.match(outcome('stack'), /System.LimitException: Maximum stack depth reached/);
    assert.match(outcome('frugal'), /: Pass$/);
});

const WATCHED = `
public class Watched implements Queueable, Finalizer {
    public void execute(QueueableContext context) {
        System.attachFinalizer(this);
        for (Integer i = 0; i < 201; i++) {
            List<Account> found = [SELECT Id FROM Account LIMIT 1];
        }
    }

    public void execute(FinalizerContext context) {
        insert new Account(Name = context.getResult() + ' ' + context.getException().getTypeName());
    }
}`;

/** apex_transaction_finalizers.htm: also a limit that no code can catch is told to the finalizer. */
test('a finalizer learns of a limit', () => {
    const project = new FixtureProject({ Watched: WATCHED });
    const org = project.open();
    assert.equal(org.executeAnonymous('admin', 'System.enqueueJob(new Watched());').success, true);
    org.drainAsync();
    const told = org.executeAnonymous('admin', 'System.debug([SELECT Name FROM Account].Name);');
    org.close();
    project.remove();
    assert.match(told.log, /UNHANDLED_EXCEPTION System.LimitException/);
});
