/** `npm run check`: proves the metadata as far as that is possible without an org. Exits with 1 when anything is found. */
import path from 'node:path';
import { ALL_CHECKS } from './checks/index.ts';
import { formatProblem, sortProblems } from './problem.ts';
import { Project } from './project/project.ts';

const project = Project.load(path.resolve(import.meta.dirname, '../..'));
const problems = sortProblems(ALL_CHECKS.flatMap((check) => check(project)));
for (const problem of problems) console.log(formatProblem(problem));
const counted = problems.length === 1 ? '1 finding' : `${problems.length} findings`;
console.log(problems.length === 0 ? 'The metadata checks found nothing.' : counted);
process.exitCode = problems.length === 0 ? 0 : 1;
