import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';

/** What came of a build. When it failed, what was built before is still in place. */
export interface BuildReport {
    ok: boolean;
    seconds: number;
    /** What is wrong and where; empty when nothing is. */
    message: string;
}

/** Builds the browser's bundles in another process, one build after the other. */
export class Bundler {
    readonly #child: ChildProcess;
    #last: Promise<BuildReport | null> = Promise.resolve(null);

    constructor(projectDir: string) {
        this.#child = fork(path.join(import.meta.dirname, 'bundler-process.ts'), [projectDir], { cwd: projectDir });
    }

    /** Builds the base components when they are not built yet, and the project's components. */
    build(): Promise<BuildReport> {
        const next = this.#last.then(() => this.#buildNow());
        this.#last = next.catch(() => null);
        return next;
    }

    async #buildNow(): Promise<BuildReport> {
        if (!this.#child.connected) {
            throw new Error('The build process has ended. Start the local org again.');
        }
        const answer = once(this.#child, 'message');
        this.#child.send('build');
        const [report] = (await answer) as [BuildReport];
        return report;
    }

    /** Ends the process. */
    stop(): void {
        if (this.#child.connected) {
            this.#child.disconnect();
        }
    }
}
