import assert from 'node:assert/strict';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { fixtureFiles, writeProject, xml } from '../../data/tests/fixture-project.ts';
import { ApexDecimal } from '../../platform/values/index.ts';
import { openMetadata } from '../index.ts';
import type { MetadataStore } from '../types.ts';

const SETTING = 'force-app/main/objects/Setting__mdt';
const customField = (name: string, content: string): string =>
    xml('CustomField', `<fullName>${name}</fullName>${content}`);

const FILES: Record<string, string> = {
    [`${SETTING}/Setting__mdt.object-meta.xml`]: xml(
        'CustomObject',
        '<label>Setting</label><pluralLabel>Settings</pluralLabel>'
    ),
    [`${SETTING}/fields/Limit__c.field-meta.xml`]: customField(
        'Limit__c',
        '<label>Limit</label><precision>8</precision><scale>2</scale><type>Number</type>'
    ),
    [`${SETTING}/fields/On__c.field-meta.xml`]: customField(
        'On__c',
        '<label>On</label><defaultValue>false</defaultValue><type>Checkbox</type>'
    ),
    [`${SETTING}/fields/Text__c.field-meta.xml`]: customField(
        'Text__c',
        '<label>Text</label><length>4000</length><type>LongTextArea</type>'
    ),
    'force-app/main/customMetadata/Setting.First.md-meta.xml': `<?xml version="1.0" encoding="UTF-8"?>
<CustomMetadata xmlns="http://soap.sforce.com/2006/04/metadata" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:xsd="http://www.w3.org/2001/XMLSchema">
    <label>First one</label>
    <protected>false</protected>
    <values><field>Limit__c</field><value xsi:type="xsd:double">12.5</value></values>
    <values><field>On__c</field><value xsi:type="xsd:boolean">true</value></values>
    <values><field>Text__c</field><value xsi:type="xsd:string">Say &quot;yes&quot; &amp; go
 on</value></values>
</CustomMetadata>`,
    'force-app/main/labels/CustomLabels.labels-meta.xml': xml(
        'CustomLabels',
        '<labels><fullName>Greeting</fullName><language>en_US</language><protected>false</protected><shortDescription>g</shortDescription><value>Hello</value></labels>'
    ),
    'force-app/main/translations/de.translation-meta.xml': xml(
        'Translations',
        '<customLabels><label>Hallo</label><name>Greeting</name></customLabels>'
    ),
    'force-app/main/classes/deep/Thing.cls': 'public class Thing {}',
    'force-app/main/classes/deep/Thing.cls-meta.xml': xml(
        'ApexClass',
        '<apiVersion>67.0</apiVersion><status>Active</status>'
    ),
    'force-app/main/lwc/panel/panel.js-meta.xml': xml(
        'LightningComponentBundle',
        '<apiVersion>67.0</apiVersion><isExposed>true</isExposed><masterLabel>Panel</masterLabel><targets><target>lightning__RecordPage</target></targets><targetConfigs><targetConfig targets="lightning__RecordPage"><property name="useCase" type="String" default="X" required="true"/><objects><object>Case</object></objects></targetConfig></targetConfigs>'
    ),
    'force-app/main/flexipages/Case_Page.flexipage-meta.xml': xml(
        'FlexiPage',
        `<flexiPageRegions><itemInstances><componentInstance><componentInstanceProperties><name>useCase</name><value>Case_Summary</value></componentInstanceProperties><componentInstanceProperties><name>fields</name><valueList><valueListItems><value>A</value></valueListItems><valueListItems><value>B</value></valueListItems></valueList></componentInstanceProperties><componentName>c:panel</componentName><identifier>c_panel</identifier></componentInstance></itemInstances><itemInstances><fieldInstance><fieldInstanceProperties><name>uiBehavior</name><value>required</value></fieldInstanceProperties><fieldItem>Record.Subject</fieldItem><identifier>f</identifier></fieldInstance></itemInstances><name>main</name><type>Region</type></flexiPageRegions><masterLabel>Case Page</masterLabel><sobjectType>Case</sobjectType><template><name>flexipage:recordHomeTemplateDesktop</name></template><type>RecordPage</type>`
    ),
    'force-app/main/namedCredentials/Models.namedCredential-meta.xml': xml(
        'NamedCredential',
        '<allowMergeFieldsInHeader>true</allowMergeFieldsInHeader><generateAuthorizationHeader>false</generateAuthorizationHeader><label>Models</label><namedCredentialParameters><parameterName>Url</parameterName><parameterType>Url</parameterType><parameterValue>https://models.example</parameterValue></namedCredentialParameters><namedCredentialParameters><externalCredential>Keys</externalCredential><parameterName>ExternalCredential</parameterName><parameterType>Authentication</parameterType></namedCredentialParameters><namedCredentialType>SecuredEndpoint</namedCredentialType>'
    )
};

function open(extra: Record<string, string> = {}): { projectDir: string; metadata: MetadataStore } {
    const projectDir = writeProject(fixtureFiles({ ...FILES, ...extra }));
    return { projectDir, metadata: openMetadata(projectDir) };
}

describe('metadata', () => {
    const { metadata } = open();

    test('custom metadata records have typed values and text with entities', () => {
        const [row] = metadata.customMetadata('setting__mdt');
        assert.equal(row.read('DeveloperName'), 'First');
        assert.equal((row.read('Limit__c') as ApexDecimal).toString(), '12.5');
        assert.equal(row.read('On__c'), true);
        assert.equal(row.read('Text__c'), 'Say "yes" & go\n on');
        assert.throws(() => row.write('On__c', false), /Record is read-only/);
    });

    test('labels in the language of the user', () => {
        assert.equal(metadata.label('greeting'), 'Hello');
        assert.equal(metadata.label('Greeting', 'de'), 'Hallo');
        assert.equal(metadata.label('Absent'), undefined);
    });

    test('pages keep regions, components, properties and fields', () => {
        const [page] = metadata.flexiPages;
        assert.equal(page.template, 'flexipage:recordHomeTemplateDesktop');
        const [component, field] = page.regions[0].items;
        assert.deepEqual(component.kind === 'component' && component.component.properties, {
            useCase: 'Case_Summary',
            fields: ['A', 'B']
        });
        assert.equal(field.kind === 'field' && field.field.uiBehavior, 'required');
    });

    test('components, classes and credentials', () => {
        const [bundle] = metadata.lwcBundles;
        assert.deepEqual(bundle.meta.targetConfigs[0].objects, ['Case']);
        assert.deepEqual(bundle.meta.targetConfigs[0].properties[0], {
            name: 'useCase',
            type: 'String',
            label: undefined,
            default: 'X',
            required: true
        });
        assert.deepEqual(
            metadata.apexClasses.map((source) => [source.name, source.apiVersion]),
            [['Thing', 67]]
        );
        const credential = metadata.namedCredential('models');
        assert.deepEqual(
            [credential?.url, credential?.externalCredential, credential?.allowMergeFieldsInHeader],
            ['https://models.example', 'Keys', true]
        );
    });

    test('a changed file is read again, a removed one forgotten', () => {
        const { projectDir, metadata: own } = open();
        const file = join(projectDir, 'force-app/main/classes/deep/Thing.cls');
        writeFileSync(file, 'public class Thing { Integer x; }');
        assert.deepEqual(own.reload(file), { kind: 'apex', name: 'Thing', deleted: false });
        assert.match(own.apexClasses[0].source, /Integer x/);
        rmSync(file);
        assert.equal(own.reload(file).deleted, true);
        assert.equal(own.apexClasses.length, 0);
    });

    test('errors name the file and the line', () => {
        const broken = 'force-app/main/tabs/Broken.tab-meta.xml';
        assert.throws(
            () => open({ [broken]: '<?xml version="1.0"?>\n<CustomTab>\n<motif>\n</CustomTab>' }),
            /Broken\.tab-meta\.xml:[34] /
        );
        const record = 'force-app/main/customMetadata/Setting.Bad.md-meta.xml';
        const bad = open({
            [record]: xml(
                'CustomMetadata',
                '<label>Bad</label><values><field>Colour__c</field><value>x</value></values>'
            )
        });
        assert.throws(
            () => bad.metadata.customMetadata('Setting__mdt'),
            /Setting\.Bad\.md-meta\.xml:1 No such column 'Colour__c'/
        );
    });

    test('a folder without sfdx-project.json is refused', () => {
        assert.throws(() => openMetadata(writeProject({ 'README.md': '' })), /is no Salesforce DX project/);
    });
});
