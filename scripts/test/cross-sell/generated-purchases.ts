import type { LocalOrg } from '../../local-org/org.ts';
import type { ObjectSchema } from '../../local-org/data/schema/types.ts';
import { readRecord } from '../../local-org/server/records/read-record.ts';

type Values = Record<string, unknown>;

const INDUSTRIES = ['Hospitality', 'Retail', 'Energy'];
const STAGES = ['Closed Won', 'Closed Won', 'Closed Won', 'Closed Lost', 'Prospecting'];
const OWNERS = ['rep', 'rep', 'seller'];
const DAY = 86_400_000;

/** Fills a local org with accounts that bought by chance: the same for the same seed, nothing else in it. */
export function generatePurchases(org: LocalOrg, seed: number, accounts = 60): void {
    const chance = random(seed);
    const pick = <T>(list: readonly T[]): T => list[Math.floor(chance() * list.length)];
    const day = (): string => new Date(Date.now() - Math.floor(chance() * 2400) * DAY).toISOString().slice(0, 10);
    const owner = (): string => org.user(pick(OWNERS)).id;
    org.run(org.user('admin'), () => {
        const products = insert(
            org,
            'Product2',
            times(14, (n) => ({ Name: `Product ${n}`, ProductCode: `P${n}`, IsActive: n > 0 }))
        );
        const [book] = query(org, 'SELECT Id FROM Pricebook2 WHERE IsStandard = true');
        const price = (Product2Id: string): Values => ({
            Pricebook2Id: book,
            Product2Id,
            UnitPrice: 100,
            IsActive: true
        });
        const entries = insert(org, 'PricebookEntry', products.map(price));
        const people = (): number | null => (chance() < 0.1 ? null : Math.ceil(chance() * 900));
        const buyers = insert(
            org,
            'Account',
            times(accounts, (n) => ({ Name: `Account ${n}`, Industry: pick(INDUSTRIES), NumberOfEmployees: people() }))
        );
        const line = (): Values => ({
            PricebookEntryId: pick(entries),
            // Quarters of units at multiples of four cents: no total has to be rounded.
            Quantity: 1 + Math.floor(chance() * 40) / 4,
            UnitPrice: Math.floor(chance() * 12_500) / 25
        });
        const deal = (): Values => ({
            AccountId: pick(buyers),
            Name: 'Deal',
            StageName: pick(STAGES),
            CloseDate: day(),
            OwnerId: owner()
        });
        const deals = insert(org, 'Opportunity', times(accounts * 5, deal));
        insert(
            org,
            'OpportunityLineItem',
            deals.map((OpportunityId) => ({ OpportunityId, ...line() }))
        );
        const order = (): Values => ({
            AccountId: pick(buyers),
            EffectiveDate: day(),
            Status: pick(['Draft', 'Activated', 'Activated']),
            Pricebook2Id: book
        });
        const orders = insert(org, 'Order', times(accounts * 2, order));
        insert(
            org,
            'OrderItem',
            orders.map((OrderId) => ({ OrderId, ...line() }))
        );
        const asset = (n: number): Values => ({
            Name: `Asset ${n}`,
            AccountId: pick(buyers),
            Product2Id: pick(products),
            Status: pick(['Installed', 'Obsolete', null]),
            IsCompetitorProduct: chance() < 0.1,
            PurchaseDate: chance() < 0.5 ? day() : null,
            InstallDate: chance() < 0.5 ? day() : null
        });
        insert(org, 'Asset', times(accounts * 2, asset));
    });
}

function insert(org: LocalOrg, objectName: string, rows: Values[]): string[] {
    const object = org.schema.object(objectName) as ObjectSchema;
    const access = { userId: org.user('admin').id, mode: 'system', sharing: false } as const;
    const records = rows.map((row) => readRecord(object, row));
    const options = { access, allOrNone: true, auditFields: true, bypassAutomation: true };
    return org.data.dml('insert', records, options).map(({ id }) => String(id));
}

function query(org: LocalOrg, soql: string): string[] {
    const access = { userId: org.user('admin').id, mode: 'system', sharing: false } as const;
    return org.data.query(soql, () => null, access).map(({ id }) => String(id));
}

function times<T>(count: number, make: (n: number) => T): T[] {
    return Array.from({ length: count }, (_, n) => make(n));
}

/** Numbers from 0 to 1, the same for the same seed (Mulberry32). */
function random(seed: number): () => number {
    let state = seed;
    return () => {
        state = (state + 0x6d2b79f5) | 0;
        let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
        mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
        return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
    };
}
