import { describe, test } from 'node:test';
import { edit, expectFound, read, xml } from './plant.ts';

const OBJECT = 'force-app/core/audit/objects/AI_Audit_Log__c/AI_Audit_Log__c.object-meta.xml';
const FIELDS = 'force-app/core/audit/objects/AI_Audit_Log__c/fields';
const FIELD = `${FIELDS}/Message__c.field-meta.xml`;
const TAB = 'force-app/core/audit/tabs/AI_Audit_Log__c.tab-meta.xml';

describe('metadata files against the Metadata API', () => {
    test('an element that the type has not', () => {
        expectFound(edit(OBJECT, '<enableFeeds>false</enableFeeds>', '<enableFeed>false</enableFeed>'), {
            file: OBJECT,
            at: '<enableFeed>',
            what: 'enableFeed is no element of CustomObject. Did you mean enableFeeds.'
        });
    });

    test('an element that may be there once and is there twice', () => {
        expectFound(edit(TAB, '<motif>Custom70: Handsaw</motif>', '<customObject>true</customObject>'), {
            file: TAB,
            at: '<customObject>true</customObject>\n</CustomTab>',
            what: 'customObject is there twice'
        });
    });

    test('a required element that is missing', () => {
        const file = 'force-app/core/access/permissionsets/Planted.permissionset-meta.xml';
        const content = '<label>Planted</label>\n<tabSettings>\n<tab>AI_Audit_Log__c</tab>\n</tabSettings>';
        expectFound(
            { [file]: xml('PermissionSet', content) },
            {
                file,
                at: '<tabSettings>',
                what: 'PermissionSetTabSetting lacks visibility. Add <visibility>'
            }
        );
    });

    test('a repeated element apart from its like', () => {
        const file = 'force-app/core/access/applications/Tandem.app-meta.xml';
        expectFound(
            edit(file, '<uiType>Lightning</uiType>', '<uiType>Lightning</uiType>\n    <tabs>standard-Case</tabs>'),
            {
                file,
                at: '<tabs>standard-Case',
                what: 'tabs stands apart from the other tabs'
            }
        );
    });

    test('a value outside the enumeration', () => {
        expectFound(edit(OBJECT, '<sharingModel>Private</sharingModel>', '<sharingModel>Privat</sharingModel>'), {
            file: OBJECT,
            at: '<sharingModel>Privat<',
            what: 'sharingModel cannot be Privat. Use Private'
        });
    });

    test('a boolean that is none', () => {
        expectFound(edit(OBJECT, '<enableSearch>true<', '<enableSearch>yes<'), {
            file: OBJECT,
            at: '<enableSearch>yes',
            what: 'enableSearch is yes. Write true or false'
        });
    });

    test('a number that is none', () => {
        const file = `${FIELDS}/Input_Tokens__c.field-meta.xml`;
        expectFound(
            edit(file, '<scale>0</scale>', '<scale>none</scale>'),
            { file, at: '<scale>none', what: 'scale is none. Write a number' },
            { file, at: '<precision>', what: 'A Number has precision' }
        );
    });

    test('a name that differs from the file', () => {
        expectFound(edit(FIELD, '<fullName>Message__c', '<fullName>Mesage__c'), {
            file: FIELD,
            at: '<fullName>Mesage__c',
            what: 'fullName is Mesage__c, the file is named Message__c'
        });
    });

    test('XML that is not well formed', () => {
        const file =
            'force-app/core/settings/objects/AI_Prompt__mdt/validationRules/Bounds_Above_Zero.validationRule-meta.xml';
        expectFound(edit(file, '</ValidationRule>', '</ValidationRul>'), {
            file,
            at: '</ValidationRul>',
            what: 'The XML is not well formed'
        });
    });

    test('a suffix that the platform does not know', () => {
        const file = 'force-app/core/audit/tabs/Other.tabb-meta.xml';
        expectFound({ [file]: read(TAB) }, { file, what: 'No metadata type has the suffix .tabb' });
    });

    test('a root element of another type', () => {
        const file = 'force-app/core/access/customPermissions/Extra.customPermission-meta.xml';
        expectFound(
            { [file]: xml('Queue', '    <name>Extra</name>') },
            { file, at: '<Queue', what: 'The root element is Queue. A .customPermission file holds CustomPermission' },
            { file, what: 'No permission set grants Extra' }
        );
    });

    test('text between elements', () => {
        expectFound(edit(TAB, '<customObject>', 'x<customObject>'), {
            file: TAB,
            at: '<CustomTab',
            what: 'Text stands between the elements of CustomTab: x'
        });
    });
});
