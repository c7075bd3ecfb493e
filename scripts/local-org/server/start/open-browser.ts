import { spawn } from 'node:child_process';

const OPENERS: Partial<Record<NodeJS.Platform, [string, string[]]>> = {
    darwin: ['open', []],
    win32: ['cmd', ['/c', 'start', '']]
};

/** Shows a page in the person's browser. Where there is none, the address in the terminal is enough. */
export function openBrowser(url: string): void {
    const [command, args] = OPENERS[process.platform] ?? ['xdg-open', []];
    const child = spawn(command, [...args, url], { stdio: 'ignore', detached: true });
    child.on('error', () => undefined);
    child.unref();
}
