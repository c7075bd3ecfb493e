import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { userId } from '../index.ts';
import { field, xml } from './fixture-project.ts';
import { Fixture, asSystem, record } from './support.ts';

const SETTING = 'force-app/main/objects/Switches__c';
const TYPE = 'force-app/main/objects/Limit__mdt';
const ENGINE = 'force-app/main/objects/Engine__c';

const formula = (name: string, text: string, type = 'Text'): [string, string] => [
    `${ENGINE}/fields/${name}.field-meta.xml`,
    field(name, `<formula>${text}</formula><type>${type}</type>`)
];

const FILES: Record<string, string> = {
    [`${SETTING}/Switches__c.object-meta.xml`]: xml(
        'CustomObject',
        '<label>Switches</label><customSettingsType>Hierarchy</customSettingsType><visibility>Public</visibility>'
    ),
    [`${SETTING}/fields/Off__c.field-meta.xml`]: field(
        'Off__c',
        '<defaultValue>false</defaultValue><type>Checkbox</type>'
    ),
    [`${TYPE}/Limit__mdt.object-meta.xml`]: xml(
        'CustomObject',
        '<label>Limit</label><pluralLabel>Limits</pluralLabel>'
    ),
    [`${TYPE}/fields/Most__c.field-meta.xml`]: field(
        'Most__c',
        '<precision>4</precision><scale>0</scale><type>Number</type>'
    ),
    'force-app/main/customMetadata/Limit.Power.md-meta.xml': xml(
        'CustomMetadata xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:xsd="http://www.w3.org/2001/XMLSchema"',
        '<label>Power</label><protected>false</protected><values><field>Most__c</field><value xsi:type="xsd:double">99</value></values>'
    ).replace(/<\/CustomMetadata [^>]*>/, '</CustomMetadata>'),
    ...Object.fromEntries([
        formula('Reader__c', '$User.Alias &amp; "/" &amp; $Profile.Name &amp; "/" &amp; $UserRole.Name'),
        formula('Company__c', '$Organization.Name'),
        formula('Most__c', '$CustomMetadata.Limit__mdt.Power.Most__c + 1', 'Number'),
        formula('Old__c', 'TODAY() &gt; DATEVALUE($System.OriginDateTime)', 'Checkbox'),
        formula('Words__c', 'INITCAP("big ENGINE") &amp; CHR(65) &amp; TEXT(ASCII("a"))')
    ]),
    [`${ENGINE}/validationRules/Locked.validationRule-meta.xml`]: xml(
        'ValidationRule',
        '<fullName>Locked</fullName><active>true</active><errorConditionFormula>AND(NOT($Setup.Switches__c.Off__c), Serial__c = "locked")</errorConditionFormula><errorMessage>Locked.</errorMessage>'
    )
};

describe('global variables of formulas', () => {
    test('formula fields see the user who asks, in queries', () => {
        const org = new Fixture(FILES);
        org.insert([record('Engine__c', { Serial__c: 'G-1' })]);
        const read = (persona: string): string =>
            String(org.query('SELECT Reader__c FROM Engine__c', {}, asSystem(persona))[0].read('Reader__c'));
        assert.equal(read('mechanic'), 'mechanic/Standard User/Mechanics');
        assert.equal(read('foreman'), 'foreman/Standard User/Foremen');
    });

    test('organisation, custom metadata, system and the newer functions', () => {
        const org = new Fixture(FILES);
        org.insert([record('Engine__c', { Serial__c: 'G-1' })]);
        const [row] = org.query('SELECT Company__c, Most__c, Old__c, Words__c FROM Engine__c');
        assert.deepEqual(
            [row.read('Company__c'), String(row.read('Most__c')), row.read('Old__c'), row.read('Words__c')],
            ['Fixture', '100', true, 'Big EngineA97']
        );
    });

    test('a setting is the user’s, else the profile’s, else the org’s', () => {
        const org = new Fixture(FILES);
        const insert = (): void => void org.insert([record('Engine__c', { Serial__c: 'locked' })]);
        assert.throws(insert, /Locked\./);
        org.insert([record('Switches__c', { Off__c: true })]);
        insert();
        org.remove(org.query('SELECT Id FROM Engine__c'));
        org.insert([record('Switches__c', { SetupOwnerId: userId('admin'), Off__c: false })]);
        assert.throws(insert, /Locked\./);
    });

    test('a variable that is not known stops with its name', () => {
        const org = new Fixture(Object.fromEntries([formula('Bad__c', '$Api.Session_ID')]));
        org.insert([record('Engine__c', { Serial__c: 'G-2' })]);
        assert.throws(() => org.query('SELECT Bad__c FROM Engine__c'), /formula variable \$Api\.Session_ID/);
    });
});
