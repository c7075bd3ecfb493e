import path from 'node:path';
import { loadSampleData } from '../data/load.ts';
import { LocalOrg } from '../local-org/org.ts';
import { ApexDate, ApexDatetime } from '../local-org/platform/values/index.ts';
import { useModel } from '../local-org/server/start/prepare-org.ts';

const PROJECT_DIR = path.resolve(import.meta.dirname, '../..');

/** People who ask. Each has the permission sets of a use case; those for flows and REST are added here. */
export const PEOPLE = ['agent', 'manager', 'admin'] as const;

/** Seconds that a model may take, so that a stalled one does not hold up the run for minutes. */
const TIMEOUT_SECONDS = 2;

/** How a row is shown to the checks: field names to plain values. */
export type Row = Readonly<Record<string, unknown>>;

/** An org with sample data whose models are the simulator's. `tokensADay` is the daily budget of every use case. */
export function openChaosOrg(simulatorUrl: string, tokensADay: number): LocalOrg {
    const org = LocalOrg.open({ projectDir: PROJECT_DIR, dataFile: ':memory:', quiet: true });
    loadSampleData(org);
    useModel(org, { label: 'Model simulator', simulatorUrl, stop: () => Promise.resolve() });
    change(org, 'AI_Model__mdt', { Timeout_Seconds__c: TIMEOUT_SECONDS });
    change(org, 'AI_Use_Case__mdt', { Daily_Token_Budget__c: tokensADay, Daily_Cost_Budget__c: null });
    grantEntryPoints(org);
    return org;
}

/** Changes records of a custom metadata type for as long as the org runs; the files stay as they are. */
function change(org: LocalOrg, type: string, values: Record<string, unknown>): void {
    const { metadata } = org;
    const rowsOf = metadata.customMetadata.bind(metadata);
    metadata.customMetadata = (typeName) => {
        const rows = rowsOf(typeName);
        if (typeName.toLowerCase() === type.toLowerCase())
            for (const row of rows) for (const [field, value] of Object.entries(values)) row.fields.set(field, value);
        return rows;
    };
    org.reload(metadata.customMetadataRecords.filter((record) => record.type === type).map(({ file }) => file));
}

function grantEntryPoints(org: LocalOrg): void {
    const usernames = PEOPLE.map((name) => `'${org.user(name).id}'`).join(', ');
    runApex(
        org,
        'admin',
        `List<PermissionSetAssignment> assignments = new List<PermissionSetAssignment>();
        for (PermissionSet found : [SELECT Id FROM PermissionSet WHERE Name IN ('Tandem_Integration', 'Tandem_Case_Summary')]) {
            for (Id person : new List<Id>{ ${usernames} }) {
                assignments.add(new PermissionSetAssignment(AssigneeId = person, PermissionSetId = found.Id));
            }
        }
        Database.insert(assignments, false);`
    );
}

/** Runs a block of Apex as a person. Throws what it throws. */
export function runApex(org: LocalOrg, person: string, source: string): void {
    const result = org.executeAnonymous(person, source);
    if (!result.success) throw new Error(result.compileProblem ?? result.exceptionMessage ?? 'The Apex failed');
}

/** Rows of a query, whoever they belong to. */
export function rows(org: LocalOrg, soql: string): Row[] {
    const access = { userId: org.user('admin').id, mode: 'system', sharing: false } as const;
    return org.data.query(soql, () => null, access).map((row) => ({ Id: row.id, ...plain(row.fields) }));
}

function plain(fields: Iterable<[string, unknown]>): Record<string, unknown> {
    return Object.fromEntries([...fields].map(([name, value]) => [name, plainValue(value)]));
}

/** Decimals as numbers, times and days as milliseconds. */
function plainValue(value: unknown): unknown {
    if (value === null || typeof value !== 'object') return value;
    if (value instanceof ApexDatetime) return value.epoch;
    return value instanceof ApexDate ? Date.UTC(value.year, value.month - 1, value.day) : Number(String(value));
}
