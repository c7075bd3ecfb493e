import { newJobId } from '../../platform/async/enqueue.ts';
import { ApexDatetime, SObjectValue } from '../../platform/values/index.ts';
import type { TestResult } from '../../testing/runner.ts';
import type { UserOrg } from '../records/user-org.ts';
import type { CoveredUnit } from './test-messages.ts';
import type { TestRequest } from './test-request.ts';

/** Writes what test runs came to into the objects that the Tooling API reads. */
export class TestRows {
    readonly jobId = newJobId('707');
    private readonly runId = newJobId('05m');
    private readonly userOrg: UserOrg;
    private readonly request: TestRequest;
    private readonly started = Date.now();
    private readonly queueItems = new Map<string, string>();

    constructor(userOrg: UserOrg, request: TestRequest) {
        this.userOrg = userOrg;
        this.request = request;
    }

    /** The run and an item in the queue for each class. */
    open(): void {
        const { classes, all, coverage } = this.request;
        const methods = classes.reduce((sum, wanted) => sum + wanted.methods.length, 0);
        const counts = { ClassesEnqueued: classes.length, ClassesCompleted: 0, MethodsEnqueued: methods };
        const times = { StartTime: new ApexDatetime(this.started), TestTime: 0, TestSetupTime: 0 };
        const run = { AsyncApexJobId: this.jobId, UserId: this.userOrg.user.id, IsAllTests: all, Status: 'Processing' };
        this.write(() => {
            this.put('ApexTestRunResult', this.runId, { ...run, ...counts, ...times });
            for (const { name } of classes) {
                const id = newJobId('709');
                this.queueItems.set(name, id);
                const item = {
                    ParentJobId: this.jobId,
                    TestRunResultId: this.runId,
                    ShouldSkipCodeCoverage: !coverage
                };
                this.put('ApexTestQueueItem', id, {
                    ...item,
                    ApexClassId: this.idOf('ApexClass', name),
                    Status: 'Processing'
                });
            }
        });
    }

    /** Everything about the results, once they are all there. `problem` says why tests could not run. */
    close(results: TestResult[], problem: string | null): void {
        const failed = results.filter(({ outcome }) => outcome === 'Fail').length;
        const total = results.reduce((sum, { milliseconds }) => sum + milliseconds, 0);
        const Status = problem ? 'Failed' : 'Completed';
        const counts = {
            ClassesCompleted: this.queueItems.size,
            MethodsCompleted: results.length,
            MethodsFailed: failed
        };
        this.write(() => {
            for (const result of results) this.putResult(result);
            for (const id of this.queueItems.values())
                this.put('ApexTestQueueItem', id, { Status, ExtendedStatus: problem });
            this.put('ApexTestRunResult', this.runId, {
                Status,
                ...counts,
                TestTime: total,
                EndTime: new ApexDatetime(Date.now())
            });
        });
    }

    private putResult({ className, methodName, outcome, message, stackTrace, milliseconds }: TestResult): void {
        this.put('ApexTestResult', newJobId('07M'), {
            AsyncApexJobId: this.jobId,
            ApexTestRunResultId: this.runId,
            QueueItemId: this.queueItems.get(className) ?? null,
            ApexClassId: this.idOf('ApexClass', className),
            MethodName: methodName,
            Outcome: outcome,
            Message: message,
            StackTrace: stackTrace,
            RunTime: milliseconds,
            TestTimestamp: new ApexDatetime(this.started),
            IsTestSetup: false
        });
    }

    /** What each test covered in place of what its class covered before, and the sums. */
    writeCoverage(
        covered: { className: string; methodName: string; units: CoveredUnit[] }[],
        sums: CoveredUnit[]
    ): void {
        this.write(() => {
            const classIds = new Set(covered.map(({ className }) => this.idOf('ApexClass', className)));
            for (const id of classIds) this.erase('ApexCodeCoverage', 'ApexTestClassId', id);
            for (const { className, methodName, units } of covered) {
                const of = { ApexTestClassId: this.idOf('ApexClass', className), TestMethodName: methodName };
                for (const unit of units) this.putCoverage('ApexCodeCoverage', '714', unit, of);
            }
            for (const unit of sums) this.putCoverage('ApexCodeCoverageAggregate', '715', unit, {});
            this.putOrgWide();
        });
    }

    private putCoverage(
        object: string,
        prefix: string,
        { name, coveredLines, uncoveredLines }: CoveredUnit,
        of: object
    ): void {
        const unitId = this.idOf('ApexClass', name) ?? this.idOf('ApexTrigger', name);
        if (object === 'ApexCodeCoverageAggregate') this.erase(object, 'ApexClassOrTriggerId', unitId);
        this.put(object, newJobId(prefix), {
            ...of,
            ApexClassOrTriggerId: unitId,
            NumLinesCovered: coveredLines.length,
            NumLinesUncovered: uncoveredLines.length,
            Coverage: JSON.stringify({ coveredLines, uncoveredLines })
        });
    }

    private putOrgWide(): void {
        const rows = this.find('SELECT NumLinesCovered, NumLinesUncovered FROM ApexCodeCoverageAggregate', null);
        const sum = (name: string): number => rows.reduce((total, row) => total + Number(row.fields.get(name) ?? 0), 0);
        const [covered, uncovered] = [sum('NumLinesCovered'), sum('NumLinesUncovered')];
        const [known] = this.find('SELECT Id FROM ApexOrgWideCoverage', null);
        const PercentCovered = Math.floor((covered / Math.max(1, covered + uncovered)) * 100);
        this.put('ApexOrgWideCoverage', known?.id ?? newJobId('716'), { PercentCovered });
    }

    private idOf(object: string, name: string): string | null {
        return this.find(`SELECT Id FROM ${object} WHERE Name = :value`, name)[0]?.id ?? null;
    }

    private erase(object: string, field: string, value: string | null): void {
        for (const { id } of this.find(`SELECT Id FROM ${object} WHERE ${field} = :value`, value)) {
            this.userOrg.org.data.eraseSystemRow(object, id!);
        }
    }

    private find(soql: string, value: string | null): SObjectValue[] {
        return this.userOrg.org.data.query(soql, () => value, {
            userId: this.userOrg.user.id,
            mode: 'system',
            sharing: false
        });
    }

    private put(object: string, id: string, values: Record<string, unknown>): void {
        const record = new SObjectValue(object);
        record.id = id;
        for (const [name, value] of Object.entries(values)) record.fields.set(name, value);
        this.userOrg.org.data.putSystemRow(record);
    }

    private write(work: () => void): void {
        this.userOrg.org.run(this.userOrg.user, work);
    }
}
