import type { FSWatcher } from 'chokidar';
import { LocalOrg } from '../../org.ts';
import { createApp } from '../app.ts';
import { checkPortFree, listen, type RunningServer } from '../listen.ts';
import type { LocalServices } from '../services.ts';
import { banner } from './banner.ts';
import { Bundler } from './bundler.ts';
import { startModel } from './model.ts';
import { printLimits } from './limits.ts';
import { openBrowser } from './open-browser.ts';
import { loadFirstData, useModel } from './prepare-org.ts';
import type { StartOptions } from './options.ts';
import { localServices } from './services.ts';
import { StateFolder } from './state-folder.ts';
import { watchSources } from './watch.ts';

type Stop = () => Promise<unknown> | unknown;

/** A running local org. */
export interface LocalOrgServer {
    url: string;
    /** Ends everything that was started, the last first. */
    stop(): Promise<void>;
}

/**
 * Starts the local org and prints where it is.
 * @throws PortInUse, DataInUse, UnknownPersona or CompileFailure, with what to do about it
 */
export async function startLocalOrg(projectDir: string, options: StartOptions): Promise<LocalOrgServer> {
    const stops: Stop[] = [];
    const stop = async (): Promise<void> => {
        for (const end of stops.splice(0).reverse()) {
            await end();
        }
    };
    try {
        return { url: await startAll(projectDir, options, stops), stop };
    } catch (error) {
        await stop();
        throw error;
    }
}

async function startAll(projectDir: string, options: StartOptions, stops: Stop[]): Promise<string> {
    await checkPortFree(options.port);
    const state = new StateFolder(projectDir);
    state.claim();
    const bundler = new Bundler(projectDir);
    stops.push(() => bundler.stop());
    const bundles = bundler.build();
    bundles.catch(() => undefined);
    const services = await startServices(projectDir, options, state, stops);
    reportBuild(services, await bundles);
    const server = await listen(createApp(services), options.port);
    stops.push(() => closeServer(services, server));
    services.org.runJobs().catch(console.error);
    state.mark(server.url);
    stops.push(() => state.unmark());
    stops.push(followChanges(projectDir, services, bundler));
    console.log(`\n${banner(services, server.url)}\n`);
    if (options.open) {
        openBrowser(server.url);
    }
    return server.url;
}

async function startServices(
    projectDir: string,
    options: StartOptions,
    state: StateFolder,
    stops: Stop[]
): Promise<LocalServices> {
    const starting = startModel(projectDir, process.env);
    stops.push(() => starting.then((model) => model.stop()).catch(() => undefined));
    const org = LocalOrg.open({ projectDir, dataFile: state.dataFile });
    stops.push(() => org.close());
    const model = await starting;
    if (model.simulatorUrl) {
        console.log(`Model simulator at ${model.simulatorUrl}`);
    }
    const modelLabel = useModel(org, model);
    loadFirstData(org, state);
    if (options.limits) {
        printLimits(org, (line) => console.log(line));
    }
    return localServices(org, modelLabel, options.persona);
}

function reportBuild({ events }: LocalServices, { ok, message }: { ok: boolean; message: string }): void {
    if (!ok) {
        console.error(`\n${message}`);
        events.reportProblem('components', message);
    }
}

function closeServer({ events }: LocalServices, server: RunningServer): Promise<void> {
    events.close();
    return server.close();
}

function followChanges(projectDir: string, { org, events }: LocalServices, bundler: Bundler): Stop {
    const watcher: FSWatcher = watchSources({ projectDir, org, bundler, events, print: (line) => console.log(line) });
    return () => watcher.close();
}
