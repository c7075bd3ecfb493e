import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, beforeEach, describe, test } from 'node:test';
import { LocalOrg } from '../../org.ts';
import { FixtureProject } from './fixture.ts';

const NAMESPACE = 'xmlns="http://soap.sforce.com/2006/04/metadata"';

const METADATA = (url: string): Record<string, string> => ({
    'force-app/main/default/remoteSiteSettings/Model.remoteSite-meta.xml': `<?xml version="1.0" encoding="UTF-8"?><RemoteSiteSetting ${NAMESPACE}><isActive>true</isActive><url>${url}</url></RemoteSiteSetting>`,
    'force-app/main/default/cachePartitions/Kept.cachePartition-meta.xml': `<?xml version="1.0" encoding="UTF-8"?><PlatformCachePartition ${NAMESPACE}><isDefaultPartition>true</isDefaultPartition><masterLabel>Kept</masterLabel><platformCachePartitionTypes><allocatedCapacity>5</allocatedCapacity><allocatedPurchasedCapacity>0</allocatedPurchasedCapacity><allocatedTrialCapacity>0</allocatedTrialCapacity><cacheType>Organization</cacheType></platformCachePartitionTypes></PlatformCachePartition>`,
    'force-app/main/default/objects/Told__e/Told__e.object-meta.xml': `<?xml version="1.0" encoding="UTF-8"?><CustomObject ${NAMESPACE}><deploymentStatus>Deployed</deploymentStatus><eventType>HighVolume</eventType><label>Told</label><pluralLabel>Told</pluralLabel><publishBehavior>PublishImmediately</publishBehavior></CustomObject>`,
    'force-app/main/default/objects/Tone__c/Tone__c.object-meta.xml': `<?xml version="1.0" encoding="UTF-8"?><CustomObject ${NAMESPACE}><customSettingsType>Hierarchy</customSettingsType><label>Tone</label><visibility>Public</visibility></CustomObject>`,
    'force-app/main/default/objects/Tone__c/fields/Word__c.field-meta.xml': `<?xml version="1.0" encoding="UTF-8"?><CustomField ${NAMESPACE}><fullName>Word__c</fullName><label>Word</label><length>80</length><type>Text</type></CustomField>`
});

const APEX = (url: string): Record<string, string> => ({
    Model: `public class Model {
        public static Integer uses = 0;
        public static String ask(String body) {
            uses++;
            HttpRequest request = new HttpRequest();
            request.setEndpoint('${url}/ask');
            request.setMethod('POST');
            request.setBody(body);
            return new Http().send(request).getBody();
        }
    }`
});

/** Answers when the test lets it, with what it was sent. */
class HeldModel {
    readonly server: Server;
    bodies: string[] = [];
    /** Runs before each answer. */
    meanwhile: () => void = () => undefined;

    constructor() {
        this.server = createServer((request, response) => {
            let body = '';
            request.on('data', (chunk: Buffer) => (body += chunk.toString()));
            request.on('end', () => {
                this.bodies.push(body);
                setImmediate(() => {
                    this.meanwhile();
                    response.end(body);
                });
            });
        });
    }

    async listen(): Promise<string> {
        await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
        return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
    }
}

describe('a transaction that runs again after its callout', () => {
    let model: HeldModel;
    let project: FixtureProject;
    let org: LocalOrg;
    let time = Date.UTC(2026, 0, 5, 23, 59, 59);

    before(async () => {
        model = new HeldModel();
        const url = await model.listen();
        project = new FixtureProject({ ...METADATA(url), ...APEX(url) });
        project.addTrigger('Hear', "trigger Hear on Told__e (after insert) { insert new Account(Name = 'heard'); }");
        const { dir: projectDir } = project;
        org = LocalOrg.open({ projectDir, dataFile: ':memory:', quiet: true, cacheSyntax: false, clock: () => time++ });
    });
    beforeEach(() => {
        Object.assign(model, { bodies: [], meanwhile: () => undefined });
        org.executeAnonymous('admin', 'delete [SELECT Id FROM Account];');
    });
    after(() => {
        org.close();
        model.server.close();
        project.remove();
    });

    const run = (source: string) => org.executeAnonymousAsync('admin', source);
    const debugged = async (source: string): Promise<string[]> => {
        const { exceptionMessage, compileProblem, log } = await run(source);
        assert.equal(exceptionMessage ?? compileProblem, null);
        return log.split('\n').map((line) => line.replace('DEBUG|', ''));
    };
    const names = (): unknown[] => {
        const access = { userId: '', mode: 'system', sharing: false } as const;
        return org.data
            .query('SELECT Name FROM Account ORDER BY Name', () => null, access)
            .map(({ fields }) => fields.get('Name'));
    };

    for (const [what, expression] of Object.entries({
        'Crypto.getRandomInteger': 'String.valueOf(Crypto.getRandomInteger())',
        'Crypto.getRandomLong': 'String.valueOf(Crypto.getRandomLong())',
        'Math.random': 'String.valueOf(Math.random())',
        'UUID.randomUUID': 'UUID.randomUUID().toString()',
        'Crypto.generateAesKey': 'EncodingUtil.base64Encode(Crypto.generateAesKey(256))',
        'Crypto.encryptWithManagedIV':
            "EncodingUtil.base64Encode(Crypto.encryptWithManagedIV('AES128', Blob.valueOf('0123456789abcdef'), Blob.valueOf('x')))",
        'System.now': 'String.valueOf(System.now().getTime())',
        'System.today': 'String.valueOf(System.today())',
        'Limits.getCpuTime': 'String.valueOf(Limits.getCpuTime())',
        'Request.getRequestId': 'System.Request.getCurrent().getRequestId()'
    }))
        test(`has the same ${what}`, async () => {
            const [same] = await debugged(
                `String value = ${expression}; String answer = Model.ask(value); System.debug(answer == value);`
            );
            assert.deepEqual([same, model.bodies.length], ['true', 1]);
        });

    test('has other random values after the callout, and a clock that went on', async () => {
        const source = `UUID one = UUID.randomUUID(); Long before = System.now().getTime(); Model.ask('x');
            System.debug(one != UUID.randomUUID()); System.debug(System.now().getTime() > before);`;
        model.meanwhile = () => (time += 60_000);
        assert.deepEqual(await debugged(source), ['true', 'true']);
    });

    test('has the same values over several callouts', async () => {
        const source = `String a = UUID.randomUUID().toString(); Model.ask(a); String b = UUID.randomUUID().toString();
            Model.ask(a + b); System.debug(Model.ask(b + a) == b + a);`;
        assert.deepEqual(await debugged(source), ['true']);
        assert.equal(model.bodies.length, 3);
    });

    test('sees the rows that it read, though others changed them meanwhile', async () => {
        org.executeAnonymous('admin', "insert new Account(Name = 'old');");
        model.meanwhile = () =>
            void org.executeAnonymous('admin', "update new Account(Id = [SELECT Id FROM Account].Id, Name = 'new');");
        const source = `Account read = [SELECT Name FROM Account]; Integer found = [SELECT COUNT() FROM Account WHERE Name = 'old'];
            Model.ask(read.Name + found); System.debug(read.Name + [SELECT Name FROM Account].Name + read.isClone());`;
        assert.deepEqual(await debugged(source), ['oldnewfalse']);
        assert.deepEqual(model.bodies, ['old1']);
    });

    test('reads the custom setting that it read', async () => {
        org.executeAnonymous(
            'admin',
            "insert new Tone__c(SetupOwnerId = UserInfo.getOrganizationId(), Word__c = 'old');"
        );
        model.meanwhile = () =>
            void org.executeAnonymous(
                'admin',
                "Tone__c tone = Tone__c.getOrgDefaults(); tone.Word__c = 'new'; update tone;"
            );
        const source =
            'System.debug(Model.ask(Tone__c.getInstance().Word__c)); System.debug(Tone__c.getInstance().Word__c);';
        assert.deepEqual(await debugged(source), ['old', 'new']);
    });

    test('gives records that it took back the same ids, which nobody else gets meanwhile', async () => {
        model.meanwhile = () => void org.executeAnonymous('admin', "insert new Account(Name = 'other');");
        const source = `Savepoint start = Database.setSavepoint(); Account made = new Account(Name = 'made'); insert made;
            Id first = made.Id; Database.rollback(start); Database.releaseSavepoint(start);
            System.debug(Model.ask(first) == first); System.debug([SELECT Id FROM Account].Id != first);`;
        assert.deepEqual(await debugged(source), ['true', 'true']);
    });

    test('changes the cache once, and reads what it read', async () => {
        const source = `Integer count = (Integer) Cache.Org.get('count'); Cache.Org.put('count', (count == null ? 0 : count) + 1);
            Model.ask('x'); System.debug(Cache.Org.get('count')); System.debug(count);`;
        model.meanwhile = () => void org.executeAnonymous('admin', "Cache.Org.put('other', 7);");
        assert.deepEqual(await debugged(source), ['1', 'null']);
        assert.deepEqual(
            await debugged("System.debug(Cache.Org.get('count')); System.debug(Cache.Org.get('other'));"),
            ['1', '7']
        );
    });

    test('sends mail once', async () => {
        const source = `Messaging.SingleEmailMessage mail = new Messaging.SingleEmailMessage();
            mail.setToAddresses(new List<String>{ 'a@example.com' }); mail.setPlainTextBody('x');
            Messaging.sendEmail(new List<Messaging.SingleEmailMessage>{ mail }); System.debug(Model.ask('x'));`;
        assert.deepEqual(await debugged(source), ['x']);
        assert.equal((org.services.storage.get('sentEmails') as unknown[]).length, 1);
    });

    test('publishes an immediate event once, and its trigger need not wait for the callout', async () => {
        let heard: unknown[] = [];
        model.meanwhile = () => void (heard = names());
        await debugged("System.debug(EventBus.publish(new Told__e()).isSuccess()); Model.ask('x');");
        await org.runJobs();
        assert.deepEqual([heard, names()], [['heard'], ['heard']]);
    });

    test('writes its log once and starts with fresh static variables and limits', async () => {
        const source = `System.debug('begin'); Integer found = [SELECT COUNT() FROM Account]; Model.ask('x');
            System.debug(Model.uses + ' ' + Limits.getQueries() + ' ' + Limits.getCallouts());`;
        const used: number[] = [];
        org.transactions.onFinished = ({ limits }) => used.push(limits.Queries);
        assert.deepEqual(await debugged(source), ['begin', '1 1 1']);
        org.transactions.onFinished = null;
        assert.deepEqual(used, [1]);
    });

    test('is stopped when it would send another request, and the answer is not used', async () => {
        const source = `String answer = Model.ask(Odd.value()); insert new Account(Name = answer);`;
        const file = project.addSource('Odd', "public class Odd { public static String value() { return 'first'; } }");
        assert.deepEqual(org.reload([file]).errors, []);
        model.meanwhile = () => {
            project.addSource('Odd', "public class Odd { public static String value() { return 'second'; } }");
            assert.deepEqual(org.reload([file]).errors, []);
        };
        const result = await run(source);
        assert.equal(result.success, false);
        assert.match(
            result.exceptionMessage ?? '',
            /ran differently when it went on: at first it sent .*\/ask, Method=POST\], then one with another body\./
        );
        assert.deepEqual([names(), model.bodies], [[], ['first']]);
    });

    test('is stopped when it would send nothing any more, and nothing of it stays', async () => {
        const file = project.addSource('Odd', "public class Odd { public static void go() { Model.ask('x'); } }");
        assert.deepEqual(org.reload([file]).errors, []);
        model.meanwhile = () => {
            project.addSource('Odd', 'public class Odd { public static void go() {} }');
            assert.deepEqual(org.reload([file]).errors, []);
        };
        const { exceptionMessage } = await run("Odd.go(); insert new Account(Name = 'lost');");
        assert.match(exceptionMessage ?? '', /at first it made a callout, then it ended without it/);
        assert.deepEqual(names(), []);
    });

    test('does not do in a finally what belongs behind the callout', async () => {
        const source = `try { Model.ask('x'); } finally { Cache.Org.put('behind', Model.uses); EventBus.publish(new Told__e()); }
            System.debug(Cache.Org.get('behind'));`;
        let heard: unknown[] = [];
        model.meanwhile = () => void (heard = names());
        assert.deepEqual(await debugged(source), ['1']);
        await org.runJobs();
        assert.deepEqual([heard, names()], [[], ['heard']]);
    });
});
