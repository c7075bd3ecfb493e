import { LimitCounters } from '../limits/counters.ts';
import type { SObjectValue } from '../values/sobject.ts';

/** What one running Apex test has set up. The test runner makes one for each test method. */
export class TestState {
    /** Objects given to Test.setMock, by lower-case interface name. */
    readonly mocks = new Map<string, unknown>();
    /** Responses given to Test.setContinuationResponse, by request label. */
    readonly continuationResponses = new Map<string, unknown>();
    /** Ids given to Test.setFixedSearchResults; null when never called. */
    fixedSearchResults: string[] | null = null;
    phase: 'before' | 'started' | 'stopped' = 'before';
    /** Counters of the test method, put aside while those of startTest…stopTest count. */
    outerLimits: LimitCounters | null = null;
    /** Counters of startTest…stopTest; kept after stopTest for the report of the run. */
    testedLimits: LimitCounters | null = null;
    readonly publishedEvents: SObjectValue[] = [];
    /** Messages given to Messaging.sendEmail. */
    readonly sentEmails: unknown[] = [];
    readonly seeAllData: boolean;

    constructor(seeAllData = false) {
        this.seeAllData = seeAllData;
    }
}
