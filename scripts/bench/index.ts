/** `npm run bench`: what a request of each use case costs, and how many can wait at once. Ends with 1 when a bound is passed. */
import { concurrencyFigures } from './concurrency.ts';
import { failedBounds, printFigures, type Figure } from './figures.ts';
import { roadFigures } from './road.ts';

/** `npm run bench -- road` or `-- concurrency` runs one of the two. */
async function main(): Promise<void> {
    const [wanted] = process.argv.slice(2);
    const figures: Figure[] = [];
    if (wanted !== 'concurrency') figures.push(...(await roadFigures()));
    if (wanted !== 'road') figures.push(...(await concurrencyFigures()));
    printFigures(figures);
    const failed = failedBounds(figures);
    for (const { name, value, most } of failed) console.error(`${name}: ${value} is beyond ${most}`);
    process.exitCode = failed.length > 0 ? 1 : 0;
}

await main();
