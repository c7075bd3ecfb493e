import { describe, test } from 'node:test';
import { edit, expectFound, read } from './plant.ts';

const PANEL = 'force-app/service/case-summary/lwc/caseSummaryPanel/caseSummaryPanel';
const PANEL_META = `${PANEL}.js-meta.xml`;

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

    test('a default that is not of the type of its property', () => {
        const property =
            '<targetConfig targets="lightning__RecordPage">\n            <property name="recordId" type="Integer" default="many" />';
        expectFound(edit(PANEL_META, '<targetConfig targets="lightning__RecordPage">', property), {
            file: PANEL_META,
            at: '<property',
            what: 'The default of recordId is many, which is no Integer'
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

    test('a decorator that a utility bar does not have', () => {
        const file = 'force-app/sales/copilot/flexipages/Tandem_Sales_Utility_Bar.flexipage-meta.xml';
        expectFound(edit(file, '<name>scrollable</name>', '<name>scrolls</name>'), {
            file,
            at: '<componentInstanceProperties>\n                    <name>scrolls</name>',
            what: 'repCopilot has no property scrolls'
        });
    });

    test('a decorator that is not of its type', () => {
        const file = 'force-app/sales/copilot/flexipages/Tandem_Sales_Utility_Bar.flexipage-meta.xml';
        expectFound(edit(file, '<value>640</value>', '<value>high</value>'), {
            file,
            at: '<componentInstanceProperties>\n                    <name>height</name>',
            what: 'height of repCopilot is high, which is no Integer'
        });
    });
});
