import { existsSync } from 'node:fs';
import path from 'node:path';
import { watch, type FSWatcher } from 'chokidar';
import { describeCompileError } from '../../apex/syntax/compile-error.ts';
import type { LocalEvent } from '../../lightning/protocol.ts';
import type { EventStream } from '../local/event-stream.ts';
import type { ServerOrg } from '../local-org.ts';
import type { Bundler } from './bundler.ts';

/** An editor saves several files at once, and some in two steps. */
const SETTLE_MS = 80;
const SHOWN_FILES = 3;
const SHELL_SOURCES = 'scripts/local-org/lightning/browser';
/** Written beside components by the compiler, or none of the browser's business. */
const IGNORED = /[\\/](node_modules|__tests__|__mocks__|\.[^\\/]+)([\\/]|$)|[\\/]lwc[\\/].*\.js$/;

/** What has to be told about changes, and whom. */
export interface WatchTargets {
    projectDir: string;
    org: ServerOrg;
    bundler: Bundler;
    events: EventStream;
    /** Writes a line to the terminal. */
    print(line: string): void;
}

/** Follows the project's sources: Apex and metadata go into the org, components into the browser's bundle. */
export function watchSources(targets: WatchTargets): FSWatcher {
    const directories = targets.org.metadata.packageDirectories.map((directory) => directory.path);
    const roots = [...directories, SHELL_SOURCES].filter((root) => existsSync(path.join(targets.projectDir, root)));
    const changed = new Set<string>();
    let timer: NodeJS.Timeout | undefined;
    const watcher = watch(roots, { cwd: targets.projectDir, ignored: IGNORED, ignoreInitial: true });
    watcher.on('all', (event, file) => {
        if (event === 'add' || event === 'change' || event === 'unlink') {
            changed.add(file);
            clearTimeout(timer);
            timer = setTimeout(() => void applyAll(targets, changed), SETTLE_MS);
        }
    });
    return watcher;
}

async function applyAll(targets: WatchTargets, changed: Set<string>): Promise<void> {
    const files = [...changed];
    changed.clear();
    const ofBrowser = files.filter((file) => isOfBrowser(file) || /\.(labels|translation)-meta\.xml$/.test(file));
    const ofOrg = files.filter((file) => !isOfBrowser(file));
    const reload = [
        ...(ofOrg.length > 0 ? [reloadOrg(targets, ofOrg)] : []),
        ...(ofBrowser.length > 0 ? [await rebuild(targets)] : [])
    ].find((what) => what !== null);
    if (reload) {
        targets.print(`Reloaded after a change of ${shortList(files)}`);
        targets.events.send({ type: 'reload', what: reload });
    }
}

function shortList(files: string[]): string {
    const names = files.map((file) => path.basename(file));
    return names.length > SHOWN_FILES
        ? `${names.slice(0, SHOWN_FILES).join(', ')} and ${names.length - SHOWN_FILES} more`
        : names.join(', ');
}

type ReloadKind = Extract<LocalEvent, { type: 'reload' }>['what'];

function isOfBrowser(file: string): boolean {
    return /[\\/]lwc[\\/]/.test(file) || file.startsWith(path.normalize(SHELL_SOURCES));
}

/** Null when something does not compile: the old code goes on, and pages need not load anew. */
function reloadOrg({ projectDir, org, events, print }: WatchTargets, files: string[]): ReloadKind | null {
    try {
        const { errors } = org.reload(files.map((file) => path.join(projectDir, file)));
        if (errors.length > 0) {
            throw new Error(errors.map(describeCompileError).join('\n'));
        }
        events.reportFixed('org');
        return files.some((file) => /\.(cls|trigger)$/.test(file)) ? 'apex' : 'metadata';
    } catch (error) {
        report(events, print, 'org', (error as Error).message);
        return null;
    }
}

async function rebuild({ bundler, events, print }: WatchTargets): Promise<ReloadKind | null> {
    const { ok, message } = await bundler.build();
    if (ok) {
        events.reportFixed('components');
        return 'lwc';
    }
    report(events, print, 'components', message);
    return null;
}

function report(events: EventStream, print: (line: string) => void, part: string, message: string): void {
    print(`\n${message}\nWhat ran before goes on.`);
    events.reportProblem(part, message);
}
