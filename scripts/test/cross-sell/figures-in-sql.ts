import { SqlDatabase } from '../../local-org/data/storage/database.ts';

/** What plain SQL says of a product that an account lacks; sums are not rounded. */
export interface SqlFigures {
    product: string;
    buyers: number;
    likeAccounts: number;
    lastDay: string | null;
    /** Lines of orders and won opportunities. */
    lines: number;
    units: number;
    money: number;
}

/** Whose figures, and from when. */
export interface Viewpoint {
    account: string;
    /** The first day that counts, as 2021-11-21. */
    since: string;
    /** Only opportunities of this user count, as where they are private; all without. */
    owner?: string;
}

/** The rule as it ships, in numbers. */
const RULE = { factor: 4, accounts: 2, buyers: 2, share: 30, products: 6 };

/**
 * Every purchase as one row (account, product, units, money, day), straight from the tables: no class of the product, and nothing of SOQL,
 * has a part in it. An asset has no units; what an open opportunity holds counts for the account itself alone.
 */
const PURCHASES = `
    WITH own AS (SELECT Industry AS industry, NumberOfEmployees AS people FROM Account WHERE Id = :account),
    purchases AS (
        SELECT o.AccountId AS account, l.Product2Id AS product, l.Quantity AS units, l.TotalPrice AS money,
            o.CloseDate AS day, o.StageName = 'Closed Won' AND o.CloseDate >= :since AS bought,
            o.StageName <> 'Closed Lost' AS had
        FROM OpportunityLineItem l JOIN Opportunity o ON o.Id = l.OpportunityId
        WHERE l.IsDeleted = 0 AND o.IsDeleted = 0 AND (:owner IS NULL OR o.OwnerId = :owner)
        UNION ALL
        SELECT o.AccountId, i.Product2Id, i.Quantity, i.Quantity * i.UnitPrice, o.EffectiveDate, o.EffectiveDate >= :since, 1
        FROM OrderItem i JOIN "Order" o ON o.Id = i.OrderId
        WHERE o.Status = 'Activated' AND i.IsDeleted = 0 AND o.IsDeleted = 0
        UNION ALL
        SELECT AccountId, Product2Id, 0, 0, max(coalesce(PurchaseDate, InstallDate), coalesce(InstallDate, PurchaseDate)), 1, 1
        FROM Asset
        WHERE IsDeleted = 0 AND IsCompetitorProduct = 0 AND (Status IS NULL OR Status <> 'Obsolete')
    ),
    sold AS (SELECT p.* FROM purchases p JOIN Product2 t ON t.Id = p.product WHERE t.IsActive = 1 AND t.IsDeleted = 0),
    alike AS (
        SELECT s.* FROM sold s JOIN Account a ON a.Id = s.account, own
        WHERE s.bought AND a.Id <> :account AND a.Industry = own.industry AND (own.people IS NULL OR
            (a.NumberOfEmployees * ${RULE.factor} >= own.people AND a.NumberOfEmployees <= own.people * ${RULE.factor}))
    ),
    total AS (SELECT count(DISTINCT account) AS accounts FROM alike)`;

const FIGURES = `${PURCHASES}
    SELECT t.Name AS product, count(DISTINCT a.account) AS buyers, total.accounts AS likeAccounts, max(a.day) AS lastDay,
        sum(a.units > 0) AS lines, sum(a.units) AS units, sum(a.money) AS money
    FROM alike a JOIN Product2 t ON t.Id = a.product, total
    WHERE a.product NOT IN (SELECT product FROM sold WHERE account = :account AND had)
    GROUP BY a.product
    HAVING total.accounts >= ${RULE.accounts} AND buyers >= ${RULE.buyers} AND buyers * 100 >= ${RULE.share} * total.accounts
    ORDER BY buyers DESC, lastDay DESC, t.Name || ' (' || t.ProductCode || ')' COLLATE BINARY
    LIMIT ${RULE.products}`;

/** The figures from the data file of a local org, which must be closed. */
export function figuresInSql(dataFile: string, views: Viewpoint[]): SqlFigures[][] {
    const database = new SqlDatabase(dataFile);
    try {
        return views.map(({ account, since, owner }) => {
            const text = (value: string | undefined): string => (value === undefined ? 'NULL' : `'${value}'`);
            const sql = FIGURES.replaceAll(':account', text(account))
                .replaceAll(':since', text(since))
                .replaceAll(':owner', text(owner));
            return database.all(sql) as unknown as SqlFigures[];
        });
    } finally {
        database.close();
    }
}
