import { XMLParser } from 'fast-xml-parser';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Plugin } from 'rollup';
import type { LwcBundle } from '../bundles.ts';
import { browserDirectory } from '../paths.ts';

const COMPONENTS = 'virtual:components';

/**
 * Modules of the shell itself: `lib/<name>` is a file of browser/lib, `virtual:components` maps the name of every
 * component of the project to a function that loads it.
 */
export function shellModules(bundles: () => LwcBundle[]): Plugin {
    return {
        name: 'shell-modules',
        resolveId(id) {
            if (id === COMPONENTS) {
                return `\0${COMPONENTS}`;
            }
            return id.startsWith('lib/') ? path.join(browserDirectory, `${id}.ts`) : null;
        },
        shouldTransformCachedModule: ({ id }) => id === `\0${COMPONENTS}`,
        load: (id) => (id === `\0${COMPONENTS}` ? componentTable(bundles()) : null)
    };
}

function componentTable(bundles: LwcBundle[]): string {
    const entries = bundles
        .filter((bundle) => existsSync(path.join(bundle.directory, `${bundle.name}.html`)))
        .map(({ name, directory }) => {
            const properties = JSON.stringify(propertyTypes(path.join(directory, `${name}.js-meta.xml`)));
            return `  ${JSON.stringify(name)}: { load: () => import('c/${name}'), properties: ${properties} }`;
        });
    return `export const components = {\n${entries.join(',\n')}\n};`;
}

interface MetaFile {
    LightningComponentBundle?: { targetConfigs?: { targetConfig?: { property?: MetaProperty[] }[] } };
}

interface MetaProperty {
    '@name': string;
    '@type': string;
}

const parser = new XMLParser({
    ignoreAttributes: false,
    attributeNamePrefix: '@',
    isArray: (name) => name === 'targetConfig' || name === 'property'
});

/** Types of the properties that a page builder may set, by name. */
function propertyTypes(metaFile: string): Record<string, string> {
    const content = existsSync(metaFile) ? (parser.parse(readFileSync(metaFile, 'utf8')) as MetaFile) : {};
    const configs = content.LightningComponentBundle?.targetConfigs?.targetConfig ?? [];
    return Object.fromEntries(
        configs.flatMap(({ property = [] }) => property.map((entry) => [entry['@name'], entry['@type']]))
    );
}
