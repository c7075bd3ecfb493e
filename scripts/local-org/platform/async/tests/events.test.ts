import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { FixtureProject } from '../../../org/tests/fixture.ts';

const NAMESPACE = 'xmlns="http://soap.sforce.com/2006/04/metadata"';

function read(name: string): string {
    return readFileSync(path.join(import.meta.dirname, 'fixture', name), 'utf8');
}

/** The metadata of a platform event with one required text. */
function eventMetadata(name: string, publishBehavior: string): Record<string, string> {
    const folder = `force-app/main/default/objects/${name}__e`;
    const object = `<label>${name}</label><pluralLabel>${name}</pluralLabel><publishBehavior>${publishBehavior}</publishBehavior>`;
    const field =
        '<fullName>Text__c</fullName><label>Text</label><type>Text</type><length>80</length><required>true</required>';
    return {
        [`${folder}/${name}__e.object-meta.xml`]: `<CustomObject ${NAMESPACE}><eventType>HighVolume</eventType>${object}</CustomObject>`,
        [`${folder}/fields/Text__c.field-meta.xml`]: `<CustomField ${NAMESPACE}>${field}</CustomField>`
    };
}

/** Every assertion in the Apex holds on the platform. */
test('platform events reach their triggers', () => {
    const project = new FixtureProject({
        ...eventMetadata('Later', 'PublishAfterCommit'),
        ...eventMetadata('Now', 'PublishImmediately'),
        EventsTest: read('EventsTest.cls')
    });
    for (const name of ['LaterTrigger', 'NowTrigger']) project.addTrigger(name, read(`${name}.trigger`));
    const failures = project.test().filter((line) => !line.endsWith(': Pass'));
    project.remove();
    assert.deepEqual(failures, []);
});

const CONFIGURATION = `<PlatformEventSubscriberConfig ${NAMESPACE}><batchSize>2</batchSize><masterLabel>Who</masterLabel>
    <platformEventConsumer>WhoConfiguredTrigger</platformEventConsumer><user>agent@tandem.example</user></PlatformEventSubscriberConfig>`;

test('triggers of events run as Automated Process or as the configured user', () => {
    const project = new FixtureProject({
        ...eventMetadata('Who', 'PublishAfterCommit'),
        'force-app/main/default/platformEventSubscriberConfigs/Who.platformEventSubscriberConfig-meta.xml':
            CONFIGURATION,
        Running: read('Running.cls'),
        EventUsersTest: read('EventUsersTest.cls')
    });
    for (const name of ['WhoTrigger', 'WhoConfiguredTrigger']) project.addTrigger(name, read(`${name}.trigger`));
    const failures = project.test().filter((line) => !line.endsWith(': Pass'));
    project.remove();
    assert.deepEqual(failures, []);
});

test('outside of tests, what an event starts runs as Automated Process, too', () => {
    const project = new FixtureProject({ ...eventMetadata('Who', 'PublishAfterCommit'), Running: read('Running.cls') });
    project.addTrigger('WhoTrigger', read('WhoTrigger.trigger'));
    const org = project.open();
    assert.ok(org.executeAnonymous('agent', "EventBus.publish(new Who__e(Text__c = 'enqueue'));").success);
    org.drainAsync();
    const source =
        'for (Contact c : [SELECT LastName, CreatedBy.Name FROM Contact]) System.debug(c.LastName + c.CreatedBy.Name);';
    const { log } = org.executeAnonymous('admin', source);
    org.close();
    project.remove();
    assert.match(log, /triggerAutomated Process/);
    assert.match(log, /jobAutomated Process/);
});

test('a configuration that names nobody is told', () => {
    const project = new FixtureProject({
        ...eventMetadata('Who', 'PublishAfterCommit'),
        'force-app/main/default/platformEventSubscriberConfigs/Who.platformEventSubscriberConfig-meta.xml':
            CONFIGURATION.replace('agent@tandem.example', 'nobody@tandem.example'),
        Running: read('Running.cls'),
        EventUsersTest: read('EventUsersTest.cls')
    });
    project.addTrigger('WhoConfiguredTrigger', read('WhoConfiguredTrigger.trigger'));
    const [first] = project.test();
    project.remove();
    assert.match(first, /PlatformEventSubscriberConfig Who names the user nobody@tandem.example: there is none/);
});

test('events published at once survive a transaction that fails, the others do not', () => {
    const project = new FixtureProject({
        ...eventMetadata('Later', 'PublishAfterCommit'),
        ...eventMetadata('Now', 'PublishImmediately')
    });
    for (const name of ['LaterTrigger', 'NowTrigger']) project.addTrigger(name, read(`${name}.trigger`));
    const org = project.open();
    const source =
        "EventBus.publish(new Later__e(Text__c = 'later')); EventBus.publish(new Now__e(Text__c = 'now')); Integer broken = 1 / 0;";
    assert.equal(org.executeAnonymous('admin', source).success, false);
    org.drainAsync();
    const counted = org.executeAnonymous('admin', 'for (Account a : [SELECT Name FROM Account]) System.debug(a.Name);');
    org.close();
    project.remove();
    assert.match(counted.log, /now 0/);
    assert.doesNotMatch(counted.log, /later/);
});
