import { spawnSync } from 'node:child_process';
import path from 'node:path';

/** A command that did not succeed; its own output has said why. */
export class CommandFailed extends Error {
    readonly exitCode: number;

    constructor(command: string, exitCode: number) {
        super(`${command} failed.`);
        this.name = 'CommandFailed';
        this.exitCode = exitCode;
    }
}

/**
 * Runs a tool that the project has installed, with its output in this terminal.
 * @throws CommandFailed
 */
export function runTool(projectDir: string, tool: string, args: string[]): void {
    console.log(`\n> ${tool} ${args.join(' ')}`);
    const { status, error } = spawnSync(path.join(projectDir, 'node_modules/.bin', tool), args, {
        cwd: projectDir,
        stdio: 'inherit',
        shell: process.platform === 'win32'
    });
    if (error || status !== 0) {
        throw new CommandFailed(`${tool} ${args.slice(0, 3).join(' ')}`, status ?? 1);
    }
}
