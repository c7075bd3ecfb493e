import type { LocalOrg } from '../local-org/org.ts';
import { askByEvent, askByRest, askInFlow, askInPanel, cancel, type Caller, type Question } from './callers.ts';
import { openChaosOrg, PEOPLE, rows } from './chaos-org.ts';
import { allViolations, readEvidence, type Evidence } from './checks/all.ts';
import { Clock } from './clock.ts';
import { Random } from './random.ts';
import { startSimulatorProcess, type SimulatorProcess } from './simulator-process.ts';

/** What is run. */
export interface ChaosOptions {
    seed: number;
    requests: number;
    /** Share of calls to the model that fail, from 0 to 1. */
    rate: number;
    /** Told of what happens. */
    log?: (line: string) => void;
}

/** What came of it. */
export interface ChaosResult {
    evidence: Evidence;
    /** What should not be, in sentences; none when all is well. */
    violations: string[];
    /** Seconds that the run took. */
    seconds: number;
}

const AT_ONCE = 8;
const MINUTE = 60_000;
const MOST_WAITING_MINUTES = 300;
/** A stalled call takes longer than the models are waited for. */
const STALL = 2500;
/** What calls on their way set aside, and enough for most of the calls, so that the last ones meet a spent budget. */
const TOKENS_ON_THEIR_WAY = 150_000;
const TOKENS_A_REQUEST = 400;
/** Panels wait side by side; what calls out in its own transaction holds up the rest. */
const CALLERS: readonly Caller[] = [askInPanel, askInPanel, askInPanel, askInFlow, askByRest, askByEvent];

/** Drives requests of all kinds through a fresh org while the model fails at random, and checks what they left. */
export async function runChaos(options: ChaosOptions): Promise<ChaosResult> {
    const started = performance.now();
    const { seed, rate } = options;
    const clock = new Clock();
    const simulator = await startSimulatorProcess({ seed, rate, stall: STALL });
    const tokensADay = TOKENS_ON_THEIR_WAY + options.requests * TOKENS_A_REQUEST;
    try {
        const evidence = await inOrg({ simulator, clock, tokensADay }, options);
        return { evidence, violations: allViolations(evidence), seconds: (performance.now() - started) / 1000 };
    } finally {
        await simulator.stop();
        clock.stop();
    }
}

async function inOrg(world: Omit<World, 'org'>, options: ChaosOptions): Promise<Evidence> {
    const org = openChaosOrg(world.simulator.url, world.tokensADay);
    try {
        return await drive({ ...world, org }, options);
    } finally {
        org.close();
    }
}

interface World {
    org: LocalOrg;
    simulator: SimulatorProcess;
    clock: Clock;
    tokensADay: number;
}

async function drive(world: World, { seed, requests, log }: ChaosOptions): Promise<Evidence> {
    const { org, clock } = world;
    const random = new Random(seed);
    const questions = new Questions(org, random);
    const given = new Set<string>();
    let asked = 0;
    while (asked < requests) {
        const batch = Array.from({ length: Math.min(AT_ONCE, requests - asked) }, () => questions.next());
        const traces = await Promise.all(batch.map((question) => ask(org, random.pick(CALLERS), question)));
        for (const trace of traces) if (trace) given.add(trace);
        asked += batch.length;
        if (random.next() < 0.1) await cancel(org, batch[0]);
        clock.advance(random.below(40_000));
        org.drainAsync();
        if (asked % 200 < AT_ONCE) log?.(`${asked} of ${requests} asked`);
    }
    finish(org, clock);
    return readEvidence(org, await world.simulator.requests(), { asked, given, tokensADay: world.tokensADay });
}

/** Who could not be answered in time may ask twice with the same key, as a caller whose connection broke does. */
async function ask(org: LocalOrg, caller: Caller, question: Question): Promise<string | null> {
    const [trace] = await Promise.all([
        caller(org, question),
        question.key.endsWith('0') && caller === askByRest ? caller(org, question) : null
    ]);
    return trace;
}

/** Lets time pass until nothing waits any more. */
function finish(org: LocalOrg, clock: Clock): void {
    const waiting = (): number =>
        rows(org, "SELECT Id FROM AI_Interaction__c WHERE Status__c IN ('Queued', 'Asking')").length;
    for (let minute = 0; minute < MOST_WAITING_MINUTES && waiting() > 0; minute++) {
        clock.advance(MINUTE);
        org.drainAsync();
    }
}

/** Questions about the cases of the sample data. Some cases get a new comment in between, so that they are worth asking about. */
class Questions {
    private readonly org: LocalOrg;
    private readonly random: Random;
    private readonly cases: string[];
    private count = 0;

    constructor(org: LocalOrg, random: Random) {
        this.org = org;
        this.random = random;
        this.cases = rows(org, 'SELECT Id FROM Case ORDER BY CaseNumber').map((row) => String(row.Id));
    }

    next(): Question {
        this.count++;
        const recordId = this.random.pick(this.cases);
        if (this.random.next() < 0.3) this.comment(recordId);
        return {
            person: this.random.pick(PEOPLE),
            recordId,
            refresh: this.random.next() < 0.3,
            key: `key-${this.count}`
        };
    }

    private comment(recordId: string): void {
        const body = `Customer called again, number ${this.count}: the pump still loses water at the seal.`;
        this.org.executeAnonymous(
            'admin',
            `insert as system new CaseComment(ParentId = '${recordId}', CommentBody = '${body}');`
        );
    }
}
