/** `npm run bench`: what a request of each use case and a nightly job cost, and how many can wait at once. Ends with 1 when a bound is passed. */
import { concurrencyFigures } from './concurrency.ts';
import { dealRiskJobFigures } from './deal-risk-job.ts';
import { failedBounds, printFigures, type Figure } from './figures.ts';
import { roadFigures } from './road.ts';

/** `npm run bench -- road`, `-- jobs` or `-- concurrency` runs one of the three. */
async function main(): Promise<void> {
    const [wanted] = process.argv.slice(2);
    const figures: Figure[] = [];
    const runs = (part: string): boolean => wanted === undefined || wanted === part;
    if (runs('road')) figures.push(...(await roadFigures()));
    if (runs('jobs')) figures.push(...(await dealRiskJobFigures()));
    if (runs('concurrency')) figures.push(...(await concurrencyFigures()));
    printFigures(figures);
    const failed = failedBounds(figures);
    for (const { name, value, most } of failed) console.error(`${name}: ${value} is beyond ${most}`);
    process.exitCode = failed.length > 0 ? 1 : 0;
}

await main();
