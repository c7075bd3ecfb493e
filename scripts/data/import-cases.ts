/** `npm run import -- cases.csv`: loads cases with their threads. Columns: docs/import-cases.md */
import { readFileSync } from 'node:fs';
import { loadThreads } from './import/load-threads.ts';
import { readImportOptions, type ImportOptions } from './import/options.ts';
import type { Problem } from './import/problem.ts';
import { problemLines, summaryLine, unknownColumnsLine } from './import/report.ts';
import type { ImportTarget } from './import/target.ts';
import { readThreads, type ThreadFile } from './import/threads.ts';

async function main(args: string[]): Promise<void> {
    const options = readImportOptions(args);
    const file = readThreads(readFileSync(options.file));
    const notice = unknownColumnsLine(file.unknownColumns);
    if (notice !== '') {
        console.error(notice);
    }
    const { problems, summary } = options.dryRun ? rehearse(file) : await load(file, options);
    problemLines(problems).forEach((line) => console.error(line));
    console.log(summary);
    process.exitCode = problems.length === 0 ? 0 : 2;
}

interface Outcome {
    problems: Problem[];
    summary: string;
}

function rehearse(file: ThreadFile): Outcome {
    const entries = file.threads.reduce((sum, thread) => sum + thread.entries.length, 0);
    const summary = summaryLine(
        file,
        { cases: file.threads.length, entries },
        file.problems,
        'could be loaded (dry run, nothing was written)'
    );
    return { problems: file.problems, summary };
}

async function load(file: ThreadFile, options: ImportOptions): Promise<Outcome> {
    const target = await connect(options);
    try {
        console.error(`Loading into ${target.label} …`);
        if (!target.setsDates) {
            console.error('Cases and comments get the time of this import as their date; e-mails keep theirs.');
        }
        const loaded = await loadThreads(file.threads, target, (done) => progress(done, file.threads.length));
        const problems = [...file.problems, ...loaded.problems];
        return { problems, summary: summaryLine(file, loaded, problems, `loaded into ${target.label}`) };
    } finally {
        await target.close();
    }
}

async function connect({ targetOrg, persona }: ImportOptions): Promise<ImportTarget> {
    if (targetOrg !== null) {
        const { realOrgTarget } = await import('./import/real-org.ts');
        return realOrgTarget(targetOrg);
    }
    const { localOrgTarget } = await import('./import/local-org.ts');
    return localOrgTarget(persona);
}

function progress(done: number, all: number): void {
    if (all > 1000) {
        console.error(`${done} of ${all} cases`);
    }
}

main(process.argv.slice(2)).catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
});
