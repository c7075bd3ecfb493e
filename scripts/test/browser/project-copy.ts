import { spawn, type ChildProcess } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { borrowCaches, returnCaches } from './shared-caches.ts';

const ROOT = path.resolve(import.meta.dirname, '../../..');
const PARTS = [
    'force-app',
    'config',
    'scripts',
    'sfdx-project.json',
    'package.json',
    'tsconfig.json',
    'tsconfig.paths.json'
];
const READY = /Tandem is ready at (\S+)/;
const START_LIMIT_MS = 300_000;

/** A copy of the project with a local org of its own, so that tests neither touch nor see anybody's data. */
export interface ProjectCopy {
    readonly directory: string;
    readonly url: string;
    /** Where the model simulator listens. */
    readonly simulatorUrl: string;
    /** What the local org has printed so far. */
    output(): string;
    stop(): Promise<void>;
}

/** Copies the project to a temporary folder and runs `npm start` there on a free port. Rejects with its output if it dies. */
export async function startProjectCopy(environment: NodeJS.ProcessEnv = {}): Promise<ProjectCopy> {
    const directory = copyProject();
    let output = '';
    const child = start(directory, environment);
    const keep = (chunk: Buffer): void => {
        output += chunk.toString();
    };
    child.stdout?.on('data', keep);
    child.stderr?.on('data', keep);
    const stop = async (): Promise<void> => {
        await end(child);
        rmSync(directory, { recursive: true, force: true });
    };
    try {
        await ready(child, () => output);
        returnCaches(directory, ROOT);
    } catch (error) {
        await stop();
        throw error;
    }
    const url = READY.exec(output)![1]!;
    return { directory, url, simulatorUrl: /simulator at (\S+)/i.exec(output)?.[1] ?? '', output: () => output, stop };
}

function copyProject(): string {
    const directory = mkdtempSync(path.join(tmpdir(), 'tandem-'));
    for (const part of PARTS) {
        const source = path.join(ROOT, part);
        if (existsSync(source)) cpSync(source, path.join(directory, part), { recursive: true });
    }
    borrowCaches(ROOT, directory);
    symlinkSync(path.join(ROOT, 'node_modules'), path.join(directory, 'node_modules'), 'dir');
    return directory;
}

function start(directory: string, environment: NodeJS.ProcessEnv): ChildProcess {
    const { OPENAI_API_KEY: _openAi, ANTHROPIC_API_KEY: _anthropic, ...inherited } = process.env;
    return spawn(process.execPath, ['--import', 'tsx', 'scripts/local-org/start.ts', '--port', '0', '--no-open'], {
        cwd: directory,
        env: { ...inherited, ...environment },
        stdio: ['ignore', 'pipe', 'pipe']
    });
}

function ready(child: ChildProcess, output: () => string): Promise<void> {
    return new Promise((resolve, reject) => {
        const limit = setTimeout(() => reject(new Error(`Not ready in time:\n${output()}`)), START_LIMIT_MS);
        child.stdout?.on('data', () => {
            // The banner is printed at once; its last line tells that all of it is here.
            if (!READY.test(output()) || !output().includes('Stop with Ctrl+C')) return;
            clearTimeout(limit);
            resolve();
        });
        child.once('exit', (code) => {
            clearTimeout(limit);
            reject(new Error(`npm start ended with ${code}:\n${output()}`));
        });
    });
}

async function end(child: ChildProcess): Promise<void> {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    await gone;
}
