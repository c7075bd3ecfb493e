import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';

/** What answers when Apex calls a model. */
export interface ModelEndpoint {
    /** In words for people. */
    label: string;
    /** Address of the simulator; null when real providers answer. */
    simulatorUrl: string | null;
    stop(): Promise<void>;
}

const KEYS = { OPENAI_API_KEY: 'OpenAI', ANTHROPIC_API_KEY: 'Anthropic' };

/** The real providers when the environment holds a key of one, else a model simulator started for this purpose. */
export async function startModel(projectDir: string, environment: NodeJS.ProcessEnv): Promise<ModelEndpoint> {
    const providers = Object.entries(KEYS).filter(([name]) => environment[name]);
    if (providers.length > 0) {
        const label = providers.map(([, provider]) => provider).join(' and ');
        return { label, simulatorUrl: null, stop: () => Promise.resolve() };
    }
    const child = startSimulator(projectDir);
    process.once('exit', () => child.kill());
    const simulatorUrl = await urlOf(child);
    child.on('exit', tellStopped);
    return { label: 'Model simulator', simulatorUrl, stop: () => stop(child) };
}

function startSimulator(projectDir: string): ChildProcess {
    const script = path.join(projectDir, 'scripts/model-simulator/index.ts');
    return spawn(process.execPath, [...process.execArgv, script, '--port', '0'], {
        cwd: projectDir,
        stdio: ['ignore', 'pipe', 'inherit']
    });
}

/** The simulator's first line is `{"url": ...}`. */
async function urlOf(child: ChildProcess): Promise<string> {
    if (!child.stdout) {
        throw new Error('The model simulator has no output to read.');
    }
    const lines = createInterface({ input: child.stdout });
    const ended = once(child, 'exit').then(([code]) => {
        throw new Error(`The model simulator ended with code ${code} before it was ready.`);
    });
    const [line] = (await Promise.race([once(lines, 'line'), ended])) as [string];
    ended.catch(() => undefined);
    return (JSON.parse(line) as { url: string }).url;
}

function tellStopped(): void {
    console.error('The model simulator has stopped: calls to models fail until npm start runs again.');
}

async function stop(child: ChildProcess): Promise<void> {
    child.off('exit', tellStopped);
    if (child.exitCode === null && child.signalCode === null) {
        const ended = once(child, 'exit');
        child.kill('SIGTERM');
        await ended;
    }
}
