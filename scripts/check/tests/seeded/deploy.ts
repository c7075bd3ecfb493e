import { describe, test } from 'node:test';
import { GERMAN_OF_CORE, edit, expectFound, paths, read, xml } from './plant.ts';

const AUDIT = 'force-app/core/audit/objects/AI_Audit_Log__c';
const SET = 'force-app/core/access/permissionsets/Tandem_Auditor.permissionset-meta.xml';
const SETTINGS = 'force-app/core/settings/objects';
const RECORD = 'force-app/core/settings/customMetadata/AI_Masking_Rule.Card.md-meta.xml';
const LABELS = 'force-app/core/labels/CustomLabels.labels-meta.xml';

function fieldFile(name: string, content: string, object = AUDIT): Record<string, string> {
    return {
        [`${object}/fields/${name}.field-meta.xml`]: xml(
            'CustomField',
            `    <fullName>${name}</fullName>\n    <label>Planted</label>\n${content}`
        )
    };
}

/** A field permission and the permission set it stands in, beside the others. */
function grantField(field: string, editable: boolean): Record<string, string> {
    const text = read(SET);
    const grant = `<fieldPermissions>\n        <editable>${editable}</editable>\n        <field>${field}</field>\n        <readable>true</readable>\n    </fieldPermissions>\n    `;
    return { [SET]: text.replace('<fieldPermissions>', `${grant}<fieldPermissions>`) };
}

describe('permission sets', () => {
    test('a right without the one it needs', () => {
        expectFound(rightWithoutRead(), {
            file: SET,
            at: '<objectPermissions>',
            what: 'allowEdit of AI_Audit_Log__c needs allowRead'
        });
    });

    test('a permission on a required field', () => {
        const name = 'Planted__c';
        expectFound(
            {
                ...fieldFile(name, '    <length>10</length>\n    <required>true</required>\n    <type>Text</type>'),
                ...grantField(`AI_Audit_Log__c.${name}`, false)
            },
            {
                file: SET,
                at: '<fieldPermissions>',
                what: `AI_Audit_Log__c.${name} is required, so that no permission can be set on it`
            }
        );
    });

    test('a computed field that is editable', () => {
        const name = 'Planted__c';
        expectFound(
            {
                ...fieldFile(
                    name,
                    '    <formula>Cost__c * 2</formula>\n    <precision>18</precision>\n    <scale>2</scale>\n    <type>Number</type>'
                ),
                ...grantField(`AI_Audit_Log__c.${name}`, true)
            },
            { file: SET, at: '<fieldPermissions>', what: `AI_Audit_Log__c.${name} is computed and cannot be editable` }
        );
    });

    test('a permission on a field of custom metadata', () => {
        expectFound(grantField('AI_Model__mdt.Region__c', false), {
            file: SET,
            at: '<fieldPermissions>',
            what: 'AI_Model__mdt.Region__c is custom metadata and takes no field permissions'
        });
    });

    test('a field that nobody may see', () => {
        expectFound(fieldFile('Planted__c', '    <length>10</length>\n    <type>Text</type>'), {
            file: `${AUDIT}/fields/Planted__c.field-meta.xml`,
            what: 'No permission set grants AI_Audit_Log__c.Planted__c'
        });
    });

    test('a field of Activity that is granted for tasks alone', () => {
        const object = 'force-app/core/audit/objects/Activity';
        const field = fieldFile('Planted__c', '    <length>10</length>\n    <type>Text</type>', object);
        const what = 'No permission set grants Event.Planted__c';
        expectFound({ ...field, ...grantField('Task.Planted__c', false) }, { file: Object.keys(field)[0], what });
    });

    test('a custom permission that nobody has', () => {
        const file = 'force-app/core/access/customPermissions/Planted.customPermission-meta.xml';
        const content = '    <isLicensed>false</isLicensed>\n    <label>Planted</label>';
        expectFound({ [file]: xml('CustomPermission', content) }, { file, what: 'No permission set grants Planted' });
    });
});

function rightWithoutRead(): Record<string, string> {
    const text = read(SET);
    const start = text.indexOf('<objectPermissions>');
    const end = text.indexOf('</objectPermissions>', start);
    const rights = text.slice(start, end);
    const object = /<object>(\w+)</.exec(rights)![1];
    const changed = rights
        .replace(/<(\w+)>true</g, '<$1>false<')
        .replace('<allowEdit>false<', '<allowEdit>true<')
        .replace(`<object>${object}<`, '<object>AI_Audit_Log__c<');
    return { [SET]: text.slice(0, start) + changed + text.slice(end) };
}

describe('objects and fields', () => {
    test('a checkbox without a default', () => {
        const file = `${AUDIT}/fields/Suspicious__c.field-meta.xml`;
        expectFound(edit(file, '<defaultValue>false</defaultValue>', ''), {
            file,
            at: '<type>',
            what: 'A checkbox needs a default'
        });
    });

    test('a required lookup that is cleared', () => {
        const file = `${AUDIT}/fields/Planted__c.field-meta.xml`;
        const content =
            '    <deleteConstraint>SetNull</deleteConstraint>\n    <referenceTo>Case</referenceTo>\n' +
            '    <relationshipName>Planted</relationshipName>\n    <required>true</required>\n    <type>Lookup</type>';
        expectFound(fieldFile('Planted__c', content), {
            file,
            at: '<deleteConstraint>',
            what: 'A required lookup cannot be cleared'
        });
    });

    test('a detail whose sharing is its own', () => {
        const content =
            '    <referenceTo>AI_Insight__c</referenceTo>\n    <relationshipName>Planted</relationshipName>\n' +
            '    <relationshipOrder>0</relationshipOrder>\n    <type>MasterDetail</type>';
        const object = `${AUDIT}/AI_Audit_Log__c.object-meta.xml`;
        expectFound(fieldFile('Planted__c', content), {
            file: object,
            at: '<sharingModel>',
            what: 'AI_Audit_Log__c is the detail of AI_Insight__c'
        });
    });

    test('two relationships of one name', () => {
        const content = (name: string) =>
            `    <deleteConstraint>SetNull</deleteConstraint>\n    <referenceTo>Case</referenceTo>\n` +
            `    <relationshipName>${name}</relationshipName>\n    <type>Lookup</type>`;
        expectFound(
            { ...fieldFile('First__c', content('Same')), ...fieldFile('Second__c', content('Same')) },
            {
                file: `${AUDIT}/fields/Second__c.field-meta.xml`,
                at: '<relationshipName>',
                what: 'Case.Same is the name of another'
            },
            { file: `${AUDIT}/fields/First__c.field-meta.xml`, what: 'No permission set grants' },
            { file: `${AUDIT}/fields/Second__c.field-meta.xml`, what: 'No permission set grants' }
        );
    });

    test('a long text without lines', () => {
        const file = `${AUDIT}/fields/Masked_Prompt__c.field-meta.xml`;
        const lines = /\s*<visibleLines>\d+<\/visibleLines>/.exec(read(file))![0];
        expectFound(edit(file, lines, ''), { file, at: '<type>', what: 'A LongTextArea needs visibleLines' });
    });

    test('a formula that names a field which is not there', () => {
        const rule = `${SETTINGS}/AI_Model__mdt/validationRules/Timeout_In_Bounds.validationRule-meta.xml`;
        expectFound(edit(rule, 'Timeout_Seconds__c', 'Timeout_Second__c'), {
            file: rule,
            at: 'Timeout_Second__c',
            what: 'AI_Model__mdt has no field Timeout_Second__c'
        });
    });

    test('a fourth platform event', () => {
        const names = ['One', 'Two', 'Three', 'Four'].slice(paths(/__e\.object-meta\.xml$/).length);
        const files = names.map((name) => [
            `force-app/core/engine/objects/Planted_${name}__e/Planted_${name}__e.object-meta.xml`,
            xml(
                'CustomObject',
                `<deploymentStatus>Deployed</deploymentStatus>\n<eventType>HighVolume</eventType>\n<label>${name}</label>\n<pluralLabel>${name}</pluralLabel>\n<publishBehavior>PublishAfterCommit</publishBehavior>`
            )
        ]);
        expectFound(Object.fromEntries(files), ...files.map(([file]) => ({ file, what: 'No permission set grants' })), {
            file: files.at(-1)![0],
            what: 'Planted_Four__e is platform event number 4 or more'
        });
    });

    test('a queue of objects that have no owner', () => {
        const file = 'force-app/core/access/queues/Planted.queue-meta.xml';
        expectFound(
            {
                [file]: xml(
                    'Queue',
                    '    <doesSendEmailToMembers>false</doesSendEmailToMembers>\n    <name>Planted</name>'
                )
            },
            {
                file,
                at: '<Queue',
                what: 'The queue lists no object'
            }
        );
    });
});

describe('records, labels and definitions', () => {
    test('a value of another type than its field', () => {
        expectFound(edit(RECORD, '<value xsi:type="xsd:double">12.0<', '<value xsi:type="xsd:string">12.0<'), {
            file: RECORD,
            at: '<value xsi:type="xsd:string">12.0<',
            what: 'The value of Order__c is xsd:string, its field is Number. Write xsi:type="xsd:double"'
        });
    });

    test('a value that the picklist has not', () => {
        const file = 'force-app/service/case-summary/customMetadata/AI_Use_Case.Case_Summary.md-meta.xml';
        const phase = /<field>Phase__c<\/field>\s*<value xsi:type="xsd:string">([^<]+)</.exec(read(file))!;
        expectFound(edit(file, phase[0], phase[0].replace(`>${phase[1]}<`, '>Assistd<')), {
            file,
            at: '>Assistd<',
            what: 'Assistd is no value of Phase__c'
        });
    });

    test('a label of a record that is too long', () => {
        const text = read(RECORD).replace(/<label>[^<]*</, `<label>${'Payment card '.repeat(4)}<`);
        expectFound({ [RECORD]: text }, { file: RECORD, at: '<label>', what: 'The label has 51 characters' });
    });

    test('a label that nothing uses', () => {
        const label =
            '    <labels>\n        <fullName>Planted</fullName>\n        <language>en_US</language>\n        <protected>false</protected>\n        <shortDescription>x</shortDescription>\n        <value>x</value>\n    </labels>\n';
        expectFound(
            edit(LABELS, '</CustomLabels>', `${label}</CustomLabels>`),
            { file: LABELS, at: label, what: 'Nothing uses the label Planted' },
            { file: GERMAN_OF_CORE, what: 'The label Planted has no translation' }
        );
    });

    test('a username', () => {
        const file = 'force-app/core/access/queues/Planted.queue-meta.xml';
        const content =
            '<doesSendEmailToMembers>false</doesSendEmailToMembers>\n<name>Planted</name>\n' +
            '<queueMembers><users>\n<user>kim@customer.example</user></users></queueMembers>\n<queueSobject><sobjectType>Case</sobjectType></queueSobject>';
        expectFound(
            { [file]: xml('Queue', content) },
            { file, at: '<user>', what: 'user is the username kim@customer.example' }
        );
    });

    test('the layout that every org has', () => {
        const file = 'force-app/service/console/layouts/Case-Case Layout.layout-meta.xml';
        expectFound(
            { [file]: xml('Layout', '') },
            { file, what: 'Case-Case Layout overwrites the layout that the org has' }
        );
    });

    test('a report in a folder that is not declared', () => {
        const file = 'force-app/core/audit/reports/Tandem/Cost.report-meta.xml';
        const content =
            '<format>Tabular</format>\n<name>Cost</name>\n<reportType>CustomEntity$AI_Audit_Log__c</reportType>\n<showDetails>true</showDetails>';
        expectFound({ [file]: xml('Report', content) }, { file, what: 'The folder Tandem is not declared' });
    });

    test('a scratch definition with a setting that does not exist', () => {
        const file = 'config/project-scratch-def.json';
        expectFound(edit(file, '"edition": "Developer"', '"edition": "Developper"'), {
            file,
            at: '"edition"',
            what: '/edition must be equal'
        });
    });
});

describe('automation', () => {
    test('a connector to an element that is not there', () => {
        const file = 'force-app/core/engine/flows/Planted.flow-meta.xml';
        const content =
            '<apiVersion>67.0</apiVersion>\n<label>Planted</label>\n<processType>AutoLaunchedFlow</processType>\n' +
            '<start>\n<locationX>0</locationX>\n<locationY>0</locationY>\n<connector>\n<targetReference>Nowhere</targetReference>\n</connector>\n</start>\n<status>Draft</status>';
        expectFound(
            { [file]: xml('Flow', content) },
            { file, at: '<targetReference>', what: 'The flow has no element Nowhere' }
        );
    });

    test('an approver of a kind that the platform has not', () => {
        const file = 'force-app/core/engine/approvalProcesses/AI_Insight__c.Planted.approvalProcess-meta.xml';
        const step =
            '<approvalStep>\n<allowDelegate>false</allowDelegate>\n<assignedApprover>\n<approver>\n<name>Reviewers</name>\n<type>role</type>\n</approver>\n</assignedApprover>\n<label>Review</label>\n<name>Review</name>\n</approvalStep>';
        const content =
            `<active>false</active>\n<allowRecall>false</allowRecall>\n<allowedSubmitters>\n<type>owner</type>\n</allowedSubmitters>\n<approvalPageFields>\n<field>Name</field>\n</approvalPageFields>\n${step}\n` +
            '<finalApprovalRecordLock>false</finalApprovalRecordLock>\n<finalRejectionRecordLock>false</finalRejectionRecordLock>\n<label>Planted</label>\n<recordEditability>AdminOnly</recordEditability>\n<showApprovalHistory>false</showApprovalHistory>';
        expectFound(
            { [file]: xml('ApprovalProcess', content) },
            { file, at: '<type>role', what: 'An approver cannot be a role' },
            { file, at: '<type>role', what: 'type cannot be role' }
        );
    });
});
