import { describe, test } from 'node:test';
import { edit, expectFound } from './plant.ts';

const SUMMARY = 'force-app/service/case-summary/classes/CaseSummary.cls';
const CLASS = 'force-app/core/audit/classes/Planted';
const CLASS_META =
    '<?xml version="1.0" encoding="UTF-8" ?>\n<ApexClass xmlns="http://soap.sforce.com/2006/04/metadata">\n' +
    '    <apiVersion>67.0</apiVersion>\n    <status>Active</status>\n</ApexClass>\n';

/** A new class in a package directory with one method. */
function withClass(body: string, path = CLASS): Record<string, string> {
    const name = path.split('/').pop()!;
    return {
        [`${path}.cls`]: `public with sharing class ${name} {\n    public static void run(Id recordId) {\n${body}\n    }\n}\n`,
        [`${path}.cls-meta.xml`]: CLASS_META
    };
}

describe('queries', () => {
    test('a field that the object has not', () => {
        expectFound(edit(SUMMARY, 'SELECT AI_Summary__c FROM Case', 'SELECT AI_Sumary__c FROM Case'), {
            file: SUMMARY,
            at: 'SELECT AI_Sumary__c',
            what: 'Case has no field AI_Sumary__c'
        });
    });

    test('a standard field that the object has not', () => {
        expectFound(
            withClass(
                '        List<Case> found = [\n            SELECT Id, Titel\n            FROM Case WITH USER_MODE];'
            ),
            {
                file: `${CLASS}.cls`,
                at: 'SELECT Id, Titel',
                what: 'Case has no field Titel'
            }
        );
    });

    test('a relationship that the object has not', () => {
        expectFound(withClass('        List<Case> found = [SELECT Id, Acount.Owner.Name FROM Case WITH USER_MODE];'), {
            file: `${CLASS}.cls`,
            at: 'Acount',
            what: 'Case has no relationship Acount'
        });
    });

    test('a child relationship that the object has not', () => {
        expectFound(
            withClass('        List<Case> found = [SELECT Id, (SELECT Id FROM Comments__r) FROM Case WITH USER_MODE];'),
            {
                file: `${CLASS}.cls`,
                at: 'Comments__r',
                what: 'Case has no child relationship Comments__r'
            }
        );
    });

    test('an object that does not exist', () => {
        expectFound(withClass('        List<SObject> found = [SELECT Id FROM Caze WITH USER_MODE];'), {
            file: `${CLASS}.cls`,
            at: 'Caze',
            what: 'There is no object Caze'
        });
    });

    test('a field of a condition that the object has not', () => {
        expectFound(withClass('        List<Case> found = [SELECT Id FROM Case WHERE Stats = null WITH USER_MODE];'), {
            file: `${CLASS}.cls`,
            at: 'Stats',
            what: 'Case has no field Stats'
        });
    });

    test('a field in a query that a string spells out', () => {
        const body =
            "        String query = 'SELECT Id, Sujbect ' +\n            'FROM Case WHERE Id = :recordId';\n        Database.query(query);";
        expectFound(withClass(body), { file: `${CLASS}.cls`, at: 'Sujbect', what: 'Case has no field Sujbect' });
    });
});

describe('Apex files', () => {
    test('a class without its description', () => {
        expectFound(
            { [`${CLASS}.cls`]: 'public with sharing class Planted {\n}\n' },
            {
                file: `${CLASS}.cls`,
                what: 'Planted has no description'
            }
        );
    });

    test('a class that has another name than its file', () => {
        expectFound(
            { [`${CLASS}.cls`]: 'public with sharing class Plantd {\n}\n', [`${CLASS}.cls-meta.xml`]: CLASS_META },
            {
                file: `${CLASS}.cls`,
                at: 'Plantd',
                what: 'The file Planted.cls declares Plantd'
            }
        );
    });

    test('a label that does not exist', () => {
        expectFound(withClass('        throw new AIException(System.Label.AI_Error_No_Record_Acess);'), {
            file: `${CLASS}.cls`,
            at: 'System.Label',
            what: 'There is no custom label AI_Error_No_Record_Acess. Did you mean AI_Error_No_Record_Access'
        });
    });

    test('a record id', () => {
        expectFound(withClass("        Id queueId = '00G5g000004ABCDEAX';"), {
            file: `${CLASS}.cls`,
            at: '00G5g000004ABCDEAX',
            what: '00G5g000004ABCDEAX looks like a record id'
        });
    });

    test('a secret key', () => {
        const key = ['sk', 'proj', 'Zq7Rt2Lw9Xk4Vb8Nc3Md6Fg1'].join('-');
        expectFound(withClass(`        String key = '${key}';`), {
            file: `${CLASS}.cls`,
            at: key,
            what: 'This looks like a secret key'
        });
    });

    test('Knowledge named outright', () => {
        expectFound(withClass('        List<Knowledge__kav> found = new List<Knowledge__kav>();'), {
            file: `${CLASS}.cls`,
            at: 'Knowledge__kav',
            what: 'Knowledge__kav is not in every org'
        });
    });

    test('the managed package of Field Service named outright', () => {
        expectFound(withClass('        Object value = new FSL__Time_Dependency__c();'), {
            file: `${CLASS}.cls`,
            at: 'FSL__',
            what: 'FSL__Time_Dependency__c is not in every org'
        });
    });

    test('an object of Field Service outside its package directory', () => {
        expectFound(withClass('        ServiceAppointment visit;'), {
            file: `${CLASS}.cls`,
            at: 'ServiceAppointment',
            what: 'ServiceAppointment is not in every org'
        });
    });

    test('core that uses a class of service', () => {
        expectFound(withClass('        CaseSummary summary = new CaseSummary();'), {
            file: `${CLASS}.cls`,
            at: 'CaseSummary',
            what: 'force-app/core uses CaseSummary of force-app/service'
        });
    });

    test('sales that uses a field of service', () => {
        const path = 'force-app/sales/planted/classes/Planted';
        expectFound(withClass('        Case record = new Case(AI_Summary__c = null);', path), {
            file: `${path}.cls`,
            at: 'AI_Summary__c',
            what: 'force-app/sales uses AI_Summary__c of force-app/service'
        });
    });

    test('an entry point that no permission set grants', () => {
        const text =
            'public with sharing class Planted {\n    @AuraEnabled\n    public static void run() {\n    }\n}\n';
        expectFound(
            { [`${CLASS}.cls`]: text, [`${CLASS}.cls-meta.xml`]: CLASS_META },
            {
                file: `${CLASS}.cls-meta.xml`,
                what: 'No permission set grants Planted'
            }
        );
    });
});
