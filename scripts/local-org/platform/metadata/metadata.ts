import { definePlatformClass, definePlatformEnum, definePlatformInterface } from '../define.ts';
import { NotImplementedError } from '../not-implemented.ts';
import { BeanValue, defineBean } from '../support/bean.ts';
import { ApexList } from '../values/collections.ts';
import { context } from '../context.ts';

definePlatformEnum('Metadata.DeployStatus', [
    'Canceled',
    'Canceling',
    'Failed',
    'InProgress',
    'Pending',
    'Succeeded',
    'SucceededPartial'
]);
definePlatformEnum('Metadata.MetadataType', ['CustomMetadata', 'Layout']);

const list = (type: string) => (): unknown => new ApexList(type, []);

defineBean('Metadata.Metadata', { properties: { String: ['fullName'] } });
defineBean('Metadata.CustomMetadata', {
    extends: 'Metadata.Metadata',
    properties: {
        String: ['label', 'description'],
        Boolean: ['protected_x'],
        'List<Metadata.CustomMetadataValue>': ['values']
    },
    initial: { values: list('Metadata.CustomMetadataValue') }
});
defineBean('Metadata.CustomMetadataValue', { properties: { String: ['field'], Object: ['value'] } });
defineBean('Metadata.DeployMessage', {
    properties: {
        String: ['componentType', 'fileName', 'fullName', 'id', 'problem'],
        Boolean: ['changed', 'created', 'deleted', 'success'],
        Integer: ['columnNumber', 'lineNumber'],
        Datetime: ['createdDate']
    }
});
defineBean('Metadata.DeployDetails', {
    properties: { 'List<Metadata.DeployMessage>': ['componentFailures', 'componentSuccesses'] },
    initial: { componentFailures: list('Metadata.DeployMessage'), componentSuccesses: list('Metadata.DeployMessage') }
});
defineBean('Metadata.DeployResult', {
    properties: {
        Id: ['id', 'canceledBy', 'createdBy'],
        String: ['canceledByName', 'createdByName', 'errorMessage', 'stateDetail'],
        Boolean: ['checkOnly', 'done', 'ignoreWarnings', 'rollbackOnError', 'runTestsEnabled', 'success'],
        Datetime: ['completedDate', 'createdDate', 'lastModifiedDate', 'startDate'],
        Integer: ['numberComponentErrors', 'numberComponentsDeployed', 'numberComponentsTotal', 'numberTestErrors'],
        'Metadata.DeployStatus': ['status'],
        'Metadata.DeployDetails': ['details']
    }
});
defineBean('Metadata.DeployCallbackContext', { properties: {} });
definePlatformInterface('Metadata.DeployCallback', [
    'void handleResult(Metadata.DeployResult result, Metadata.DeployCallbackContext context)'
]);

const containers = new WeakMap<BeanValue, BeanValue[]>();

function contentOf(container: BeanValue): BeanValue[] {
    const known = containers.get(container) ?? [];
    containers.set(container, known);
    return known;
}

definePlatformClass({
    name: 'Metadata.DeployContainer',
    constructors: { 'DeployContainer()': () => new BeanValue('Metadata.DeployContainer') },
    methods: {
        'void addMetadata(Metadata.Metadata md)': (self: BeanValue, item: BeanValue) => void contentOf(self).push(item),
        'List<Metadata.Metadata> getMetadata()': (self: BeanValue) =>
            new ApexList('Metadata.Metadata', [...contentOf(self)])
    }
});

definePlatformClass({
    name: 'Metadata.Operations',
    statics: {
        'Id enqueueDeployment(Metadata.DeployContainer container, Metadata.DeployCallback callback)': () => {
            context();
            throw new NotImplementedError('Metadata.Operations.enqueueDeployment');
        }
    }
});
