import { describe, test } from 'node:test';
import { edit, expectFound, read } from './plant.ts';

const SUMMARY = 'force-app/service/case-summary/classes/CaseSummary.cls';
const PANEL = 'force-app/service/case-summary/lwc/caseSummaryPanel/caseSummaryPanel';
const PANEL_META = `${PANEL}.js-meta.xml`;
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

describe('components', () => {
    test('an Apex method that is not there', () => {
        const file = `${PANEL}.ts`;
        expectFound(
            { [file]: `import gone from '@salesforce/apex/AIPanelController.gone';\n${read(file)}` },
            {
                file,
                at: 'AIPanelController.gone',
                what: 'AIPanelController has no @AuraEnabled method gone'
            }
        );
    });

    test('a label that is not there', () => {
        const file = `${PANEL}.ts`;
        expectFound(
            { [file]: `import gone from '@salesforce/label/c.Case_Summary_Gone';\n${read(file)}` },
            {
                file,
                at: 'Case_Summary_Gone',
                what: 'There is no custom label Case_Summary_Gone'
            }
        );
    });

    test('a field that is not there', () => {
        const file = `${PANEL}.ts`;
        expectFound(
            { [file]: `import GONE from '@salesforce/schema/Case.Gone__c';\n${read(file)}` },
            {
                file,
                at: 'Case.Gone__c',
                what: 'There is no field Case.Gone__c'
            }
        );
    });

    test('a module that the platform has not', () => {
        const file = `${PANEL}.ts`;
        expectFound(
            { [file]: `import gone from '@salesforce/labels/c.AI_Cancel';\n${read(file)}` },
            {
                file,
                at: '@salesforce/labels',
                what: 'There is no module @salesforce/labels/c.AI_Cancel'
            }
        );
    });

    test('a component in a template that is not there', () => {
        const file = `${PANEL}.html`;
        expectFound(edit(file, '<template>', '<template>\n    <c-ai-notices></c-ai-notices>'), {
            file,
            at: 'c-ai-notices',
            what: 'There is no Lightning web component aiNotices. Did you mean aiNotice'
        });
    });

    test('settings for a target that the component has not', () => {
        expectFound(
            edit(
                PANEL_META,
                'targetConfig targets="lightning__RecordPage"',
                'targetConfig targets="lightning__RecordAction"'
            ),
            {
                file: PANEL_META,
                at: '<targetConfig targets',
                what: 'targetConfig is for lightning__RecordAction, which is no target of the component'
            }
        );
    });

    test('a property of a type that App Builder does not know', () => {
        const property =
            '<targetConfig targets="lightning__RecordPage">\n            <property name="recordId" type="Decimal" />';
        expectFound(edit(PANEL_META, '<targetConfig targets="lightning__RecordPage">', property), {
            file: PANEL_META,
            at: '<property',
            what: 'App Builder knows no properties of type Decimal'
        });
    });

    test('a property that the component has not', () => {
        const property =
            '<targetConfig targets="lightning__RecordPage">\n            <property name="colour" type="String" />';
        expectFound(edit(PANEL_META, '<targetConfig targets="lightning__RecordPage">', property), {
            file: PANEL_META,
            at: '<property',
            what: 'The component has no @api property colour'
        });
    });

    test('a property on a page that the component does not offer', () => {
        const file = 'force-app/service/console/flexipages/Tandem_Case_Record_Page.flexipage-meta.xml';
        const property =
            '<componentInstanceProperties>\n<name>colour</name>\n<value>red</value>\n</componentInstanceProperties>\n';
        expectFound(edit(file, '<componentName>caseSummaryPanel<', `${property}<componentName>caseSummaryPanel<`), {
            file,
            at: property,
            what: 'caseSummaryPanel has no property colour'
        });
    });

    test('a page that the component is not made for', () => {
        const file = 'force-app/service/console/flexipages/Tandem_Case_Record_Page.flexipage-meta.xml';
        expectFound(edit(file, '<componentName>caseSummaryPanel<', '<componentName>aiPanel<'), {
            file,
            at: '<componentName>aiPanel<',
            what: 'aiPanel cannot stand on this page'
        });
    });
});
