/** Runs Apex tests for the server in a process of its own: they hold up nobody, and have their own empty data. */
import type { ApexProgram } from '../../apex/runtime/program.ts';
import { LocalOrg } from '../../org.ts';
import { TestRunner, type TestResult } from '../../testing/runner.ts';
import type { CoveredUnit, TestMessage, TestOrder } from './test-messages.ts';

function tell(message: TestMessage): void {
    process.send!(message);
}

/** What ran since the last call. The counters begin anew. */
function takeCoverage({ compiled, coverage }: ApexProgram): CoveredUnit[] {
    const units = [...compiled.classes, ...compiled.triggers].filter((unit) => !unit.symbol.isTest);
    const covered = units.flatMap(({ file, symbol, statementLines }) => {
        const counters = coverage.get(file);
        if (!counters?.some(Boolean)) return [];
        const lines = [...new Set(statementLines)].sort((first, second) => first - second);
        const coveredLines = lines.filter((line) => counters[line]);
        const uncoveredLines = lines.filter((line) => !counters[line]);
        return [{ name: symbol.name.replace('$Trigger', ''), coveredLines, uncoveredLines }];
    });
    for (const counters of coverage.values()) counters.fill(0);
    return covered;
}

function run({ projectDir, classes, coverage }: TestOrder): void {
    const org = LocalOrg.open({ projectDir, dataFile: ':memory:', quiet: true, tolerant: true, coverage });
    const runner = new TestRunner(org);
    for (const { name, methods } of classes) {
        const wanted = ({ className, methodName }: TestResult): boolean =>
            className === name &&
            (methods?.some((method) => method.toLowerCase() === methodName.toLowerCase()) ?? true);
        const onResult = (result: TestResult): void => {
            const covered = coverage ? takeCoverage(org.program) : [];
            if (wanted(result)) tell({ kind: 'result', result, covered });
        };
        runner.run(name, { onResult });
    }
    org.close();
}

process.once('message', (order: TestOrder) => {
    try {
        run(order);
        tell({ kind: 'done' });
    } catch (error) {
        tell({ kind: 'failed', message: (error as Error).message });
    }
});
