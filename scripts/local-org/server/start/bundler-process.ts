/** Builds what the browser loads, in a process of its own so that the server answers meanwhile. */
import { buildApp, buildVendor } from '../../lightning/build.ts';
import { describeBuildError } from '../../lightning/build/errors.ts';
import type { BuildReport } from './bundler.ts';

const [projectDir] = process.argv.slice(2);
let last: Promise<unknown> = Promise.resolve();

process.on('message', () => {
    last = last.then(build).then((report) => process.send?.(report));
});

/** The parent's end is this process's end. */
process.on('disconnect', () => process.exit());
/** An interrupt in the terminal reaches the whole group; the parent decides when to end. */
process.on('SIGINT', () => undefined);

async function build(): Promise<BuildReport> {
    try {
        await buildVendor(projectDir);
        const { ok, error, seconds } = await buildApp(projectDir);
        return { ok, seconds, message: error ? describeBuildError(error) : '' };
    } catch (error) {
        return { ok: false, seconds: 0, message: (error as Error).message };
    }
}
