import { describe, test } from 'node:test';
import { expectFound, xml } from './plant.ts';

const FLOW = 'force-app/service/case-summary/flows/Planted.flow-meta.xml';
const PLACE = '<locationX>0</locationX>\n<locationY>0</locationY>';
const CLASS = 'force-app/service/case-summary/classes/PlantedAction.cls';
const NAME = '<name>Ask</name>\n<label>Ask</label>';

/** A flow that a person starts. */
function flow(elements: string): Record<string, string> {
    const rest = '<label>Planted</label>\n<processType>AutoLaunchedFlow</processType>';
    const start = `<start>\n${PLACE}\n</start>\n<status>Draft</status>`;
    return { [FLOW]: xml('Flow', `<apiVersion>67.0</apiVersion>\n${elements}\n${rest}\n${start}`) };
}

function call(name: string, type: string, parameters = ''): string {
    return `<actionCalls>\n${NAME}\n${PLACE}\n<actionName>${name}</actionName>\n<actionType>${type}</actionType>\n${parameters}</actionCalls>`;
}

function action(variable: string): Record<string, string> {
    const text = `public with sharing class PlantedAction {
    public class Request {
        @InvocableVariable(required=true)
        public Id ${variable};
    }

    @InvocableMethod(label='Planted')
    public static void run(List<Request> requests) {
    }
}
`;
    const meta = xml('ApexClass', '    <apiVersion>67.0</apiVersion>\n    <status>Active</status>');
    return { [CLASS]: text, [`${CLASS}-meta.xml`]: meta };
}

const UNGRANTED = { file: `${CLASS}-meta.xml`, what: 'No permission set grants PlantedAction' };

describe('names inside flows', () => {
    test('a variable that nobody declared', () => {
        const assignment = `<assignments>\n<name>Count</name>\n<label>Count</label>\n${PLACE}\n<assignmentItems>\n<assignToReference>total</assignToReference>\n<operator>Add</operator>\n<value>\n<elementReference>totl</elementReference>\n</value>\n</assignmentItems>\n</assignments>`;
        const variable =
            '<variables>\n<name>total</name>\n<dataType>Number</dataType>\n<isCollection>false</isCollection>\n<isInput>false</isInput>\n<isOutput>false</isOutput>\n<scale>0</scale>\n</variables>';
        expectFound(flow(`${assignment}\n${variable}`), {
            file: FLOW,
            at: '<elementReference>totl',
            what: 'The flow has no element totl. Did you mean total'
        });
    });

    test('a value for a variable that the Apex action has not', () => {
        const parameter =
            '<inputParameters>\n<name>recordId</name>\n<value>\n<elementReference>$User.Id</elementReference>\n</value>\n</inputParameters>\n';
        expectFound(
            { ...flow(call('PlantedAction', 'apex', parameter)), ...action('caseId') },
            { file: FLOW, at: '<name>recordId', what: 'PlantedAction has no invocable variable recordId' },
            UNGRANTED
        );
    });

    test('a value for a variable that the Apex action has is right', () => {
        const parameter =
            '<inputParameters>\n<name>caseId</name>\n<value>\n<elementReference>$User.Id</elementReference>\n</value>\n</inputParameters>\n';
        expectFound({ ...flow(call('PlantedAction', 'apex', parameter)), ...action('caseId') }, UNGRANTED);
    });

    test('an e-mail alert that the workflow has not', () => {
        expectFound(flow(call('Case.Tell_Owner', 'emailAlert')), {
            file: FLOW,
            at: '<actionName>',
            what: 'There is no workflow action Case.Tell_Owner'
        });
    });

    test('a component on a screen that does not exist', () => {
        const screen = `<screens>\n${NAME}\n${PLACE}\n<fields>\n<name>Form</name>\n<extensionName>c:plantedForm</extensionName>\n<fieldType>ComponentInstance</fieldType>\n<isRequired>true</isRequired>\n</fields>\n</screens>`;
        expectFound(flow(screen), {
            file: FLOW,
            at: '<extensionName>',
            what: 'There is no Lightning web component plantedForm'
        });
    });

    test('a variable of an object that does not exist', () => {
        const variable =
            '<variables>\n<name>row</name>\n<dataType>SObject</dataType>\n<isCollection>false</isCollection>\n<isInput>false</isInput>\n<isOutput>false</isOutput>\n<objectType>Caze</objectType>\n</variables>';
        expectFound(flow(variable), { file: FLOW, at: '<objectType>', what: 'There is no object Caze' });
    });

    test('a choice from a field that the object has not', () => {
        const choice =
            '<dynamicChoiceSets>\n<name>Cases</name>\n<dataType>String</dataType>\n<displayField>Sujbect</displayField>\n<object>Case</object>\n<valueField>Id</valueField>\n</dynamicChoiceSets>';
        expectFound(flow(choice), { file: FLOW, at: '<displayField>', what: 'There is no field Case.Sujbect' });
    });
});
