import { spawn } from 'node:child_process';
import type { Suite } from './suites.ts';

/** How many tests of a suite passed and failed. */
export interface Tally {
    passed: number;
    failed: number;
}

/** Runs a suite, showing its output as it comes. A suite that dies without a failed test counts as one failure. */
export async function runSuite(suite: Suite, root: string): Promise<Tally> {
    console.log(`── ${suite.name} ${'─'.repeat(Math.max(0, 100 - suite.name.length))}`);
    const [command, ...parameters] = suite.command(root);
    const { output, exitCode } = await run(command!, parameters, root);
    return judged(suite.count(output), exitCode);
}

/** A runner that ends with an error although it counted no failure, or that counted nothing, has failed. */
export function judged(counted: Tally | undefined, exitCode: number): Tally {
    const tally = counted ?? { passed: exitCode === 0 ? 1 : 0, failed: 0 };
    return exitCode !== 0 && tally.failed === 0 ? { ...tally, failed: 1 } : tally;
}

function run(
    command: string,
    parameters: readonly string[],
    root: string
): Promise<{ output: string; exitCode: number }> {
    return new Promise((resolve, reject) => {
        const child = spawn(command, parameters, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
        let output = '';
        const keep = (stream: NodeJS.WriteStream) => (chunk: Buffer) => {
            output += chunk.toString();
            stream.write(chunk);
        };
        child.stdout.on('data', keep(process.stdout));
        child.stderr.on('data', keep(process.stderr));
        child.on('error', reject);
        child.on('close', (exitCode) => resolve({ output, exitCode: exitCode ?? 1 }));
    });
}
