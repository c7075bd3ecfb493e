import { Router, type Request, type Response } from 'express';
import type { TestResult } from '../../testing/runner.ts';
import { RestError } from '../http/rest-error.ts';
import { userOrgOf } from '../http/session.ts';
import { normalId } from '../records/record-id.ts';
import type { UserOrg } from '../records/user-org.ts';
import { writeRecord, type RestRecord } from '../records/write-record.ts';
import { describeResources } from '../rest/describe.ts';
import { executeAnonymousRouter } from '../rest/execute-anonymous.ts';
import { queryResources } from '../rest/query.ts';
import { sobjectReadResources } from '../rest/sobject-rows.ts';
import type { LocalServices } from '../services.ts';
import { readTestRequest } from './test-request.ts';
import { TestRun } from './test-run.ts';

/** The Tooling API, as far as it is about running Apex and its tests; to be mounted at `/tooling`. */
export function toolingRouter(services: LocalServices): Router {
    const router = Router();
    router.use(queryResources(writeToolingRecord).include(describeResources(), sobjectReadResources()).router());
    router.use(executeAnonymousRouter());
    router.post('/runTestsAsynchronous', (request, response) => {
        const run = openRun(services, request, response);
        run.run().catch((error: Error) => console.error(`Apex tests could not run: ${error.message}`));
        response.json(run.rows.jobId);
    });
    router.post('/runTestsSynchronous', async (request, response) => {
        const results = await openRun(services, request, response).run();
        response.json(writeSynchronous(userOrgOf(response), results));
    });
    return router;
}

/** @throws RestError INSUFFICIENT_ACCESS when the user may not write Apex */
function openRun(services: LocalServices, request: Request, response: Response): TestRun {
    const userOrg = userOrgOf(response);
    const { org, user } = userOrg;
    if (!org.data.permissions.user(user.id, 'AuthorApex')) {
        throw new RestError(403, 'INSUFFICIENT_ACCESS', 'Running Apex tests needs the permission Author Apex.');
    }
    const wanted = readTestRequest(request.body, org.program, (id) => classNames(userOrg).get(normalId(id) ?? ''));
    return new TestRun(userOrg, services.projectDir, wanted);
}

function classNames(userOrg: UserOrg): Map<string, string> {
    const access = { userId: userOrg.user.id, mode: 'system', sharing: false } as const;
    const rows = userOrg.org.data.query('SELECT Id, Name FROM ApexClass', () => null, access);
    return new Map(rows.map((row) => [row.id!, String(row.fields.get('Name'))]));
}

/** Lines that were covered are kept as text and written as the structure that they are. */
function writeToolingRecord(...parameters: Parameters<typeof writeRecord>): RestRecord {
    const record = writeRecord(...parameters);
    return typeof record.Coverage === 'string'
        ? { ...record, Coverage: JSON.parse(record.Coverage) as unknown }
        : record;
}

function writeSynchronous(userOrg: UserOrg, results: TestResult[]): object {
    const ids = new Map([...classNames(userOrg)].map(([id, name]) => [name, id]));
    const of = (outcome: TestResult['outcome']): object[] =>
        results
            .filter((result) => result.outcome === outcome)
            .map((result) => writeResult(result, ids.get(result.className)));
    return {
        apexLogId: null,
        codeCoverage: [],
        codeCoverageWarnings: [],
        failures: of('Fail'),
        numFailures: of('Fail').length,
        numTestsRun: results.length,
        successes: of('Pass'),
        totalTime: results.reduce((sum, { milliseconds }) => sum + milliseconds, 0)
    };
}

function writeResult(result: TestResult, id: string | undefined): object {
    const { className, methodName, milliseconds, message, stackTrace } = result;
    const common = { id, methodName, name: className, namespace: null, seeAllData: false, time: milliseconds };
    return result.outcome === 'Pass'
        ? common
        : { ...common, message, stackTrace, packageName: className, type: 'Class' };
}
