import { tokensOf } from '../model-simulator/tokens.ts';
import { loadSampleData } from '../data/load.ts';
import type { FinishedTransaction } from '../local-org/org/transactions.ts';
import { RoadSession } from '../test/privacy/road-session.ts';
import { callPartSample, longCallSample, type Sample } from './calls.ts';
import type { Figure } from './figures.ts';
import { naivePrompt, withToldOf } from './naive.ts';
import { watchRows, type RowWatch } from './rows.ts';

/** A record of the sample data that stands for each use case, as a query; a use case without one stops the bench. */
const SAMPLES: Record<string, string> = {
    Case_Summary: "SELECT Id FROM Case WHERE CaseNumber = '00001001'",
    Ask_Record: "SELECT Id FROM Opportunity WHERE Name = 'Lakeside – rooftop units summer programme'",
    Opportunity_Insights: "SELECT Id FROM Opportunity WHERE Name = 'Lakeside – rooftop units summer programme'",
    Next_Best_Action: "SELECT Id FROM Opportunity WHERE Name = 'Harbourline – replace chiller 1'",
    Email_Draft: "SELECT Id FROM Opportunity WHERE Name = 'Harbourline – replace chiller 1'",
    Meeting_Brief: "SELECT Id FROM Opportunity WHERE Name = 'Harbourline – replace chiller 1'",
    Service_History: "SELECT Id FROM Opportunity WHERE Name = 'Harbourline – replace chiller 1'",
    Cross_Sell: "SELECT Id FROM Opportunity WHERE Name = 'Harbourline – replace chiller 1'"
};
/** Use cases whose records are no sample data: what is posted or pasted is. */
const MADE: Record<string, (session: RoadSession) => Promise<Sample>> = {
    After_Call: longCallSample,
    Call_Part: callPartSample
};
/** They read all that was said, once and in the background, so that what follows need not: how much of the file that is tells nothing. */
const READS_ALL: ReadonlySet<string> = new Set(['Call_Part']);
/** What an interactive request may cost, in all its transactions together. */
const MOST = { queries: 8, statements: 3, callouts: 1, shareOfNaive: 0.5, repeatedRows: 0 };
/** Where an org uses orders, what accounts bought stands in three objects that have no parent in common. Without orders it is 8. */
const MOST_QUERIES: Readonly<Record<string, number>> = { Cross_Sell: 9 };

/** What a request of every use case that ships costs. Throws when one of them has no record to ask about. */
export async function roadFigures(): Promise<Figure[]> {
    const session = await RoadSession.start();
    try {
        loadSampleData(session.org);
        const names = session.apex(
            'for (AI_Use_Case__mdt each : [SELECT DeveloperName FROM AI_Use_Case__mdt]) { System.debug(each.DeveloperName); }'
        );
        const figures: Figure[] = [];
        for (const name of names) figures.push(...(await useCaseFigures(session, name)));
        return figures;
    } finally {
        await session.stop();
    }
}

async function useCaseFigures(session: RoadSession, useCase: string): Promise<Figure[]> {
    const { recordId, naive } = await sample(session, useCase);
    await session.ask(useCase, recordId);
    const whole = MADE[useCase] === undefined ? withToldOf(session, useCase, naive) : naive;
    const before = session.simulator.requests().length;
    const { transactions, rows } = await watched(session, () => session.ask(useCase, recordId));
    const callouts = session.simulator.requests().length - before;
    return [...limitFigures(useCase, transactions, rows), ...sizeFigures(session, useCase, whole, callouts)];
}

async function sample(session: RoadSession, useCase: string): Promise<Sample> {
    if (MADE[useCase]) return MADE[useCase](session);
    const soql = SAMPLES[useCase];
    if (soql === undefined) throw new Error(`Say in scripts/bench/road.ts which record stands for ${useCase}.`);
    const [recordId = ''] = session.apex(`System.debug([${soql}].Id);`);
    return { recordId, naive: naivePrompt(session, recordId) };
}

async function watched(
    session: RoadSession,
    work: () => Promise<unknown>
): Promise<{ transactions: FinishedTransaction[]; rows: RowWatch }> {
    const transactions: FinishedTransaction[] = [];
    const rows = watchRows(session.org.data);
    session.org.transactions.onFinished = (transaction) => {
        transactions.push(transaction);
        rows.nextTransaction();
    };
    try {
        await work();
    } finally {
        session.org.transactions.onFinished = null;
        rows.stop();
    }
    return { transactions, rows };
}

function limitFigures(useCase: string, transactions: FinishedTransaction[], rows: RowWatch): Figure[] {
    const { repeated } = rows;
    const sum = (name: keyof FinishedTransaction['limits']): number =>
        transactions.reduce((total, { limits }) => total + limits[name], 0);
    if (repeated.length > 0) console.log(`${useCase} reads twice: ${repeated.join(', ')}`);
    return [
        { name: `${useCase}: transactions`, value: transactions.length },
        { name: `${useCase}: SOQL`, value: sum('Queries'), most: MOST_QUERIES[useCase] ?? MOST.queries },
        { name: `${useCase}: queries of custom metadata besides`, value: rows.metadataQueries },
        { name: `${useCase}: rows`, value: sum('QueryRows') },
        { name: `${useCase}: rows read twice in a transaction`, value: repeated.length, most: MOST.repeatedRows },
        { name: `${useCase}: DML`, value: sum('DmlStatements'), most: MOST.statements },
        { name: `${useCase}: CPU`, value: sum('CpuTime'), unit: 'ms' },
        {
            name: `${useCase}: heap`,
            value: Math.max(...transactions.map(({ limits }) => limits.HeapSize)) / 1000,
            unit: 'kB'
        }
    ];
}

function sizeFigures(session: RoadSession, useCase: string, naive: string, callouts: number): Figure[] {
    const requests = session.simulator.requests();
    const sent = session.latestRequest();
    const share = tokensOf(sent) / tokensOf(naive);
    return [
        { name: `${useCase}: callouts`, value: callouts, most: MOST.callouts },
        { name: `${useCase}: bytes out`, value: Buffer.byteLength(JSON.stringify(requests.at(-1)?.body)) },
        { name: `${useCase}: tokens out`, value: tokensOf(sent) },
        { name: `${useCase}: tokens of the whole record as JSON`, value: tokensOf(naive) },
        { name: `${useCase}: share of it`, value: share, most: READS_ALL.has(useCase) ? undefined : MOST.shareOfNaive }
    ];
}
