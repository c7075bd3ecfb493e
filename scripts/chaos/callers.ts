import type { LocalOrg } from '../local-org/org.ts';
import { AuraError } from '../local-org/org.ts';
import { answerTo } from '../local-org/server/local/continuation.ts';

/** Who asks about what. */
export interface Question {
    person: string;
    recordId: string;
    /** A new answer even if nothing changed. */
    refresh: boolean;
    /** The caller's own key. */
    key: string;
}

/** Asks in one way. Resolves with the trace id that the caller was given, null when this way gives none. */
export type Caller = (org: LocalOrg, question: Question) => Promise<string | null>;

const USE_CASE = 'Case_Summary';

interface BeginView {
    traceId: string;
    view: object | null;
}

/** As a panel does: begin, ask, and the Continuation in between. */
export const askInPanel: Caller = async (org, { person, recordId, refresh }) => {
    const subject = { useCase: USE_CASE, recordId };
    const begun = await aura<BeginView>(org, person, 'begin', { ...subject, refresh });
    if (!begun.view) await aura(org, person, 'ask', { ...subject, traceId: begun.traceId });
    return begun.traceId;
};

async function aura<T>(org: LocalOrg, person: string, method: string, parameters: Record<string, unknown>): Promise<T> {
    const result = await org.callAuraAsync(person, `AIPanelController.${method}`, parameters);
    if ('value' in result) return result.value as T;
    const { id } = org.user(person);
    const { continuation } = result;
    const responses = await Promise.all(continuation.requests.map((request) => answerTo(org, request, id)));
    return org.completeContinuation(person, continuation, responses) as T;
}

/** As a flow does. */
export const askInFlow: Caller = (org, { person, recordId, refresh, key }) => {
    const result = org.executeAnonymous(
        person,
        `AIAskAction.Input input = new AIAskAction.Input();
        input.useCase = '${USE_CASE}';
        input.recordId = '${recordId}';
        input.refresh = ${refresh};
        input.idempotencyKey = '${key}';
        AIAskAction.ask(new List<AIAskAction.Input>{ input });`
    );
    if (!result.success) throw new Error(`The action failed: ${result.exceptionMessage ?? result.compileProblem}`);
    return Promise.resolve(null);
};

/** As middleware does. */
export const askByRest: Caller = async (org, { person, recordId, refresh, key }) => {
    const answer = await org.callRest(person, {
        verb: 'POST',
        path: '/tandem/v1/requests',
        parameters: {},
        headers: { 'Idempotency-Key': key },
        body: Buffer.from(JSON.stringify({ useCase: USE_CASE, recordId, refresh })),
        remoteAddress: '127.0.0.1'
    });
    const body = JSON.parse(answer.body.toString()) as { traceId?: string };
    if (!body.traceId) throw new Error(`The REST resource answered ${answer.status}: ${answer.body.toString()}`);
    return body.traceId;
};

/** As whoever publishes a platform event does. */
export const askByEvent: Caller = (org, { person, recordId, key }) => {
    const result = org.executeAnonymous(
        person,
        `EventBus.publish(new AI_Request__e(
            Use_Case__c = '${USE_CASE}', Record_Id__c = '${recordId}', Idempotency_Key__c = '${key}'));`
    );
    if (!result.success) throw new Error(`The event was not published: ${result.exceptionMessage}`);
    return Promise.resolve(null);
};

/** Gives up the request that waits, as a person in the panel. */
export async function cancel(org: LocalOrg, { person, recordId }: Question): Promise<void> {
    await aura(org, person, 'cancel', { useCase: USE_CASE, recordId });
}

/** Whether Apex refused in words, which is an end like any other. */
export function isRefusal(error: unknown): boolean {
    return error instanceof AuraError;
}
