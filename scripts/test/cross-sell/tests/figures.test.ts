import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, describe, test } from 'node:test';
import { loadSampleData } from '../../../data/load.ts';
import { LocalOrg } from '../../../local-org/org.ts';
import { figuresInSql, type SqlFigures, type Viewpoint } from '../figures-in-sql.ts';
import { generatePurchases } from '../generated-purchases.ts';

const PROJECT = path.resolve(import.meta.dirname, '../../../..');

const MOST_ACCOUNTS = 60;
const AT_ONCE = 20;

interface Candidate {
    name: string;
    buyers: number;
    likeAccounts: number;
    lastDay?: string;
    quantity?: number;
    price?: number;
}

/** Half of what rounding to so many places may take away or add. */
const rounding = (places: number): number => 0.5 * 10 ** -places + 1e-9;

const directory = mkdtempSync(path.join(tmpdir(), 'cross-sell-'));
after(() => rmSync(directory, { recursive: true }));

/** What the product computes for every account, as one of the personas; twenty accounts a transaction, for its limit of queries. */
function figuresInApex(org: LocalOrg, persona: string): { account: string; candidates: Candidate[] }[] {
    const lines: string[] = [];
    for (let from = 0; from < MOST_ACCOUNTS; from += AT_ONCE) {
        const source = `for (Account each : [SELECT Id FROM Account WHERE Industry != null ORDER BY Name LIMIT ${AT_ONCE} OFFSET ${from}]) {
            CrossSellReading reading = new CrossSellReading(each.Id);
            System.debug(JSON.serialize(new Map<String, Object>{ 'account' => each.Id, 'candidates' => reading.candidates() }));
        }`;
        const result = org.executeAnonymous(persona, source, (line) => lines.push(line));
        assert.ok(result.success, result.compileProblem ?? result.exceptionMessage ?? undefined);
    }
    return lines.map((line) => JSON.parse(line));
}

function assertEqual(candidates: Candidate[], expected: SqlFigures[]): void {
    assert.deepEqual(
        candidates.map(({ name, buyers, likeAccounts, lastDay }) => [name, buyers, likeAccounts, lastDay ?? null]),
        expected.map(({ product, buyers, likeAccounts, lastDay }) => [product, buyers, likeAccounts, lastDay])
    );
    candidates.forEach(({ name, quantity, price }, at) => {
        const { lines, units, money } = expected[at];
        if (lines === 0) return assert.deepEqual([quantity ?? null, price ?? null], [null, null], name);
        assert.ok(
            Math.abs(Number(quantity) - units / lines) <= rounding(1),
            `${name}: ${quantity} of ${units} / ${lines}`
        );
        assert.ok(Math.abs(Number(price) - money / units) <= rounding(2), `${name}: ${price} of ${money} / ${units}`);
    });
}

/** Compares for each persona, whose opportunities are all that they see; null is everybody's. Returns how many products were compared. */
function compare(name: string, fill: (org: LocalOrg) => void): number {
    const dataFile = path.join(directory, `${name}.sqlite`);
    const org = LocalOrg.open({ projectDir: PROJECT, dataFile, quiet: true });
    fill(org);
    const since = new Date();
    since.setUTCMonth(since.getUTCMonth() - 60);
    const seen = ['admin', 'rep', 'seller'].flatMap((persona) => {
        const owner = persona === 'admin' ? undefined : org.user(persona).id;
        return figuresInApex(org, persona).map((each) => ({ ...each, owner, since: since.toISOString().slice(0, 10) }));
    });
    org.close();
    const expected = figuresInSql(dataFile, seen satisfies Viewpoint[]);
    seen.forEach(({ candidates }, at) => assertEqual(candidates, expected[at]));
    return expected.flat().length;
}

describe('the figures of cross-sell are those of plain SQL', () => {
    test('over the sample data, for the administrator and for two reps who do not see each other’s deals', () => {
        const compared = compare('sample', loadSampleData);
        assert.ok(compared > 30, `${compared} products`);
    });

    for (const seed of [2, 3])
        test(`over purchases made by chance, seed ${seed}`, () => {
            const compared = compare(`seed-${seed}`, (org) => generatePurchases(org, seed));
            assert.ok(compared > 300, `${compared} products`);
        });
});
