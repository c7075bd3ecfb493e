import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

const USUAL_PLACES = [
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/usr/bin/microsoft-edge',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    'C:/Program Files/Google/Chrome/Application/chrome.exe',
    'C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe'
];

const QUIET = [
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync'
];

/**
 * Starts a headless Chromium: the one named by CHROME_PATH, else one that is installed, else one that it installs.
 * Throws with what to do when none can be had.
 */
export async function launchBrowser(): Promise<Browser> {
    const executablePath = installed() ?? install();
    const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
    return chromium.launch({ executablePath, headless: true, args: [...QUIET, ...sandbox] });
}

function installed(): string | undefined {
    const own = process.env['CHROME_PATH'];
    if (own && !existsSync(own)) throw new Error(`CHROME_PATH names ${own}, which does not exist.`);
    return own ?? [...USUAL_PLACES, chromium.executablePath()].find((place) => existsSync(place));
}

function install(): string {
    const attempts = [installFromDebian, installFromPlaywright];
    for (const attempt of attempts) {
        try {
            attempt();
        } catch {
            continue; // The next way may work; when none does, the message below says what to do.
        }
        const found = installed();
        if (found) return found;
    }
    throw new Error(
        'The browser tests need Chromium, Chrome or Edge. Install one, or set CHROME_PATH to its executable.'
    );
}

function installFromDebian(): void {
    if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return;
    execFileSync('apt-get', ['update'], { stdio: 'ignore' });
    execFileSync('apt-get', ['install', '-y', '--no-install-recommends', 'chromium', 'fonts-liberation'], {
        stdio: 'ignore'
    });
}

function installFromPlaywright(): void {
    execFileSync(process.execPath, ['node_modules/playwright-core/cli.js', 'install', 'chromium'], { stdio: 'ignore' });
}
