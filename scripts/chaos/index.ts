/** `npm run chaos [-- --seed N --requests N --rate SHARE]`: requests of all kinds while the model fails at random. */
import { parseArgs } from 'node:util';
import { describe } from './report.ts';
import { runChaos } from './run.ts';

const { values } = parseArgs({
    options: {
        seed: { type: 'string', default: '1' },
        requests: { type: 'string', default: '1000' },
        rate: { type: 'string', default: '0.35' }
    }
});
const options = { seed: Number(values.seed), requests: Number(values.requests), rate: Number(values.rate) };
console.log(`Seed ${options.seed}, ${options.requests} questions, ${options.rate * 100} % of the calls fail.`);
const result = await runChaos({ ...options, log: (line) => console.log(line) });
console.log(describe(result));
process.exitCode = result.violations.length ? 1 : 0;
