import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Makes this process the owner of a data file. SQLite leaves its lock behind when a process is killed; with the
 * owner's process number written beside the file, a lock that nobody holds any more can be taken away.
 * @returns the number of the process that has the file open, null when it is ours now
 */
export function claimFile(file: string): number | null {
    const note = `${file}.pid`;
    mkdirSync(dirname(file), { recursive: true });
    const owner = existsSync(note) ? Number(readFileSync(note, 'utf8')) : null;
    if (owner && owner !== process.pid && isRunning(owner)) return owner;
    rmSync(`${file}.lock`, { recursive: true, force: true });
    writeFileSync(note, String(process.pid));
    return null;
}

/** Gives the file up. */
export function releaseFile(file: string): void {
    rmSync(`${file}.pid`, { force: true });
}

function isRunning(pid: number): boolean {
    try {
        process.kill(pid, 0);
        return true;
    } catch (error) {
        return (error as NodeJS.ErrnoException).code === 'EPERM';
    }
}
