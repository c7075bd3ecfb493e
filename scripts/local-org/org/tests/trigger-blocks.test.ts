import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FixtureProject } from './fixture.ts';

const TEST_CLASS = `@IsTest private class BlocksTest {
    @IsTest static void runsTwice() {
        insert new Contact(LastName = 'a');
        insert new Contact(LastName = 'b');
        Assert.areEqual(2, [SELECT COUNT() FROM Task]);
    }
}`;

function resultsWith(trigger: string): string[] {
    const project = new FixtureProject({ BlocksTest: TEST_CLASS });
    project.addTrigger('ContactTrigger', trigger);
    const results = project.test();
    project.remove();
    return results;
}

test('variables of a trigger are fresh for each run', () => {
    const results = resultsWith(`trigger ContactTrigger on Contact (after insert) {
        List<Task> made = new List<Task>();
        for (Contact each : Trigger.new) made.add(new Task(Subject = each.LastName));
        insert made;
    }`);
    assert.deepEqual(results, ['BlocksTest.runsTwice: Pass']);
});

test('so are those that a method of the trigger uses', () => {
    const results = resultsWith(`trigger ContactTrigger on Contact (after insert) {
        List<Task> made = new List<Task>();
        void add(Contact each) { made.add(new Task(Subject = each.LastName)); }
        for (Contact each : Trigger.new) add(each);
        insert made;
    }`);
    assert.deepEqual(results, ['BlocksTest.runsTwice: Pass']);
});

test('variables of a trigger are set in the order of its statements', () => {
    const results = resultsWith(`trigger ContactTrigger on Contact (after insert) {
        insert new Task(Subject = Trigger.new[0].LastName);
        Integer saved = [SELECT COUNT() FROM Task];
        if (saved == 0) throw new IllegalArgumentException('The task is not there yet');
    }`);
    assert.deepEqual(results, ['BlocksTest.runsTwice: Pass']);
});
