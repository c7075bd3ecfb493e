import type { FinishedTransaction } from '../local-org/org/transactions.ts';
import { RoadSession } from '../test/privacy/road-session.ts';
import type { Figure } from './figures.ts';

const DEALS = 200;
/** What each deal has, so that the job has something to read. */
const OF_EACH = { history: 4, tasks: 3, events: 2, emails: 6 };
/** What a batch of 200 deals may cost. */
const MOST = { queries: 2, statements: 1 };

/** What the nightly job of Opportunity Insights costs for 200 open deals, and for the same deals when nothing has changed. */
export async function dealRiskJobFigures(): Promise<Figure[]> {
    const session = await RoadSession.start();
    try {
        session.apex(MAKE_DEALS);
        for (let change = 1; change < OF_EACH.history; change++) session.apex(moveCloseDates(change));
        const first = batches(session);
        const again = batches(session);
        return [
            ...batchFigures(first),
            ...wholeFigures(first),
            { name: `${NAME}, nothing changed: rows written`, value: sum(again.slice(1, -1), 'DmlRows'), most: 0 }
        ];
    } finally {
        await session.stop();
    }
}

const NAME = `Nightly job, ${DEALS} deals`;

/** The transactions of a run: start, the batch, the end. */
function batches(session: RoadSession): FinishedTransaction[] {
    const transactions: FinishedTransaction[] = [];
    session.org.transactions.onFinished = (transaction) => transactions.push(transaction);
    try {
        session.apex('DealRiskJob.run();');
        session.org.drainAsync();
    } finally {
        session.org.transactions.onFinished = null;
    }
    return transactions.filter(({ quiddity }) => quiddity === 'BATCH_APEX');
}

function batchFigures(transactions: FinishedTransaction[]): Figure[] {
    const batch = transactions.slice(1, -1);
    return [
        { name: `${NAME}: batches`, value: batch.length, most: 1 },
        { name: `${NAME}: SOQL in a batch`, value: sum(batch, 'Queries'), most: MOST.queries },
        { name: `${NAME}: rows read`, value: sum(batch, 'QueryRows') },
        { name: `${NAME}: DML in a batch`, value: sum(batch, 'DmlStatements'), most: MOST.statements },
        { name: `${NAME}: rows written`, value: sum(batch, 'DmlRows'), most: DEALS },
        { name: `${NAME}: CPU`, value: sum(batch, 'CpuTime'), unit: 'ms' },
        { name: `${NAME}: heap`, value: Math.max(...batch.map(({ limits }) => limits.HeapSize)) / 1000, unit: 'kB' }
    ];
}

function wholeFigures(transactions: FinishedTransaction[]): Figure[] {
    return [
        { name: `${NAME}: SOQL of the whole run`, value: sum(transactions, 'Queries') },
        { name: `${NAME}: DML of the whole run`, value: sum(transactions, 'DmlStatements') },
        { name: `${NAME}: callouts`, value: sum(transactions, 'Callouts'), most: 0 }
    ];
}

function sum(transactions: FinishedTransaction[], name: keyof FinishedTransaction['limits']): number {
    return transactions.reduce((total, { limits }) => total + limits[name], 0);
}

function moveCloseDates(change: number): string {
    return `List<Opportunity> deals = [SELECT Id FROM Opportunity WHERE Name LIKE 'Bench deal%'];
        for (Opportunity deal : deals) { deal.CloseDate = Date.today().addDays(${change * 10}); }
        update deals;`;
}

const MAKE_DEALS = `
    List<Opportunity> deals = new List<Opportunity>();
    for (Integer i = 0; i < ${DEALS}; i++) {
        deals.add(new Opportunity(Name = 'Bench deal ' + i, StageName = 'Prospecting', CloseDate = Date.today(), Amount = 1000 + i));
    }
    insert deals;
    List<SObject> others = new List<SObject>();
    for (Opportunity deal : deals) {
        for (Integer i = 0; i < ${OF_EACH.tasks}; i++) {
            others.add(new Task(WhatId = deal.Id, Subject = 'Call', ActivityDate = Date.today().addDays(-i)));
        }
        for (Integer i = 0; i < ${OF_EACH.events}; i++) {
            others.add(new Event(WhatId = deal.Id, Subject = 'Meeting', DurationInMinutes = 30, ActivityDateTime = System.now().addDays(-i)));
        }
        for (Integer i = 0; i < ${OF_EACH.emails}; i++) {
            others.add(new EmailMessage(RelatedToId = deal.Id, Incoming = true, Status = '1', Subject = 'Offer',
                TextBody = 'We are disappointed by the delay. '.repeat(20), MessageDate = System.now().addDays(-i)));
        }
    }
    Map<Schema.SObjectType, List<SObject>> byType = new Map<Schema.SObjectType, List<SObject>>();
    for (SObject other : others) {
        if (!byType.containsKey(other.getSObjectType())) {
            byType.put(other.getSObjectType(), (List<SObject>) Type.forName('List<' + other.getSObjectType() + '>').newInstance());
        }
        byType.get(other.getSObjectType()).add(other);
    }
    for (List<SObject> rows : byType.values()) {
        insert rows;
    }`;
