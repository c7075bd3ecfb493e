import { describe, test } from 'node:test';
import { expectFound, paths, read, xml } from './plant.ts';

const CONFIG = 'config/field-service-scratch-def.json';

describe('queues and groups', () => {
    test('a rule that assigns to a queue which is not there', () => {
        const file = 'force-app/service/console/assignmentRules/Case.assignmentRules-meta.xml';
        const entry =
            '<ruleEntry>\n<assignedTo>Nobody_There</assignedTo>\n<assignedToType>Queue</assignedToType>\n</ruleEntry>';
        expectFound(
            {
                [file]: xml(
                    'AssignmentRules',
                    `<assignmentRule>\n<fullName>Planted</fullName>\n<active>false</active>\n${entry}\n</assignmentRule>`
                )
            },
            { file, at: '<assignedTo>', what: 'There is no queue Nobody_There' }
        );
    });

    test('a field update to a queue which is not there', () => {
        const file = 'force-app/service/console/workflows/Case.workflow-meta.xml';
        const update =
            '<fieldUpdates>\n<fullName>Hand_Over</fullName>\n<field>OwnerId</field>\n<lookupValue>Nobody_There</lookupValue>\n<lookupValueType>Queue</lookupValueType>\n<name>Hand over</name>\n<notifyAssignee>false</notifyAssignee>\n<operation>LookupValue</operation>\n<protected>false</protected>\n</fieldUpdates>';
        expectFound(
            { [file]: xml('Workflow', update) },
            { file, at: '<lookupValue>', what: 'There is no queue Nobody_There' }
        );
    });

    test('records that are shared with a queue which is not there', () => {
        const file = 'force-app/core/audit/sharingRules/AI_Audit_Log__c.sharingRules-meta.xml';
        const rule =
            '<sharingOwnerRules>\n<fullName>Planted</fullName>\n<accessLevel>Read</accessLevel>\n<label>Planted</label>\n<sharedTo>\n<queue>Nobody_There</queue>\n</sharedTo>\n<sharedFrom>\n<allInternalUsers></allInternalUsers>\n</sharedFrom>\n</sharingOwnerRules>';
        expectFound(
            { [file]: xml('SharingRules', rule) },
            { file, at: '<queue>', what: 'There is no queue Nobody_There' }
        );
    });
});

describe('reports', () => {
    test('a report of a type that nobody made', () => {
        const file = 'force-app/core/audit/reports/unfiled$public/Cost.report-meta.xml';
        const content =
            '<format>Tabular</format>\n<name>Cost</name>\n<reportType>Nothing_At_All__c</reportType>\n<showDetails>true</showDetails>';
        expectFound(
            { [file]: xml('Report', content) },
            { file, at: '<reportType>', what: 'There is no custom report type Nothing_At_All' }
        );
    });

    test('a report type of a column that the object has not', () => {
        const file = 'force-app/core/audit/reportTypes/Planted.reportType-meta.xml';
        const column =
            '<columns>\n<checkedByDefault>true</checkedByDefault>\n<field>Costs__c</field>\n<table>AI_Audit_Log__c</table>\n</columns>';
        const content = `<baseObject>AI_Audit_Log__c</baseObject>\n<category>other</category>\n<deployed>true</deployed>\n<label>Planted</label>\n<sections>\n${column}\n<masterLabel>Calls</masterLabel>\n</sections>`;
        expectFound(
            { [file]: xml('ReportType', content) },
            { file, at: '<field>Costs__c', what: 'AI_Audit_Log__c has no field Costs__c' }
        );
    });

    test('a grouping that is a column too', () => {
        const file = 'force-app/core/audit/reports/unfiled$public/Cost.report-meta.xml';
        const field = 'AI_Audit_Log__c.Outcome__c';
        const content =
            `<columns>\n<field>${field}</field>\n</columns>\n<format>Summary</format>\n<groupingsDown>\n<field>${field}</field>\n<sortOrder>Asc</sortOrder>\n</groupingsDown>\n` +
            '<name>Cost</name>\n<reportType>CustomEntity$AI_Audit_Log__c</reportType>\n<showDetails>true</showDetails>';
        expectFound(
            { [file]: xml('Report', content) },
            { file, at: `<field>${field}`, what: `${field} is grouped by and a column too` }
        );
    });
});

describe('package directories by themselves', () => {
    test('a rule that names a field of another directory', () => {
        const file = 'force-app/sales/planted/objects/Case/validationRules/Planted.validationRule-meta.xml';
        const content =
            '<fullName>Planted</fullName>\n<active>true</active>\n<errorConditionFormula>LEN(AI_Summary__c) &lt; 5</errorConditionFormula>\n<errorMessage>Too short</errorMessage>';
        expectFound(
            { [file]: xml('ValidationRule', content) },
            {
                file,
                at: '<errorConditionFormula>',
                what: 'force-app/sales alone cannot be deployed. Case has no field AI_Summary__c'
            }
        );
    });

    test('a trusted site that a call of the server does not need', () => {
        const file = 'force-app/core/credentials/cspTrustedSites/OpenAI.cspTrustedSite-meta.xml';
        const content =
            '<context>All</context>\n<endpointUrl>https://api.openai.com</endpointUrl>\n<isActive>true</isActive>';
        expectFound(
            { [file]: xml('CspTrustedSite', content) },
            { file, at: '<endpointUrl>', what: 'api.openai.com is called by a named credential' }
        );
    });
});

describe('scratch orgs and languages', () => {
    test('a feature under a name that is nearly right', () => {
        expectFound(
            { [CONFIG]: read(CONFIG).replace('"ServiceCloud"', '"ServiceClod"') },
            { file: CONFIG, at: '"ServiceClod"', what: 'There is no feature ServiceClod. Did you mean ServiceCloud' }
        );
    });

    test('a feature that is bought by the piece, without a number', () => {
        expectFound(
            { [CONFIG]: read(CONFIG).replace('"FieldService:5"', '"FieldService"') },
            { file: CONFIG, at: '"FieldService"', what: 'The feature FieldService says not how many' }
        );
    });

    test('a language that lacks the labels of one directory', () => {
        const file = 'force-app/sales/planted/labels/translations/fr.translation-meta.xml';
        const labels = 'force-app/sales/planted/labels/CustomLabels.labels-meta.xml';
        const source = 'force-app/sales/planted/classes/Planted.cls';
        const label = (name: string) =>
            `<labels>\n<fullName>${name}</fullName>\n<language>en_US</language>\n<protected>false</protected>\n<shortDescription>x</shortDescription>\n<value>x</value>\n</labels>`;
        const translated = '<customLabels>\n<label>un</label>\n<name>Planted_One</name>\n</customLabels>';
        const others = paths(/\.labels-meta\.xml$/).flatMap((path) =>
            [...read(path).matchAll(/<fullName>(\w+)</g)].map(([, name]) => name)
        );
        expectFound(
            {
                [labels]: xml('CustomLabels', `${label('Planted_One')}\n${label('Planted_Two')}`),
                [file]: xml('Translations', translated),
                [source]: `public with sharing class Planted {\n    public String text = Label.Planted_One + Label.Planted_Two;\n}\n`,
                [`${source}-meta.xml`]: xml('ApexClass', '<apiVersion>67.0</apiVersion>\n<status>Active</status>')
            },
            { file, what: 'The label Planted_Two has no translation' },
            ...['Planted_One', 'Planted_Two'].map((name) => ({
                file: 'force-app/translations/sales/translations/de.translation-meta.xml',
                what: `The label ${name} has no translation`
            })),
            ...others.map((name) => ({ file, what: `The label ${name} has no translation` }))
        );
    });
});
