import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { apexTypes } from '../apex-types.ts';
import { NOT_FOLLOWED } from '../finding.ts';
import { graphEngine } from '../graph-engine.ts';
import { pmd } from '../pmd.ts';
import { apexClass, findIn, places, withoutJava, xml } from './plant.ts';

const skip = withoutJava();

function method(body: string): string {
    return `public with sharing class Planted {\n    @AuraEnabled\n    public static void run(List<Id> ids, String name) {\n${body}\n    }\n}\n`;
}

describe('the Apex language server', { skip }, () => {
    test('a type that nobody wrote', async () => {
        const found = await findIn(apexTypes, apexClass('Planted', method('        Nowhere missing;')));
        assert.deepEqual(places(found), ['app/classes/Planted.cls:4 Apex Missing']);
    });

    test('a field that a standard object has not, though the project extends the object', async () => {
        const field = xml(
            'CustomField',
            '<fullName>Extra__c</fullName><label>Extra</label><type>Text</type><length>9</length>'
        );
        const body = '        Case row = new Case(Extra__c = name);\n        row.Sujbect = name;';
        const files = {
            ...apexClass('Planted', method(body)),
            'app/objects/Case/fields/Extra__c.field-meta.xml': field
        };
        const [one, ...more] = await findIn(apexTypes, files);
        assert.deepEqual([one.file, one.line, more.length], ['app/classes/Planted.cls', 5, 0]);
        assert.match(one.message, /Unknown field 'Sujbect' on SObject/);
    });
});

describe('PMD', { skip }, () => {
    test('a query that text of a person is put into', async () => {
        const body =
            "        List<Case> found = Database.query('SELECT Id FROM Case WHERE Subject = \\'' + name + '\\'');";
        const found = await findIn(pmd, apexClass('Planted', method(body)));
        assert.ok(places(found).includes('app/classes/Planted.cls:4 ApexSOQLInjection'));
    });

    test('a mistake, a slow loop, a bad habit and metadata that opens the door', async () => {
        const body =
            '        for (Id one : ids) {\n            List<Case> found = [SELECT Id FROM Case WHERE Id = :one WITH USER_MODE];\n        }\n' +
            '        try {\n            String unused = name;\n        } catch (Exception problem) {\n        }';
        const setting = xml(
            'RemoteSiteSetting',
            '<disableProtocolSecurity>true</disableProtocolSecurity>\n<isActive>true</isActive>\n<url>http://a.example</url>'
        );
        const files = {
            ...apexClass('Planted', method(body)),
            'app/remoteSiteSettings/Planted.remoteSite-meta.xml': setting
        };
        const found = places(await findIn(pmd, files));
        for (const one of [
            'app/classes/Planted.cls:5 OperationWithLimitsInLoop',
            'app/classes/Planted.cls:9 EmptyCatchBlock',
            'app/classes/Planted.cls:8 UnusedLocalVariable',
            'app/remoteSiteSettings/Planted.remoteSite-meta.xml:3 AvoidDisableProtocolSecurityRemoteSiteSetting'
        ])
            assert.ok(found.includes(one), `${one}\n${found.join('\n')}`);
    });
});

const HELPER = `public with sharing class Helper {
    public static void save(Case row, Boolean now) {
        insert row;
    }
}
`;
const ENTRIES = `public with sharing class Planted {
    @AuraEnabled
    public static void unchecked(String name) {
        Helper.save(new Case(Subject = name), true);
    }
    @AuraEnabled
    public static void asUser(String name) {
        insert as user new Case(Subject = name);
    }
    @AuraEnabled
    public static Integer ofNothing() {
        String other = null;
        return other.length();
    }
    @AuraEnabled
    public static void looped(List<Id> ids) {
        for (Id one : ids) {
            List<Case> found = [SELECT Id FROM Case WHERE Id = :one WITH USER_MODE];
        }
    }
    @AuraEnabled
    public static void beyond(String name, Boolean now) {
        Helper.save(new Case(Subject = name), now == true);
    }
}
`;

describe('the graph engine', { skip }, () => {
    test('follows entry points to what they write, and names those that it cannot follow', async () => {
        const found = await findIn(graphEngine, { ...apexClass('Planted', ENTRIES), ...apexClass('Helper', HELPER) });
        assert.deepEqual(places(found), [
            'app/classes/Helper.cls:3 ApexFlsViolation',
            'app/classes/Planted.cls:13 ApexNullPointerException',
            'app/classes/Planted.cls:18 AvoidDatabaseOperationInLoop',
            `app/classes/Planted.cls:22 ${NOT_FOLLOWED}`
        ]);
    });

    test('names the line that keeps it from loading anything', async () => {
        const body = '        for (Id one : ids ?? new List<Id>()) {\n            System.debug(one);\n        }';
        const found = await findIn(graphEngine, apexClass('Planted', method(body)));
        assert.deepEqual(places(found), ['app/classes/Planted.cls:4 UnexpectedEngineError']);
        assert.match(found[0].message, /cannot load this line/);
    });
});
