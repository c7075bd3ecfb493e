import { context } from '../platform/context.ts';
import type { HttpGateway } from '../platform/http/gateway.ts';
import type { HttpRequestValue } from '../platform/http/request.ts';
import type { HttpResponseValue } from '../platform/http/response.ts';
import { type Journal, RanDifferently } from '../platform/journal.ts';
import {
    type Answer,
    copyRequest,
    copyResponse,
    differenceOf,
    newReplay,
    nothingMet,
    outcomeOf,
    type Replay
} from './replay.ts';

/** Runs the work of a transaction, inside of what is rolled back when it throws. */
export type Finished = <R>(work: () => R) => R;

/** Goes through Apex, which cannot catch it, when a transaction has to be left to wait for an answer. */
export class AnswerAwaited extends Error {
    constructor() {
        super('This transaction waits for the answer to a callout');
        this.name = 'AnswerAwaited';
    }
}

/**
 * Callouts that hold up nobody else. Apex waits inside of `Http.send`, which one JavaScript thread can only do by standing
 * still. So a transaction is undone at its callout, the request is sent meanwhile, and when the answer is there
 * the transaction runs from its beginning with that answer at hand. It meets what it met at first (see Journal), and
 * nothing is done twice: on the platform, too, a callout may not follow uncommitted work.
 */
export class WaitingCallouts implements HttpGateway {
    private readonly direct: HttpGateway;
    private replay: Replay | null = null;
    /** Told when a transaction begins to wait: what it did at once can be worked on. */
    onWait: () => void = () => undefined;

    constructor(direct: HttpGateway) {
        this.direct = direct;
    }

    /** The journal of the transaction that runs now; null when it cannot be left and run again. */
    get journal(): Journal | null {
        return this.replay?.inTransaction ? this.replay.journal : null;
    }

    /**
     * Waits in place, unless what runs can be left and run again.
     * @throws RanDifferently when a second run asks for something else than the first one
     */
    send(request: HttpRequestValue, userId: string): HttpResponseValue {
        const { replay } = this;
        if (!replay?.inTransaction) return this.direct.send(request, userId);
        const { journal } = replay;
        journal.check();
        const answer = replay.answers[replay.given];
        if (answer) return giveNext(replay, answer, request);
        replay.awaited = { request: copyRequest(request), userId, position: journal.passed };
        return journal.stop(new AnswerAwaited());
    }

    sendAsync(request: HttpRequestValue, userId: string): Promise<HttpResponseValue> {
        return this.direct.sendAsync(request, userId);
    }

    /**
     * Runs one or more transactions (`transaction`) to their end and lets others run while one waits for an answer.
     * `work` runs again after each callout, so it may do nothing outside of its transactions that counts twice.
     * `onCommit` is called once after each transaction that succeeded.
     */
    async run<T>(work: () => T, onCommit: () => void = () => undefined): Promise<T> {
        const replay = newReplay(onCommit);
        for (;;) {
            Object.assign(replay, { passed: 0, inTransaction: false, given: 0, awaited: null });
            replay.journal.restart();
            const outcome = this.within(replay, () => outcomeOf(work));
            if (!replay.awaited) return outcome();
            const answer = this.answer(replay.awaited);
            this.onWait();
            replay.answers.push(await answer);
        }
    }

    /** One transaction inside of `run`; outside of it, and inside of another one, a plain call. */
    transaction<T>(run: (finished: Finished) => T): T {
        const { replay } = this;
        if (!replay || replay.inTransaction) return run((work) => work());
        if (replay.awaited) throw new AnswerAwaited();
        const ended = replay.ended[replay.passed++];
        return (ended ?? this.runNext(replay, run))() as T;
    }

    private runNext<T>(replay: Replay, run: (finished: Finished) => T): () => T {
        replay.inTransaction = true;
        const outcome = outcomeOf(() => run((work) => finish(replay, work)));
        replay.inTransaction = false;
        if (replay.awaited) throw new AnswerAwaited();
        replay.ended.push(outcome);
        Object.assign(replay, nothingMet());
        replay.onCommit();
        return outcome;
    }

    private within<T>(replay: Replay, run: () => T): T {
        const outer = this.replay;
        this.replay = replay;
        try {
            return run();
        } finally {
            this.replay = outer;
        }
    }

    private async answer({ request, userId, position }: NonNullable<Replay['awaited']>): Promise<Answer> {
        const sent = Date.now();
        const give = await this.direct.sendAsync(request, userId).then(
            (response) => () => copyResponse(response),
            (error: unknown) => () => {
                throw error;
            }
        );
        return { request, position, give, waited: Date.now() - sent };
    }
}

/** The wait counts as the transaction's. */
function giveNext(replay: Replay, answer: Answer, request: HttpRequestValue): HttpResponseValue {
    const { journal } = replay;
    const difference = differenceOf(answer.request, request);
    if (difference)
        journal.stop(new RanDifferently(`it sent ${answer.request.toString()}`, `one with another ${difference}`));
    if (answer.position !== journal.passed)
        journal.stop(new RanDifferently(`it met ${answer.position} values before the callout`, `${journal.passed}`));
    replay.given++;
    context().transaction.limits.calloutTime += answer.waited;
    return answer.give();
}

/** Apex may have met the wait in a `finally` that went on: its work must not be kept. */
function finish<R>(replay: Replay, work: () => R): R {
    const outcome = outcomeOf(work);
    const { journal, answers, given } = replay;
    if (!journal.ended && given < answers.length)
        journal.stop(new RanDifferently('it made a callout', 'it ended without it'));
    if (!journal.ended) return outcome();
    leave();
    throw journal.ended;
}

/** Nothing stays of a transaction that is left but the events that were published at once. */
function leave(): void {
    const { transaction } = context();
    const immediate = transaction.asyncQueue.filter((job) => job.immediate);
    transaction.asyncQueue.splice(0, transaction.asyncQueue.length, ...immediate);
    transaction.finalizer = null;
}
