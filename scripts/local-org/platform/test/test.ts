import { invokeContinuationMethod } from '../async/continuation.ts';
import type { ContinuationValue } from '../async/continuation.ts';
import { executeJob } from '../async/execute-job.ts';
import { context } from '../context.ts';
import { definePlatformClass, definePlatformInterface } from '../define.ts';
import { LimitCounters } from '../limits/counters.ts';
import { NotImplementedError } from '../not-implemented.ts';
import { failureOf } from '../async/event-bus.ts';
import type { SObjectTypeToken } from '../values/tokens.ts';
import { recordsOfResource } from './load-data.ts';
import { ApexList } from '../values/collections.ts';
import type { ApexDatetime } from '../values/datetime.ts';
import { ApexException } from '../values/exception.ts';
import { PlatformObject } from '../values/object.ts';
import type { ApexTypeToken } from '../values/tokens.ts';
import { setCreatedDate } from './created-date.ts';
import { type PageReferenceValue, setCurrentPage } from '../visualforce/page-reference.ts';
import type { TestState } from './test-state.ts';

definePlatformInterface('HttpCalloutMock', ['HttpResponse respond(HttpRequest request)']);
definePlatformInterface('WebServiceMock', [
    'void doInvoke(Object stub, Object request, Map<String,Object> response, String endpoint, String soapAction, String requestName, String responseNS, String responseName, String responseType)'
]);
definePlatformInterface('StubProvider', [
    'Object handleMethodCall(Object stubbedObject, String stubbedMethodName, Type returnType, List<Type> listOfParamTypes, List<String> listOfParamNames, List<Object> listOfArgs)'
]);

definePlatformClass({
    name: 'Test',
    statics: {
        'void setCurrentPage(PageReference page)': (page: PageReferenceValue) => void setCurrentPage(page),
        'void setCurrentPageReference(PageReference page)': (page: PageReferenceValue) => void setCurrentPage(page),
        'List<SObject> loadData(Schema.SObjectType sObjectType, String resourceName)': loadData,
        'void calculatePermissionSetGroup(String psgId)': calculatePermissionSetGroup,
        'void calculatePermissionSetGroup(List<String> psgIds)': calculatePermissionSetGroup,
        'void testInstall(InstallHandler handler, Version version)': unavailable('testInstall'),
        'void enableChangeDataCapture()': unavailable('enableChangeDataCapture'),
        'Boolean isRunningTest()': () => context().test !== null,
        'void startTest()': startTest,
        'void stopTest()': stopTest,
        'void setMock(Type interfaceType, Object instance)': (type: ApexTypeToken, instance: unknown) =>
            void state().mocks.set(type.name.toLowerCase(), instance),
        'Object createStub(Type parentType, StubProvider stubProvider)': (type: ApexTypeToken, provider: unknown) =>
            context().org.types.createStub(type, provider),
        'Id getStandardPricebookId()': standardPricebookId,
        'void setFixedSearchResults(List<Id> fixedSearchResults)': (ids: ApexList<string>) => {
            state().fixedSearchResults = [...ids.items];
        },
        'void setCreatedDate(Id recordId, Datetime createdDatetime)': (id: string, created: ApexDatetime) => {
            state();
            setCreatedDate(id, created);
        },
        'void setContinuationResponse(String requestLabel, HttpResponse mockResponse)': (
            label: string,
            response: unknown
        ) => void state().continuationResponses.set(label, response),
        'Object invokeContinuationMethod(Object controller, Continuation request)': (
            controller: unknown,
            request: ContinuationValue
        ) => invokeContinuationMethod(controller, request),
        'EventBus.TestBroker getEventBus()': () => new TestBrokerValue()
    }
});

function unavailable(name: string): () => never {
    return () => {
        throw new NotImplementedError(`Test.${name}`);
    };
}

/** What Test.getEventBus() returns. */
class TestBrokerValue extends PlatformObject {
    readonly apexTypeName = 'EventBus.TestBroker';
}

definePlatformClass({
    name: 'EventBus.TestBroker',
    methods: { 'void deliver()': deliverEvents, 'void fail()': failEvents }
});

function state(): TestState {
    const { test } = context();
    if (!test) throw new ApexException('TypeException', 'This method can be called only in a test');
    return test;
}

/** Reading it costs no query, as on the platform. */
function standardPricebookId(): string {
    const { org, user } = context();
    const access = { userId: user.id, mode: 'system', sharing: false } as const;
    const found = org.data.query('SELECT Id FROM Pricebook2 WHERE IsStandard = true', () => null, access)[0]?.id;
    if (!found) throw new NotImplementedError('Test.getStandardPricebookId in an org without a standard price book');
    return found;
}

/** Fresh limits from here to stopTest. */
function startTest(): void {
    const test = state();
    if (test.phase !== 'before') throw new ApexException('FinalException', 'Testing already started');
    const { transaction } = context();
    test.phase = 'started';
    test.outerLimits = transaction.limits;
    transaction.limits = new LimitCounters(transaction.limits.asynchronous);
    transaction.uncommittedWork = false;
}

/** Runs what was enqueued, one job after the other, and puts the test's own limits back. */
function stopTest(): void {
    const test = state();
    if (test.phase !== 'started') throw new ApexException('FinalException', 'Testing is not started');
    const { transaction } = context();
    test.phase = 'stopped';
    runJobs();
    if (test.outerLimits) transaction.limits = test.outerLimits;
    transaction.uncommittedWork = false;
}

function runJobs(): void {
    const queue = context().transaction.asyncQueue.splice(0);
    for (let job = queue.shift(); job; job = queue.shift()) queue.push(...executeJob(job));
}

/** Events that wait are not delivered: their publish callbacks are told so. */
function failEvents(): void {
    for (const job of context().transaction.asyncQueue) if (job.kind === 'event') job.run = failureOf(job.run!);
    deliverEvents();
}

/** Static resources that are tables become records, inserted as they stand. */
function loadData(type: SObjectTypeToken, resourceName: string): ApexList {
    state();
    const records = recordsOfResource(type.objectName, resourceName);
    const { org, user } = context();
    const access = { userId: user.id, mode: 'system', sharing: false } as const;
    org.data.dml('insert', records, { access, allOrNone: true });
    return new ApexList('SObject', records);
}

/** Permissions follow their assignments at once here, so there is nothing to compute. */
function calculatePermissionSetGroup(): void {
    state();
    context().org.data.permissions.invalidate();
}

function deliverEvents(): void {
    const { transaction } = context();
    const events = transaction.asyncQueue.filter((job) => job.kind === 'event');
    transaction.asyncQueue = transaction.asyncQueue.filter((job) => job.kind !== 'event');
    for (const event of events) transaction.asyncQueue.push(...executeJob(event));
}
