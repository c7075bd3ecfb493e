import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { LocalOrg } from '../../org.ts';
import { HttpResponseValue } from '../../platform/http/response.ts';
import { ApexBlob } from '../../platform/values/index.ts';
import { FixtureProject } from './fixture.ts';

const CONTROLLER = `public with sharing class Controller {
    public class View {
        @AuraEnabled public String name;
        @AuraEnabled public Decimal price { get; set; }
        @AuraEnabled public List<View> children = new List<View>();
        public String secret = 'hidden';
    }
    @AuraEnabled(cacheable=true)
    public static View view(String name, Decimal price) {
        View made = new View();
        made.name = name;
        made.price = price;
        return made;
    }
    @AuraEnabled
    public static View echo(View given, List<Id> ids, Map<String, Object> extras) {
        given.name += ids.size() + String.valueOf(extras.get('k'));
        return given;
    }
    @AuraEnabled
    public static Account record(Account given) {
        insert given;
        return [SELECT Name, CreatedDate, Owner.Name FROM Account WHERE Id = :given.Id];
    }
    @AuraEnabled
    public static void fail(String kind) {
        if (kind == 'handled') {
            throw new AuraHandledException('Plain words');
        }
        insert new Account(Name = 'lost');
        String s;
        s.trim();
    }
    @AuraEnabled(continuation=true)
    public static Object ask() {
        Continuation waiting = new Continuation(40);
        waiting.continuationMethod = 'answered';
        waiting.state = 'state';
        HttpRequest request = new HttpRequest();
        request.setEndpoint('callout:Nowhere/x');
        waiting.addHttpRequest(request);
        return waiting;
    }
    @AuraEnabled
    public static Object answered(List<String> labels, Object state) {
        return state + ':' + Continuation.getResponse(labels[0]).getBody();
    }
    @AuraEnabled(cacheable=true)
    public static void changing() { insert new Account(Name = 'c'); }
    public static Integer unseen() { return 1; }
}`;

describe('calls from components', () => {
    let project: FixtureProject;
    let org: LocalOrg;
    before(() => {
        project = new FixtureProject({ Controller: CONTROLLER });
        org = project.open();
    });
    after(() => {
        org.close();
        project.remove();
    });

    const value = (method: string, parameters: Record<string, unknown> = {}): unknown => {
        const result = org.callAura('admin', `Controller.${method}`, parameters);
        assert.ok('value' in result);
        return result.value;
    };

    test('only @AuraEnabled members go out, and cacheable is known', () => {
        const result = org.callAura('admin', 'Controller.view', { name: 'n', price: 1.5 });
        assert.deepEqual(result, { value: { name: 'n', price: 1.5, children: [] }, cacheable: true });
    });

    test('parameters become the declared types', () => {
        const given = { name: 'x', children: [{ name: 'c' }] };
        const result = value('echo', { given, ids: ['001000000000001AAA'], extras: { k: 2 } }) as Record<
            string,
            unknown
        >;
        assert.equal(result.name, 'x12');
        assert.deepEqual((result.children as { name: string }[])[0].name, 'c');
    });

    test('records go in and out with relationships and ISO dates', () => {
        const result = value('record', { given: { Name: 'Acme' } }) as Record<string, unknown>;
        assert.equal(result.Name, 'Acme');
        assert.match(String(result.CreatedDate), /^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
        assert.ok((result.Owner as { Name: string }).Name);
    });

    test('a handled exception keeps its words', () => {
        assert.throws(() => value('fail', { kind: 'handled' }), {
            message: 'Plain words',
            exceptionType: 'System.AuraHandledException'
        });
    });

    test('any other exception has its stack trace, and its work is undone', () => {
        assert.throws(() => value('fail'), {
            exceptionType: 'System.NullPointerException',
            stackTrace: 'Class.Controller.fail: line 32, column 1'
        });
        assert.equal(
            org.data.countQuery("SELECT COUNT() FROM Account WHERE Name = 'lost'", () => null, {
                userId: '',
                mode: 'system',
                sharing: false
            }),
            0
        );
    });

    test('methods without @AuraEnabled cannot be called', () => {
        assert.throws(() => value('unseen'), /no @AuraEnabled method/);
    });

    test('a cacheable method may not change data', () => {
        assert.throws(() => value('changing'), /Too many DML statements: 1/);
    });

    test('a continuation goes on with its responses', () => {
        const result = org.callAura('admin', 'Controller.ask', {});
        assert.ok('continuation' in result);
        assert.equal(result.continuation.requests[0].endpoint, 'callout:Nowhere/x');
        const response = new HttpResponseValue();
        response.body = ApexBlob.ofText('hello');
        assert.equal(org.completeContinuation('admin', result.continuation, [response]), 'state:hello');
    });
});

describe('anonymous Apex and reloading', () => {
    test('runs, logs, commits; reports errors with their line', () => {
        const project = new FixtureProject({
            Words: "public class Words { public static String one() { return 'old'; } }"
        });
        const org = project.open();
        assert.deepEqual(
            org.executeAnonymous(
                'admin',
                "insert new Account(Name = 'A');\nSystem.debug([SELECT COUNT() FROM Account] + Words.one());"
            ).log,
            'DEBUG|1old'
        );
        const failed = org.executeAnonymous('admin', 'Integer i = 1;\nString s;\ns.trim();');
        assert.equal(failed.line, 3);
        assert.equal(failed.exceptionMessage, 'System.NullPointerException: Attempt to de-reference a null object');
        const broken = org.executeAnonymous('admin', 'Integer i = 1;\nfoo();');
        assert.equal(broken.compiled, false);
        assert.equal(broken.line, 2);

        const file = project.addSource('Words', "public class Words { public static String one() { return 'new'; } }");
        assert.deepEqual(org.reload([file]).errors, []);
        assert.equal(org.executeAnonymous('admin', 'System.debug(Words.one());').log, 'DEBUG|new');
        project.addSource('Words', 'public class Words { public static String one() { return 1; } }');
        assert.match(org.reload([file]).errors[0].message, /Illegal conversion from Integer to String/);
        assert.equal(org.executeAnonymous('admin', 'System.debug(Words.one());').log, 'DEBUG|new');
        org.close();
        project.remove();
    });

    test('methods and classes of the block itself', () => {
        const project = new FixtureProject({});
        const org = project.open();
        const source =
            'Integer twice(Integer n) { return n * 2; }\nclass Pair { Integer a = 4; }\nSystem.debug(twice(new Pair().a));';
        assert.equal(org.executeAnonymous('admin', source).log, 'DEBUG|8');
        const failing = 'void fail() {\n    String s;\n    s.trim();\n}\nfail();';
        const trace = 'Class.AnonymousBlock.fail: line 3, column 1\nAnonymousBlock: line 5, column 1';
        assert.equal(org.executeAnonymous('admin', failing).exceptionStackTrace, trace);
        org.close();
        project.remove();
    });
});
