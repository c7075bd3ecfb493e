/**
 * `npm test [-- suite …]`: runs the suites one after the other and ends with the line `N passed, N failed`.
 * Without an argument all suites run; `npm test -- apex lwc` runs those two.
 */
import path from 'node:path';
import { runSuite, type Tally } from './run-suite.ts';
import { SUITES } from './suites.ts';

const root = path.resolve(import.meta.dirname, '../..');

function selected(names: readonly string[]): typeof SUITES {
    const unknown = names.filter((name) => !SUITES.some((suite) => suite.name === name));
    if (unknown.length > 0) {
        throw new Error(
            `No suite named ${unknown.join(', ')}. There are: ${SUITES.map(({ name }) => name).join(', ')}.`
        );
    }
    return names.length > 0 ? SUITES.filter(({ name }) => names.includes(name)) : SUITES;
}

const total: Tally = { passed: 0, failed: 0 };
for (const suite of selected(process.argv.slice(2))) {
    const started = Date.now();
    const { passed, failed } = await runSuite(suite, root);
    const seconds = ((Date.now() - started) / 1000).toFixed(1);
    console.log(
        `\n${suite.name}: ${passed} passed, ${failed} failed in ${seconds} s${suite.note ? ` (${suite.note})` : ''}\n`
    );
    total.passed += passed;
    total.failed += failed;
}
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed > 0 ? 1 : 0;
