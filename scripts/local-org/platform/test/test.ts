import { invokeContinuationMethod } from '../async/continuation.ts';
import type { ContinuationValue } from '../async/continuation.ts';
import { isBatchError } from '../async/batch-errors.ts';
import { executeJob } from '../async/execute-job.ts';
import type { AsyncJob } from '../async/job.ts';
import { context } from '../context.ts';
import { definePlatformClass, definePlatformInterface } from '../define.ts';
import { LimitCounters } from '../limits/counters.ts';
import { NotImplementedError } from '../not-implemented.ts';
import type { SObjectTypeToken } from '../values/tokens.ts';
import { clearMessages } from '../visualforce/apex-pages.ts';
import { installTests } from './install.ts';
import { recordsOfResource } from './load-data.ts';
import { ApexList } from '../values/collections.ts';
import type { ApexDatetime } from '../values/datetime.ts';
import { ApexException } from '../values/exception.ts';
import { PlatformObject } from '../values/object.ts';
import type { ApexTypeToken } from '../values/tokens.ts';
import { stubs } from '../values/to-string.ts';
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
        ...installTests,
        'void clearApexPageMessages()': () => {
            state();
            clearMessages();
        },
        'void setReadOnlyApplicationMode(Boolean applicationMode)': unavailable('setReadOnlyApplicationMode'),
        'Id enqueueBatchJobs(Integer numberOfJobs)': unavailable('enqueueBatchJobs'),
        'List<Id> getFlexQueueOrder()': unavailable('getFlexQueueOrder'),
        'void enableChangeDataCapture()': unavailable('enableChangeDataCapture'),
        'Boolean isRunningTest()': () => context().test !== null,
        'void startTest()': startTest,
        'void stopTest()': stopTest,
        'void setMock(Type interfaceType, Object instance)': (type: ApexTypeToken, instance: unknown) =>
            void state().mocks.set(type.name.toLowerCase(), instance),
        'Object createStub(Type parentType, StubProvider stubProvider)': (type: ApexTypeToken, provider: unknown) => {
            const stub = context().org.types.createStub(type, provider) as object;
            stubs.add(stub);
            return stub;
        },
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
    test.testedLimits = transaction.limits;
    transaction.uncommittedWork = false;
}

/** Runs what was enqueued, one job after the other, and puts the test's own limits back. */
function stopTest(): void {
    const test = state();
    if (test.phase !== 'started') throw new ApexException('FinalException', 'Testing is not started');
    const { transaction } = context();
    test.phase = 'stopped';
    try {
        runJobs(transaction.asyncQueue.splice(0));
    } finally {
        if (test.outerLimits) transaction.limits = test.outerLimits;
        transaction.uncommittedWork = false;
    }
}

/**
 * Runs jobs and what they enqueue, one after the other; what the first one that failed threw is thrown at the end. What
 * says that a batch failed waits for `deliver`.
 */
function runJobs(queue: AsyncJob[]): void {
    const failures: unknown[] = [];
    for (let job = queue.shift(); job; job = queue.shift()) {
        const { enqueued, failure } = executeJob(job);
        queue.push(...enqueued.filter((next) => !isBatchError(next)));
        context().transaction.asyncQueue.push(...enqueued.filter(isBatchError));
        if (failure) failures.push(failure);
    }
    if (failures.length) throw failures[0];
}

/** Events that wait are not delivered: their publish callbacks are told so. */
function failEvents(): void {
    for (const { delivery } of context().transaction.asyncQueue) if (delivery) delivery.failed = true;
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

/** What a trigger asks to be tried again waits for the next delivery. */
function deliverEvents(): void {
    const { transaction } = context();
    const events = transaction.asyncQueue.filter((job) => job.kind === 'event');
    transaction.asyncQueue = transaction.asyncQueue.filter((job) => job.kind !== 'event');
    for (const event of events) {
        const { enqueued, failure } = executeJob(event);
        transaction.asyncQueue.push(...enqueued);
        if (failure) throw failure;
    }
}
