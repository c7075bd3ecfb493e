import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** What a running server leaves in the state folder, so that others know of it. */
export interface ServerMark {
    pid: number;
    url: string;
}

/** Somebody else's server works on this data. */
export class DataInUse extends Error {
    constructor({ url, pid }: ServerMark) {
        super(`The local org is running at ${url} (process ${pid}) on this data. Stop it first.`);
        this.name = 'DataInUse';
    }
}

/** Kept when the rest is emptied: it is made from installed packages and takes a while. */
const CACHE = 'cache';
/** Holds API keys that a person entered: they are settings, no data. */
const CREDENTIALS = 'credentials.json';

/** The folder `.local-org` of a project: the org's data and what is built for the browser. */
export class StateFolder {
    readonly dir: string;
    readonly dataFile: string;
    readonly #markFile: string;
    readonly #orgFile: string;

    constructor(projectDir: string) {
        this.dir = path.join(projectDir, '.local-org');
        this.dataFile = path.join(this.dir, 'org.sqlite');
        this.#markFile = path.join(this.dir, 'server.json');
        this.#orgFile = path.join(this.dir, 'org.json');
    }

    /** Whether the data holds the sample data, or did before somebody deleted some of it. */
    get hasSampleData(): boolean {
        return existsSync(this.dataFile) && existsSync(this.#orgFile);
    }

    /** Notes that the sample data is loaded. */
    noteSampleData(): void {
        writeFileSync(this.#orgFile, JSON.stringify({ sampleDataLoaded: new Date().toISOString() }));
    }

    /** The server that runs on this data; null when none does. */
    runningServer(): ServerMark | null {
        if (!existsSync(this.#markFile)) {
            return null;
        }
        const mark = JSON.parse(readFileSync(this.#markFile, 'utf8')) as ServerMark;
        return isAlive(mark.pid) ? mark : null;
    }

    /**
     * Makes the folder and checks that the data is free.
     * @throws DataInUse
     */
    claim(): void {
        const server = this.runningServer();
        if (server) {
            throw new DataInUse(server);
        }
        mkdirSync(this.dir, { recursive: true });
    }

    /** Marks the data as in use by this process. */
    mark(url: string): void {
        writeFileSync(this.#markFile, JSON.stringify({ pid: process.pid, url } satisfies ServerMark));
    }

    /** Takes the mark away. */
    unmark(): void {
        rmSync(this.#markFile, { force: true });
    }

    /**
     * Removes the data; what was built for the browser and keys that somebody entered stay.
     * @throws DataInUse
     */
    empty(): void {
        this.claim();
        for (const name of readdirSync(this.dir).filter((entry) => entry !== CACHE && entry !== CREDENTIALS)) {
            rmSync(path.join(this.dir, name), { recursive: true, force: true });
        }
    }
}

function isAlive(pid: number): boolean {
    try {
        process.kill(pid, 0);
        return pid !== process.pid;
    } catch (error) {
        return (error as NodeJS.ErrnoException).code === 'EPERM';
    }
}
