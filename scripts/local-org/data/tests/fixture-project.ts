import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const NAMESPACE = 'xmlns="http://soap.sforce.com/2006/04/metadata"';

/** A metadata file of this root element. */
export function xml(root: string, content: string): string {
    return `<?xml version="1.0" encoding="UTF-8"?>\n<${root} ${NAMESPACE}>\n${content}\n</${root}>\n`;
}

/** A custom field file. */
export function field(name: string, content: string): string {
    return xml(
        'CustomField',
        `<fullName>${name}</fullName><label>${name.replace(/__c$/, '').replace(/_/g, ' ')}</label>${content}`
    );
}

const value = (name: string, isDefault = false): string =>
    `<value><fullName>${name}</fullName><default>${isDefault}</default><label>${name}</label></value>`;
const valueSet = (...values: string[]): string =>
    `<valueSet><restricted>true</restricted><valueSetDefinition><sorted>false</sorted>${values.join('')}</valueSetDefinition></valueSet>`;

const ENGINE = 'force-app/main/objects/Engine__c';
const PART = 'force-app/main/objects/Part__c';

const objectPermission = (name: string): string =>
    `<objectPermissions><allowCreate>true</allowCreate><allowDelete>true</allowDelete><allowEdit>true</allowEdit><allowRead>true</allowRead><modifyAllRecords>false</modifyAllRecords><object>${name}</object><viewAllRecords>false</viewAllRecords></objectPermissions>`;
const fieldPermission = (name: string, editable = true): string =>
    `<fieldPermissions><editable>${editable}</editable><field>${name}</field><readable>true</readable></fieldPermissions>`;

const ENGINE_FIELDS: Record<string, string> = {
    Serial__c: '<length>20</length><type>Text</type><unique>true</unique><externalId>true</externalId>',
    Power__c: '<precision>8</precision><scale>2</scale><type>Number</type>',
    Status__c: `<type>Picklist</type>${valueSet(value('Idle', true), value('Running'), value('Scrapped'))}`,
    Tags__c: `<type>MultiselectPicklist</type><visibleLines>4</visibleLines>${valueSet(value('Loud'), value('Hot'), value('New'))}`,
    Notes__c: '<length>32768</length><type>LongTextArea</type><visibleLines>3</visibleLines>',
    Secret__c: '<length>80</length><type>Text</type>',
    Built__c: '<type>Date</type>',
    Account__c:
        '<type>Lookup</type><referenceTo>Account</referenceTo><relationshipName>Engines</relationshipName><deleteConstraint>SetNull</deleteConstraint>',
    Double_Power__c: '<formula>Power__c * 2</formula><precision>18</precision><scale>2</scale><type>Number</type>',
    Customer__c: '<formula>Account__r.Name &amp; " / " &amp; TEXT(Status__c)</formula><type>Text</type>',
    Parts_Price__c:
        '<summarizedField>Part__c.Price__c</summarizedField><summaryForeignKey>Part__c.Engine__c</summaryForeignKey><summaryOperation>sum</summaryOperation><type>Summary</type>'
};

const PART_FIELDS: Record<string, string> = {
    Engine__c:
        '<type>MasterDetail</type><referenceTo>Engine__c</referenceTo><relationshipName>Parts</relationshipName><relationshipOrder>0</relationshipOrder>',
    Price__c: '<precision>10</precision><scale>2</scale><type>Currency</type>'
};

const MECHANIC_FIELDS = ['Serial__c', 'Power__c', 'Status__c', 'Tags__c', 'Notes__c', 'Built__c', 'Account__c'];

function fieldFiles(folder: string, fields: Record<string, string>): [string, string][] {
    return Object.entries(fields).map(([name, content]) => [
        `${folder}/fields/${name}.field-meta.xml`,
        field(name, content)
    ]);
}

const persona = (name: string, profile: string, role: string | undefined, permissionSets: string[]): object => ({
    name,
    label: name,
    firstName: name[0].toUpperCase() + name.slice(1),
    lastName: 'Tester',
    alias: name.slice(0, 8),
    username: `${name}@fixture.example`,
    email: `${name}@fixture.example`,
    profile,
    role,
    permissionSets
});

const CONFIG = {
    organization: { name: 'Fixture', timeZone: 'America/New_York', locale: 'en_US', language: 'en_US' },
    features: [],
    roles: [
        { name: 'Foremen', label: 'Foremen' },
        { name: 'Mechanics', label: 'Mechanics', parent: 'Foremen' }
    ],
    personas: [
        persona('admin', 'System Administrator', undefined, ['Mechanic']),
        persona('mechanic', 'Standard User', 'Mechanics', ['Mechanic']),
        persona('colleague', 'Standard User', 'Mechanics', ['Mechanic']),
        persona('foreman', 'Standard User', 'Foremen', ['Mechanic']),
        persona('outsider', 'Standard User', undefined, [])
    ]
};

const PROFILES: Record<string, object> = {
    'standard.json': {
        name: 'Standard User',
        userLicense: 'Salesforce',
        objects: { '*': 'CRUD' },
        standardFields: 'all',
        userPermissions: ['ApiEnabled']
    },
    'admin.json': {
        name: 'System Administrator',
        userLicense: 'Salesforce',
        objects: { '*': 'CRUDVM' },
        standardFields: 'all',
        userPermissions: ['ModifyAllData', 'ViewAllData', 'ManageUsers']
    }
};

/** Files of a small project about engines and their parts; `extra` adds or replaces files. */
export function fixtureFiles(extra: Record<string, string> = {}): Record<string, string> {
    return {
        'sfdx-project.json': JSON.stringify({
            packageDirectories: [{ path: 'force-app', default: true }],
            sourceApiVersion: '67.0'
        }),
        [`${ENGINE}/Engine__c.object-meta.xml`]: xml(
            'CustomObject',
            '<label>Engine</label><pluralLabel>Engines</pluralLabel><sharingModel>Private</sharingModel><enableSearch>true</enableSearch><nameField><displayFormat>ENG-{0000}</displayFormat><label>Number</label><type>AutoNumber</type></nameField>'
        ),
        ...Object.fromEntries(fieldFiles(ENGINE, ENGINE_FIELDS)),
        [`${ENGINE}/validationRules/Running_Needs_Power.validationRule-meta.xml`]: xml(
            'ValidationRule',
            '<fullName>Running_Needs_Power</fullName><active>true</active><errorConditionFormula>AND(ISPICKVAL(Status__c, "Running"), OR(ISBLANK(Power__c), Power__c &lt;= 0))</errorConditionFormula><errorDisplayField>Power__c</errorDisplayField><errorMessage>A running engine has power.</errorMessage>'
        ),
        [`${PART}/Part__c.object-meta.xml`]: xml(
            'CustomObject',
            '<label>Part</label><pluralLabel>Parts</pluralLabel><sharingModel>ControlledByParent</sharingModel><nameField><label>Part Name</label><type>Text</type></nameField>'
        ),
        ...Object.fromEntries(fieldFiles(PART, PART_FIELDS)),
        'force-app/main/permissionsets/Mechanic.permissionset-meta.xml': xml(
            'PermissionSet',
            `<label>Mechanic</label>${MECHANIC_FIELDS.map((name) => fieldPermission(`Engine__c.${name}`)).join('')}${fieldPermission('Engine__c.Double_Power__c', false)}${fieldPermission('Part__c.Price__c')}${objectPermission('Engine__c')}${objectPermission('Part__c')}<classAccesses><apexClass>EngineController</apexClass><enabled>true</enabled></classAccesses>`
        ),
        'config/personas.json': JSON.stringify(CONFIG),
        ...Object.fromEntries(
            Object.entries(PROFILES).map(([name, profile]) => [`config/profiles/${name}`, JSON.stringify(profile)])
        ),
        ...extra
    };
}

const folders: string[] = [];
process.once('exit', () => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

/** A new temporary folder that goes when the tests of the process end. */
export function temporaryFolder(): string {
    const folder = mkdtempSync(join(tmpdir(), 'tandem-test-'));
    folders.push(folder);
    return folder;
}

/** Writes files to a new temporary folder and returns it. */
export function writeProject(files: Record<string, string>): string {
    const folder = temporaryFolder();
    for (const [name, content] of Object.entries(files)) {
        const file = join(folder, name);
        mkdirSync(dirname(file), { recursive: true });
        writeFileSync(file, content);
    }
    return folder;
}
