import { describe, test } from 'node:test';
import { edit, expectFound, paths, read, xml } from './plant.ts';

const SERVICE = 'force-app/service';
const SET = 'force-app/core/access/permissionsets/Tandem_Auditor.permissionset-meta.xml';
const PAGE = `${SERVICE}/console/flexipages/Tandem_Case_Record_Page.flexipage-meta.xml`;
const APP = `${SERVICE}/console/applications/Tandem_Service.app-meta.xml`;
const USE_CASE = `${SERVICE}/case-summary/customMetadata/AI_Use_Case.Case_Summary.md-meta.xml`;

/** Adds a grant at the end of a permission set; one that does not exist is no repeated element apart. */
function grant(element: string, content: string): Record<string, string> {
    return {
        [SET]: read(SET).replace(
            '</PermissionSet>',
            `    <${element}>\n${content}\n    </${element}>\n</PermissionSet>`
        )
    };
}

describe('references between files', () => {
    test('a permission on a field that does not exist', () => {
        expectFound(edit(SET, '<field>AI_Audit_Log__c.Cost__c<', '<field>AI_Audit_Log__c.Costs__c<'), {
            file: SET,
            at: '.Costs__c',
            what: 'There is no field AI_Audit_Log__c.Costs__c. Did you mean AI_Audit_Log__c.Cost__c'
        });
    });

    test('a permission on an object that does not exist', () => {
        const file = 'force-app/core/access/permissionsets/Extra.permissionset-meta.xml';
        const rights = ['allowCreate', 'allowDelete', 'allowEdit', 'allowRead', 'modifyAllRecords', 'viewAllRecords'];
        const flags = rights.map((right) => `<${right}>false</${right}>`).join('');
        const content = `<label>Extra</label>\n<objectPermissions>\n${flags}\n<object>Caze</object></objectPermissions>`;
        expectFound({ [file]: xml('PermissionSet', content) }, { file, at: 'Caze', what: 'There is no object Caze' });
    });

    test('a permission on a class that does not exist', () => {
        expectFound(grant('classAccesses', '<apexClass>AIPanelControler</apexClass><enabled>true</enabled>'), {
            file: SET,
            at: 'AIPanelControler',
            what: 'There is no Apex class AIPanelControler. Did you mean AIPanelController'
        });
    });

    test('a custom permission that does not exist', () => {
        expectFound(grant('customPermissions', '<enabled>true</enabled><name>Use_Nothing</name>'), {
            file: SET,
            at: 'Use_Nothing',
            what: 'There is no custom permission Use_Nothing'
        });
    });

    test('a tab that does not exist', () => {
        const file = 'force-app/core/access/applications/Tandem.app-meta.xml';
        expectFound(edit(file, '<tabs>AI_Audit_Log__c<', '<tabs>AI_Audit_Logs__c<'), {
            file,
            at: 'AI_Audit_Logs__c',
            what: 'There is no tab AI_Audit_Logs__c. Did you mean AI_Audit_Log__c'
        });
    });

    test('a page that an application shows and nobody made', () => {
        expectFound(edit(APP, '<content>Tandem_Case_Record_Page<', '<content>Tandem_Case_Page<'), {
            file: APP,
            at: '<content>Tandem_Case_Page',
            what: 'There is no Lightning page Tandem_Case_Page'
        });
    });

    test('a component on a page that does not exist', () => {
        expectFound(edit(PAGE, '<componentName>caseSummaryPanel<', '<componentName>caseSummaryPane<'), {
            file: PAGE,
            at: '<componentName>caseSummaryPane<',
            what: 'There is no Lightning web component caseSummaryPane. Did you mean caseSummaryPanel'
        });
    });

    test('a field on a page that does not exist', () => {
        expectFound(edit(PAGE, 'Record.AI_Summary__c', 'Record.AI_Sumary__c'), {
            file: PAGE,
            at: 'Record.AI_Sumary__c',
            what: 'There is no field Case.AI_Sumary__c. Did you mean Case.AI_Summary__c'
        });
    });

    test('an external credential that does not exist', () => {
        const file = 'force-app/core/credentials/namedCredentials/OpenAI_API.namedCredential-meta.xml';
        expectFound(edit(file, '<externalCredential>OpenAI<', '<externalCredential>OpenAL<'), {
            file,
            at: '>OpenAL<',
            what: 'There is no external credential OpenAL. Did you mean OpenAI'
        });
    });

    test('a principal that the external credential has not', () => {
        const [file] = paths(/permissionset-meta\.xml$/, '>OpenAI-Tandem<');
        const granting = paths(/permissionset-meta\.xml$/, '>OpenAI-Tandem<').length;
        const ungranted = {
            file: 'force-app/core/credentials/externalCredentials/OpenAI.externalCredential-meta.xml',
            at: '<externalCredentialParameters>\n        <parameterGroup>Tandem',
            what: 'No permission set grants OpenAI-Tandem'
        };
        expectFound(
            edit(file, '>OpenAI-Tandem<', '>OpenAI-Tandm<'),
            { file, at: '>OpenAI-Tandm<', what: 'There is no principal of an external credential OpenAI-Tandm' },
            ...(granting === 1 ? [ungranted] : [])
        );
    });

    test('a field of custom metadata that does not exist', () => {
        expectFound(
            edit(USE_CASE, '<field>Class__c<', '<field>Klass__c<'),
            {
                file: USE_CASE,
                at: '<values>\n        <field>Klass__c',
                what: 'There is no field AI_Use_Case__mdt.Klass__c'
            },
            { file: USE_CASE, at: '<CustomMetadata', what: 'Class__c is required and has no value' }
        );
    });

    test('a class that custom metadata names and nobody wrote', () => {
        expectFound(edit(USE_CASE, '>CaseSummary<', '>CaseSummry<'), {
            file: USE_CASE,
            at: '>CaseSummry<',
            what: 'There is no Apex class CaseSummry. Did you mean CaseSummary'
        });
    });

    test('a lookup to an object that does not exist', () => {
        const file = 'force-app/core/audit/objects/AI_Audit_Log__c/fields/User__c.field-meta.xml';
        expectFound(edit(file, '<referenceTo>User<', '<referenceTo>Usr<'), {
            file,
            at: '<referenceTo>Usr',
            what: 'There is no object Usr'
        });
    });

    test('a quick action whose component does not exist', () => {
        const file = `${SERVICE}/console/quickActions/Case.Summarise.quickAction-meta.xml`;
        const content =
            '    <actionSubtype>ScreenAction</actionSubtype>\n    <label>Summarise</label>\n' +
            '    <lightningWebComponent>caseSummaryAction</lightningWebComponent>\n' +
            '    <optionsCreateFeedItem>false</optionsCreateFeedItem>\n    <type>LightningWebComponent</type>';
        expectFound(
            { [file]: xml('QuickAction', content) },
            {
                file,
                at: 'caseSummaryAction',
                what: 'There is no Lightning web component caseSummaryAction'
            }
        );
    });

    test('a field on a layout that does not exist', () => {
        const file = `${SERVICE}/console/layouts/Case-Tandem Case.layout-meta.xml`;
        const item = '<layoutItems><behavior>Edit</behavior><field>Sugested_Response__c</field></layoutItems>';
        const content = `<layoutSections>\n<style>OneColumn</style>\n<layoutColumns>${item}</layoutColumns>\n</layoutSections>`;
        expectFound(
            { [file]: xml('Layout', content) },
            {
                file,
                at: 'Sugested_Response__c',
                what: 'There is no field Case.Sugested_Response__c. Did you mean Case.Suggested_Response__c'
            }
        );
    });

    test('a column of a list view that does not exist', () => {
        const file = 'force-app/core/audit/objects/AI_Audit_Log__c/listViews/Failed.listView-meta.xml';
        const content =
            '    <fullName>Failed</fullName>\n    <columns>NAME</columns>\n    <columns>Outcom__c</columns>\n' +
            '    <filterScope>Everything</filterScope>\n    <label>Failed</label>';
        expectFound(
            { [file]: xml('ListView', content) },
            {
                file,
                at: 'Outcom__c',
                what: 'AI_Audit_Log__c has no field Outcom__c'
            }
        );
    });

    test('a compact layout that does not exist', () => {
        const file = 'force-app/core/settings/objects/AI_Settings__c/AI_Settings__c.object-meta.xml';
        expectFound(
            edit(
                file,
                '<customSettingsType>',
                '<compactLayoutAssignment>Short</compactLayoutAssignment>\n    <customSettingsType>'
            ),
            {
                file,
                at: '<compactLayoutAssignment>',
                what: 'There is no compact layout AI_Settings__c.Short'
            }
        );
    });
});
