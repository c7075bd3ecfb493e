import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { rollup, type OutputAsset, type OutputChunk, type Plugin, type RollupCache } from 'rollup';
import { findBundles, type LwcBundle } from './bundles.ts';
import { toBuildError, type BuildError } from './errors.ts';
import { appDirectory, browserDirectory } from './paths.ts';
import { compile, onwarn } from './plugins/compile.ts';
import { missingModules } from './plugins/missing-modules.ts';
import { salesforceModules } from './plugins/salesforce-modules.ts';
import { shellModules } from './plugins/shell-modules.ts';
import { stripTypes } from './plugins/strip-types.ts';
import { buildVendor, pruneVendor } from './vendor.ts';

/** Outcome of a build of the shell and the project's components. */
export interface AppBuild {
    /** When false the result of the last good build is still in place. */
    ok: boolean;
    error?: BuildError;
    seconds: number;
    /** Names of the project's components. */
    components: string[];
    /** The page to serve for every /lightning address. */
    indexFile: string;
}

const caches = new Map<string, RollupCache>();

/**
 * Builds the shell with the project's components into {@link appDirectory}; unchanged modules come from memory. A broken
 * component does not throw: the report names file and line, and the last good build stays.
 */
export async function buildApp(projectDirectory: string): Promise<AppBuild> {
    const started = performance.now();
    const indexFile = path.join(appDirectory(projectDirectory), 'index.html');
    const outcome = (rest: Pick<AppBuild, 'ok' | 'error' | 'components'>): AppBuild => ({
        ...rest,
        indexFile,
        seconds: (performance.now() - started) / 1000
    });
    try {
        const { imports } = await buildVendor(projectDirectory);
        const bundles = findBundles(projectDirectory);
        const output = await bundle(projectDirectory, bundles, new Set(Object.keys(imports)));
        write(appDirectory(projectDirectory), [...output, indexPage(imports, output)]);
        pruneVendor(projectDirectory);
        return outcome({ ok: true, components: bundles.map(({ name }) => name) });
    } catch (failure) {
        return outcome({ ok: false, error: toBuildError(failure, projectDirectory), components: [] });
    }
}

async function bundle(directory: string, bundles: LwcBundle[], vendor: Set<string>): Promise<OutputFile[]> {
    const build = await rollup({
        input: path.join(browserDirectory, 'main.ts'),
        external: (id) => vendor.has(id),
        onwarn,
        cache: caches.get(directory),
        plugins: plugins(directory, bundles)
    });
    caches.set(directory, build.cache!);
    const { output } = await build.generate({
        format: 'esm',
        sourcemap: true,
        entryFileNames: '[name]-[hash].js',
        chunkFileNames: '[name]-[hash].js'
    });
    await build.close();
    return output.map(toOutputFile);
}

function plugins(directory: string, bundles: LwcBundle[]): Plugin[] {
    const project = bundles.map(({ name, entry }) => ({ name: `c/${name}`, path: entry }));
    return [
        salesforceModules(directory),
        shellModules(() => bundles),
        stripTypes(),
        ...compile([...project, { dir: path.join(browserDirectory, 'modules') }]),
        missingModules(directory)
    ];
}

interface OutputFile {
    fileName: string;
    content: string | Uint8Array;
}

function toOutputFile(output: OutputChunk | OutputAsset): OutputFile {
    if (output.type === 'asset') {
        return { fileName: output.fileName, content: output.source };
    }
    const reference = output.sourcemapFileName ? `//# sourceMappingURL=${output.sourcemapFileName}\n` : '';
    const ends = output.code.includes('//# sourceMappingURL=');
    return { fileName: output.fileName, content: ends ? output.code : output.code + reference };
}

/** The page names the entry by its content, so that no browser takes an older one from its cache. */
function indexPage(imports: Record<string, string>, output: OutputFile[]): OutputFile {
    const template = readFileSync(path.join(browserDirectory, 'index.html'), 'utf8');
    const entry = output.find(({ fileName }) => /^main-[^.]+\.js$/.test(fileName))!;
    const content = template
        .replace('{{importMap}}', () => JSON.stringify({ imports }))
        .replace('{{entry}}', `/app/${entry.fileName}`);
    return { fileName: 'index.html', content };
}

/** Writes new files first and removes what the last build left behind afterwards. */
function write(directory: string, files: OutputFile[]): void {
    mkdirSync(directory, { recursive: true });
    files.forEach(({ fileName, content }) => writeIfChanged(path.join(directory, fileName), content));
    const current = new Set(files.map(({ fileName }) => fileName));
    readdirSync(directory)
        .filter((name) => !current.has(name))
        .forEach((name) => rmSync(path.join(directory, name)));
}

function writeIfChanged(file: string, content: string | Uint8Array): void {
    if (!existsSync(file) || readFileSync(file, 'utf8') !== content) {
        writeFileSync(file, content);
    }
}
