import type { LocalOrg } from '../../local-org/org.ts';
import type { RecordedRequest } from '../../model-simulator/http/journal.ts';
import { rows, type Row } from '../chaos-org.ts';
import { attemptViolations } from './attempts.ts';
import { budgetViolations } from './budget.ts';
import { circuitViolations } from './circuits.ts';
import { endViolations } from './ends.ts';
import { insightViolations } from './insights.ts';

/** What a run left behind. */
export interface Evidence {
    requests: Row[];
    audit: Row[];
    usage: Row[];
    insights: Row[];
    circuits: Row[];
    /** What the model received. */
    received: readonly RecordedRequest[];
    /** How many questions were asked. */
    asked: number;
    /** Trace ids that callers were given. */
    given: ReadonlySet<string>;
    tokensADay: number;
}

const REQUESTS = `SELECT Id, Trace_Id__c, Status__c, State__c, Message__c, Answer__c, Insight__c, Attempts__c, Retries__c,
    Channel__c, Waiting_Key__c, Reserved_Tokens__c, Outcome__c, Idempotency_Key__c FROM AI_Interaction__c ORDER BY Name`;
const AUDIT = `SELECT Id, CreatedDate, Trace_Id__c, Attempt__c, Outcome__c, Model__c, Use_Case__c, User__c, Input_Tokens__c,
    Output_Tokens__c, Cost__c, Latency_Milliseconds__c, Message__c FROM AI_Audit_Log__c ORDER BY Name`;
const USAGE = 'SELECT Id, Scope__c, Subject__c, Day__c, Tokens__c, Cost__c, Calls__c FROM AI_Usage__c ORDER BY Name';
const INSIGHTS = `SELECT Id, Trace_Id__c, Use_Case__c, Record_Id__c, Fingerprint__c, Status__c FROM AI_Insight__c ORDER BY Name`;
const CIRCUITS = 'SELECT Id, Name, Failures__c, Open_Until__c, Last_Outcome__c, Needs_Admin__c FROM AI_Circuit__c';

/** Reads from the org what the checks look at. */
export function readEvidence(
    org: LocalOrg,
    received: readonly RecordedRequest[],
    facts: Pick<Evidence, 'asked' | 'given' | 'tokensADay'>
): Evidence {
    return {
        requests: rows(org, REQUESTS),
        audit: rows(org, AUDIT),
        usage: rows(org, USAGE),
        insights: rows(org, INSIGHTS),
        circuits: rows(org, CIRCUITS),
        received,
        ...facts
    };
}

/** Everything that should not be, in sentences. */
export function allViolations(evidence: Evidence): string[] {
    return [
        ...endViolations(evidence),
        ...attemptViolations(evidence),
        ...budgetViolations(evidence),
        ...insightViolations(evidence),
        ...circuitViolations(evidence)
    ];
}
