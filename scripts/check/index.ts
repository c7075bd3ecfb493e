/**
 * `npm run check`: proves the metadata as far as that is possible without an org. Exits with 1 when anything is found.
 *
 * `-- --staged` looks at what the next commit will have, and reports what that commit brings with it.
 * `-- --project <folder>` looks at any other project in source format, by Salesforce's rules only.
 */
import path from 'node:path';
import { parseArgs } from 'node:util';
import { ALL_CHECKS, checkPlatform } from './checks/index.ts';
import { formatProblem, sortProblems, type Problem } from './problem.ts';
import { Project } from './project/project.ts';
import { checkStaged } from './staged.ts';

const root = path.resolve(import.meta.dirname, '../..');
const { values } = parseArgs({ options: { staged: { type: 'boolean' }, project: { type: 'string' } } });

function find(): Problem[] {
    if (values.staged) return checkStaged(root);
    const [folder, checks] = values.project ? [path.resolve(values.project), [checkPlatform]] : [root, ALL_CHECKS];
    const project = Project.load(folder);
    return sortProblems(checks.flatMap((check) => check(project)));
}

const problems = find();
for (const problem of problems) console.log(formatProblem(problem));
const counted = problems.length === 1 ? '1 finding' : `${problems.length} findings`;
console.log(problems.length === 0 ? 'The metadata checks found nothing.' : counted);
process.exitCode = problems.length === 0 ? 0 : 1;
