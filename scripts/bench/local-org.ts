/** `npm run bench:local-org`: how fast the local org compiles, starts, saves, queries and tests, on generated sources. */
import { rmSync } from 'node:fs';
import path from 'node:path';
import { Compiler } from '../local-org/apex/compiler.ts';
import { openParts } from '../local-org/org/parts.ts';
import { LocalOrg } from '../local-org/org.ts';
import { TestRunner } from '../local-org/testing/runner.ts';
import { writeBenchProject } from './project.ts';

const CLASSES = 200;
const TESTS = 1000;
const ROWS = 50_000;

interface Figure {
    name: string;
    value: string;
    goal?: string;
}

/** Runs `work` and gives what it returned and how long it took, in milliseconds. */
function timed<T>(work: () => T): { result: T; milliseconds: number } {
    const started = performance.now();
    const result = work();
    return { result, milliseconds: performance.now() - started };
}

const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(2)} s`;

function open(projectDir: string): LocalOrg {
    return LocalOrg.open({ projectDir, dataFile: ':memory:', quiet: true, cacheSyntax: false });
}

/** Compiles all classes twice with one compiler: nothing known, then with every syntax tree at hand. */
function compileFigures(projectDir: string, lines: number): Figure[] {
    const parts = openParts(projectDir, ':memory:');
    const compiler = new Compiler();
    const sources = {
        classes: parts.metadata.apexClasses.filter((source) => source.name.startsWith('Service')),
        triggers: [],
        schema: parts.schema(),
        hasLabel: () => false
    };
    const cold = timed(() => compiler.compile(sources)).milliseconds;
    const warm = timed(() => compiler.compile(sources)).milliseconds;
    parts.data.close();
    return [
        { name: `${CLASSES} classes compiled, cold`, value: seconds(cold), goal: '3 s' },
        { name: `${CLASSES} classes compiled, warm`, value: seconds(warm), goal: '0.5 s' },
        { name: 'lines compiled a second, cold', value: String(Math.round((lines / cold) * 1000)) }
    ];
}

function testFigures(org: LocalOrg): Figure[] {
    const { result, milliseconds } = timed(() => new TestRunner(org).run());
    const failed = result.filter(({ outcome }) => outcome === 'Fail');
    if (failed.length) throw new Error(`${failed.length} generated tests failed: ${failed[0].message}`);
    return [
        { name: `${result.length} small tests`, value: seconds(milliseconds), goal: '10 s' },
        { name: 'tests a second', value: String(Math.round((result.length / milliseconds) * 1000)) }
    ];
}

/** Runs a block of Apex and gives its time; a failure of it stops the measurement. */
function apex(org: LocalOrg, source: string): number {
    const { result, milliseconds } = timed(() => org.executeAnonymous('admin', source));
    if (!result.success) throw new Error(result.compileProblem ?? result.exceptionMessage ?? 'failed');
    return milliseconds;
}

function dataFigures(org: LocalOrg): Figure[] {
    const save = apex(org, 'Bench.insertAccounts(200);');
    for (let made = 0; made < ROWS; made += 5000) apex(org, 'Bench.insertContacts(5000);');
    const aggregate = apex(org, 'Bench.aggregate();');
    return [
        { name: '200-row insert through triggers', value: `${Math.round(save)} ms` },
        { name: `aggregate query over ${ROWS} rows`, value: `${Math.round(aggregate)} ms` }
    ];
}

function startFigures(projectDir: string): Figure[] {
    const cached = { projectDir, dataFile: path.join(projectDir, 'bench.sqlite'), quiet: true };
    const start = (): number => {
        const { result, milliseconds } = timed(() => LocalOrg.open(cached));
        result.close();
        return milliseconds;
    };
    const cold = start();
    return [
        { name: 'start, new data file', value: seconds(cold) },
        { name: 'start, data file and syntax trees kept', value: seconds(start()) }
    ];
}

function print(figures: Figure[]): void {
    const width = Math.max(...figures.map(({ name }) => name.length));
    for (const { name, value, goal } of figures)
        console.log(`${name.padEnd(width)}  ${value.padStart(9)}${goal ? `   goal: under ${goal}` : ''}`);
}

function main(): void {
    const project = writeBenchProject(CLASSES, TESTS);
    try {
        // Before anything else has warmed up the JavaScript engine.
        const compiled = compileFigures(project.dir, project.lines);
        const starts = startFigures(project.dir);
        const org = open(project.dir);
        const figures = [...compiled, ...testFigures(org), ...dataFigures(org), ...starts];
        org.close();
        print(figures);
    } finally {
        rmSync(project.dir, { recursive: true, force: true });
    }
}

main();
