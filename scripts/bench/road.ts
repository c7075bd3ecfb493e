import { tokensOf } from '../model-simulator/tokens.ts';
import { loadSampleData } from '../data/load.ts';
import type { FinishedTransaction } from '../local-org/org/transactions.ts';
import { RoadSession } from '../test/privacy/road-session.ts';
import type { Figure } from './figures.ts';
import { watchRows, type RowWatch } from './rows.ts';

/** A record of the sample data that stands for each use case, as a query; a use case without one stops the bench. */
const SAMPLES: Record<string, string> = {
    Case_Summary: "SELECT Id FROM Case WHERE CaseNumber = '00001001'"
};
/** What an interactive request may cost, in all its transactions together. */
const MOST = { queries: 8, statements: 3, callouts: 1, shareOfNaive: 0.5, repeatedRows: 0 };

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
    const soql = SAMPLES[useCase];
    if (soql === undefined) throw new Error(`Say in scripts/bench/road.ts which record stands for ${useCase}.`);
    const [recordId = ''] = session.apex(`System.debug([${soql}].Id);`);
    const naive = naivePrompt(session, recordId);
    await session.ask(useCase, recordId);
    const { transactions, rows } = await watched(session, () => session.ask(useCase, recordId));
    return [...limitFigures(useCase, transactions, rows), ...sizeFigures(session, useCase, naive)];
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
        { name: `${useCase}: SOQL`, value: sum('Queries'), most: MOST.queries },
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

function sizeFigures(session: RoadSession, useCase: string, naive: string): Figure[] {
    const requests = session.simulator.requests();
    const sent = session.latestRequest();
    const share = tokensOf(sent) / tokensOf(naive);
    return [
        { name: `${useCase}: callouts`, value: requests.length / 2, most: MOST.callouts },
        { name: `${useCase}: bytes out`, value: Buffer.byteLength(JSON.stringify(requests.at(-1)?.body)) },
        { name: `${useCase}: tokens out`, value: tokensOf(sent) },
        { name: `${useCase}: tokens of the whole record as JSON`, value: tokensOf(naive) },
        { name: `${useCase}: share of it`, value: share, most: MOST.shareOfNaive }
    ];
}

/** The record with its parents and children, all fields of all rows, as JSON: what a prompt built without thought would hold. */
function naivePrompt(session: RoadSession, recordId: string): string {
    const [objectName = ''] = session.apex(`System.debug(((Id) '${recordId}').getSObjectType());`);
    const schema = session.org.schema;
    const object = schema.object(objectName);
    const all = (name: string, where: string): string =>
        session
            .apex(
                `System.debug(JSON.serialize(Database.query('SELECT ' + String.join(new List<String>(Schema.getGlobalDescribe().get('${name}').getDescribe().fields.getMap().keySet()), ', ') + ' FROM ${name} WHERE ${where}')));`
            )
            .join('');
    const children = schema
        .objects()
        .flatMap((child) => [...child.fields.values()].map((field) => ({ child, field })))
        .filter(({ field }) => field.referenceTo.includes(object?.name ?? '') && field.childRelationshipName)
        .filter(({ child }) => !child.name.startsWith('AI_'))
        .map(({ child, field }) => `"${child.name}": ${all(child.name, `${field.name} = \\'${recordId}\\'`)}`);
    return `${all(objectName, `Id = \\'${recordId}\\'`)}\n${children.join('\n')}`;
}
