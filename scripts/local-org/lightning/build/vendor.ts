import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { rollup, type Plugin } from 'rollup';
import { packageDirectory, vendorDirectory } from './paths.ts';
import { baseComponents } from './plugins/base-components.ts';
import { compile, onwarn } from './plugins/compile.ts';

/** The engine and the base components, ready to serve. */
export interface VendorBuild {
    /** Import map entries: module name → URL. */
    imports: Record<string, string>;
    /** Whether an earlier start had built it. */
    cached: boolean;
    seconds: number;
}

const BASE_COMPONENTS = 'lightning-base-components';
/** Replaced by modules of the shell, or needing a phone. */
const LEFT_OUT = /^lightning\/(navigation$|barcodeScanner|primitiveFigure|iconSvgTemplates)/;
const RUNTIME: Record<string, string> = {
    lwc: '@lwc/engine-dom/dist/index.js',
    '@lwc/synthetic-shadow': '@lwc/synthetic-shadow/dist/index.js'
};

/**
 * Bundles the LWC engine, synthetic shadow and the base components. Takes seconds the first time; later starts find the
 * result in the cache, whose name comes from the versions of these packages and from how they are bundled.
 */
export async function buildVendor(projectDirectory: string): Promise<VendorBuild> {
    const started = performance.now();
    const key = cacheKey();
    const directory = path.join(vendorDirectory(projectDirectory), key);
    const mapFile = path.join(directory, 'imports.json');
    const cached = existsSync(mapFile);
    if (!cached) {
        await bundle(directory);
        const imports = Object.fromEntries(moduleNames().map((name) => [name, `/vendor/${key}/${fileName(name)}.js`]));
        writeFileSync(mapFile, JSON.stringify(imports, null, 2));
    }
    const imports = JSON.parse(readFileSync(mapFile, 'utf8')) as Record<string, string>;
    return { imports, cached, seconds: (performance.now() - started) / 1000 };
}

/** Removes what earlier versions of the packages left in the cache. */
export function pruneVendor(projectDirectory: string): void {
    const directory = vendorDirectory(projectDirectory);
    const key = cacheKey();
    readdirSync(directory)
        .filter((name) => name !== key)
        .forEach((name) => rmSync(path.join(directory, name), { recursive: true }));
}

async function bundle(directory: string): Promise<void> {
    mkdirSync(directory, { recursive: true });
    const input = Object.fromEntries(
        moduleNames().map((name) => [fileName(name), name in RUNTIME ? name : ENTRY + name])
    );
    const build = await rollup({
        input,
        onwarn,
        plugins: [entries, ...baseComponents, ...compile([{ npm: BASE_COMPONENTS }])]
    });
    await build.write({
        dir: directory,
        format: 'esm',
        entryFileNames: '[name].js',
        chunkFileNames: 'chunk-[hash].js'
    });
    await build.close();
}

const ENTRY = '\0entry:';

const entries: Plugin = {
    name: 'vendor-entries',
    resolveId(id) {
        if (id in RUNTIME) {
            return path.join(packageDirectory(''), RUNTIME[id]!);
        }
        return id.startsWith(ENTRY) ? id : null;
    },
    load(id) {
        if (!id.startsWith(ENTRY)) {
            return null;
        }
        const name = id.slice(ENTRY.length);
        return `export * from '${name}';${hasDefault(name) ? ` export { default } from '${name}';` : ''}`;
    }
};

function moduleNames(): string[] {
    const manifest = readManifest(BASE_COMPONENTS) as unknown as { lwc: { expose: string[] } };
    return [...Object.keys(RUNTIME), ...manifest.lwc.expose.filter((name) => !LEFT_OUT.test(name))];
}

function hasDefault(name: string): boolean {
    const bundleName = name.split('/')[1]!;
    const file = path.join(packageDirectory(BASE_COMPONENTS), 'src/lightning', bundleName, `${bundleName}.js`);
    return !existsSync(file) || /export default|as default/.test(readFileSync(file, 'utf8'));
}

const fileName = (moduleName: string): string => moduleName.replace(/[^\w]+/g, '_');

function readManifest(packageName: string): { version: string } {
    return JSON.parse(readFileSync(path.join(packageDirectory(packageName), 'package.json'), 'utf8')) as {
        version: string;
    };
}

function cacheKey(): string {
    const packages = ['@lwc/engine-dom', '@lwc/synthetic-shadow', '@lwc/rollup-plugin', BASE_COMPONENTS];
    const hash = createHash('sha256');
    packages.forEach((name) => hash.update(`${name}@${readManifest(name).version}\n`));
    ['vendor.ts', 'plugins/base-components.ts', 'plugins/compile.ts'].forEach((file) =>
        hash.update(readFileSync(path.join(import.meta.dirname, file)))
    );
    return hash.digest('hex').slice(0, 12);
}
