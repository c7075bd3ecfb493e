import type { TestResult } from '../../testing/runner.ts';
import type { UserOrg } from '../records/user-org.ts';
import { runTestsApart } from './test-child.ts';
import type { CoveredUnit } from './test-messages.ts';
import type { TestRequest } from './test-request.ts';
import { TestRows } from './test-rows.ts';

interface CoveredTest {
    className: string;
    methodName: string;
    units: CoveredUnit[];
}

/** One run of Apex tests that a client asked for. */
export class TestRun {
    readonly rows: TestRows;
    private readonly request: TestRequest;
    private readonly projectDir: string;
    private readonly results: TestResult[] = [];
    private readonly covered: CoveredTest[] = [];

    constructor(userOrg: UserOrg, projectDir: string, request: TestRequest) {
        this.projectDir = projectDir;
        this.request = request;
        this.rows = new TestRows(userOrg, request);
    }

    /** Runs the tests, records what came of them and gives the results. Rejects when they could not run. */
    async run(): Promise<TestResult[]> {
        this.rows.open();
        const problem = await this.runApart().then(
            () => null,
            (error: Error) => error
        );
        this.rows.close(this.results, problem?.message ?? null);
        if (problem) throw problem;
        if (this.request.coverage) this.rows.writeCoverage(this.covered, sumsOf(this.covered));
        return this.results;
    }

    private runApart(): Promise<void> {
        const classes = this.request.classes.map(({ name, methods, partly }) => ({
            name,
            methods: partly ? methods : null
        }));
        const order = { projectDir: this.projectDir, classes, coverage: this.request.coverage };
        return runTestsApart(order, (message) => {
            if (message.kind !== 'result') return;
            const { result, covered } = message;
            this.results.push(result);
            this.covered.push({ className: result.className, methodName: result.methodName, units: covered });
        });
    }
}

/** A line counts as covered when one test ran it. */
function sumsOf(tests: CoveredTest[]): CoveredUnit[] {
    const byName = new Map<string, { all: number[]; covered: Set<number> }>();
    for (const { name, coveredLines, uncoveredLines } of tests.flatMap(({ units }) => units)) {
        const sum = byName.get(name) ?? {
            all: [...coveredLines, ...uncoveredLines].sort((a, b) => a - b),
            covered: new Set()
        };
        for (const line of coveredLines) sum.covered.add(line);
        byName.set(name, sum);
    }
    return [...byName].map(([name, { all, covered }]) => ({
        name,
        coveredLines: all.filter((line) => covered.has(line)),
        uncoveredLines: all.filter((line) => !covered.has(line))
    }));
}
