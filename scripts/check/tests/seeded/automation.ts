import { describe, test } from 'node:test';
import { edit, expectFound, xml } from './plant.ts';

const FLOW = 'force-app/service/case-summary/flows/Planted.flow-meta.xml';
const PROCESS = 'force-app/core/insights/approvalProcesses/AI_Insight__c.Planted.approvalProcess-meta.xml';
const USE_CASE = 'force-app/service/case-summary/customMetadata/AI_Use_Case.Case_Summary.md-meta.xml';
const PAGE = 'force-app/service/console/flexipages/Tandem_Case_Record_Page.flexipage-meta.xml';

/** A flow that runs when a case is saved, with more elements before its start. */
function flow(elements: string, start = ''): Record<string, string> {
    const begin = `<start>\n<locationX>0</locationX>\n<locationY>0</locationY>\n${start}\n<object>Case</object>\n<recordTriggerType>Create</recordTriggerType>\n<triggerType>RecordAfterSave</triggerType>\n</start>`;
    return {
        [FLOW]: xml(
            'Flow',
            `<apiVersion>67.0</apiVersion>\n${elements}\n<label>Planted</label>\n<processType>AutoLaunchedFlow</processType>\n${begin}\n<status>Draft</status>`
        )
    };
}

function call(className: string): string {
    return `<actionCalls>\n<name>Ask</name>\n<label>Ask</label>\n<locationX>0</locationX>\n<locationY>0</locationY>\n<actionName>${className}</actionName>\n<actionType>apex</actionType>\n</actionCalls>`;
}

function approvalProcess(page: string, step: string, criteria = ''): Record<string, string> {
    const content =
        `<active>false</active>\n<allowRecall>false</allowRecall>\n<allowedSubmitters>\n<type>owner</type>\n</allowedSubmitters>\n` +
        `<approvalPageFields>\n<field>${page}</field>\n</approvalPageFields>\n${step}\n${criteria}\n` +
        '<finalApprovalRecordLock>false</finalApprovalRecordLock>\n<finalRejectionRecordLock>false</finalRejectionRecordLock>\n' +
        '<label>Planted</label>\n<recordEditability>AdminOnly</recordEditability>\n<showApprovalHistory>false</showApprovalHistory>';
    return { [PROCESS]: xml('ApprovalProcess', content) };
}

function step(approver: string, rest = ''): string {
    return `<approvalStep>\n<allowDelegate>false</allowDelegate>\n${rest}<assignedApprover>\n<approver>\n${approver}\n</approver>\n</assignedApprover>\n<label>Review</label>\n<name>Review</name>\n</approvalStep>`;
}

const BY_OWNER = step('<type>adhoc</type>');

describe('flows', () => {
    test('an Apex action that nobody wrote', () => {
        expectFound(flow(call('Nobody_Wrote_This')), {
            file: FLOW,
            at: 'Nobody_Wrote_This',
            what: 'There is no Apex class Nobody_Wrote_This'
        });
    });

    test('a subflow that nobody made', () => {
        const subflow =
            '<subflows>\n<name>Other</name>\n<label>Other</label>\n<locationX>0</locationX>\n<locationY>0</locationY>\n<flowName>Nowhere</flowName>\n</subflows>';
        expectFound(flow(subflow), { file: FLOW, at: '<flowName>', what: 'There is no flow Nowhere' });
    });

    test('a field of the record that is not there', () => {
        const formula =
            '<formulas>\n<name>Long</name>\n<dataType>Number</dataType>\n<expression>LEN({!$Record.AI_Sumary__c})</expression>\n<scale>0</scale>\n</formulas>';
        expectFound(flow(formula), { file: FLOW, at: 'AI_Sumary__c', what: 'There is no field Case.AI_Sumary__c' });
    });

    test('a filter on a field that is not there', () => {
        const filter =
            '<filters>\n<field>Prioritee</field>\n<operator>EqualTo</operator>\n<value>\n<stringValue>High</stringValue>\n</value>\n</filters>';
        expectFound(flow('', filter), { file: FLOW, at: 'Prioritee', what: 'There is no field Case.Prioritee' });
    });

    test('a class without an invocable method', () => {
        expectFound(flow(call('CaseSummary')), {
            file: FLOW,
            at: '<actionName>',
            what: 'CaseSummary has no @InvocableMethod'
        });
    });

    test('two elements of one name', () => {
        const constant = (type: string) => `<constants>\n<name>Ask</name>\n<dataType>${type}</dataType>\n</constants>`;
        expectFound(flow(`${constant('String')}\n${constant('Number')}`), {
            file: FLOW,
            at: '<name>Ask</name>\n<dataType>Number',
            what: 'Two elements of the flow are named Ask'
        });
    });
});

describe('approval processes', () => {
    test('a field of the approval page that is not there', () => {
        expectFound(approvalProcess('Draft__c', BY_OWNER), {
            file: PROCESS,
            at: 'Draft__c',
            what: 'There is no field AI_Insight__c.Draft__c'
        });
    });

    test('a queue of approvers that is not there', () => {
        expectFound(approvalProcess('Name', step('<name>Reviewers</name>\n<type>queue</type>')), {
            file: PROCESS,
            at: 'Reviewers',
            what: 'There is no queue Reviewers'
        });
    });

    test('an action that the workflow has not', () => {
        const action =
            '<approvalActions>\n<action>\n<name>Set_Approved</name>\n<type>FieldUpdate</type>\n</action>\n</approvalActions>\n';
        expectFound(approvalProcess('Name', step('<type>adhoc</type>', action)), {
            file: PROCESS,
            at: 'Set_Approved',
            what: 'There is no workflow action AI_Insight__c.Set_Approved'
        });
    });

    test('a manager that the process does not name', () => {
        expectFound(approvalProcess('Name', step('<type>userHierarchyField</type>')), {
            file: PROCESS,
            at: '<type>userHierarchyField',
            what: 'An approver is the manager, and the process names no nextAutomatedApprover'
        });
    });
});

describe('names in records and pages', () => {
    test('a model of the chain that is not there', () => {
        expectFound(edit(USE_CASE, 'OpenAI_GPT_4_1_Mini, ', 'OpenAI_GPT_4_Mini, '), {
            file: USE_CASE,
            at: 'OpenAI_GPT_4_Mini',
            what: 'There is no custom metadata record AI_Model.OpenAI_GPT_4_Mini'
        });
    });

    test('an action of the highlights panel that is not there', () => {
        const actions =
            '<componentInstanceProperties>\n<name>actionNames</name>\n<valueList>\n<valueListItems>\n<value>Case.Summarize</value>\n</valueListItems>\n</valueList>\n</componentInstanceProperties>\n';
        expectFound(
            edit(PAGE, '<componentName>force:highlightsPanel<', `${actions}<componentName>force:highlightsPanel<`),
            {
                file: PAGE,
                at: 'Case.Summarize',
                what: 'There is no quick action Case.Summarize'
            }
        );
    });

    test('a facet that nothing shows', () => {
        expectFound(edit(PAGE, '<value>relatedTabContent</value>', '<value>detailTabContent</value>'), {
            file: PAGE,
            at: '<flexiPageRegions>\n        <itemInstances>\n            <componentInstance>\n                <componentName>force:relatedListContainer',
            what: 'Nothing shows the facet relatedTabContent'
        });
    });
});

describe('translations', () => {
    test('a translation that lacks labels', () => {
        const file = 'force-app/core/labels/translations/fr.translation-meta.xml';
        const labels = '<customLabels>\n<label>Annuler</label>\n<name>AI_Cansel</name>\n</customLabels>';
        expectFound(
            { [file]: xml('Translations', labels) },
            { file, at: '<name>', what: 'There is no custom label AI_Cansel' },
            { file, what: 'The label ' }
        );
    });
});
