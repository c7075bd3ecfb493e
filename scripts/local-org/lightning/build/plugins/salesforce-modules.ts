import path from 'node:path';
import type { Plugin } from 'rollup';
import { findInPackages } from '../bundles.ts';
import { readLabels, type LabelText } from '../labels.ts';

const PREFIX = '\0salesforce:';
const OWN =
    /^@salesforce\/(apex|apexContinuation|label|schema|user|userPermission|customPermission|i18n|resourceUrl|messageChannel|client|community)(\/|$)/;

/** Source text of a module by what follows its scope, such as `c.Save` for `@salesforce/label/c.Save`. */
type ModuleSource = (name: string) => string;

const runtime = (exportName: string, argument: string): string =>
    `import { ${exportName} } from 'lib/salesforce';\nexport default ${exportName}(${argument});`;

const constant = (value: unknown): string => `export default ${JSON.stringify(value)};`;

/**
 * The `@salesforce/*` modules that the platform makes up for a component: Apex methods, labels, schema tokens, the user.
 * What a name stands for is looked up in the project's metadata; a label, resource or channel that the project does not
 * have stops the build, as a deployment would.
 */
export function salesforceModules(projectDirectory: string): Plugin {
    const read = (): Map<string, LabelText> => readLabels(projectDirectory);
    let labels: Map<string, LabelText> | null = null;
    const sources: Record<string, ModuleSource> = {
        apex: (name) => (name ? runtime('apexMethod', JSON.stringify(name)) : refreshExports),
        apexContinuation: (name) => runtime('apexMethod', JSON.stringify(name)),
        label: (name) => labelSource((labels ??= read()), name),
        schema: (name) => constant(schemaToken(name)),
        user: (name) => runtime('userProperty', JSON.stringify(name)),
        userPermission: (name) => runtime('hasUserPermission', JSON.stringify(name)),
        customPermission: (name) => runtime('hasCustomPermission', JSON.stringify(name)),
        i18n: (name) => runtime('internationalization', JSON.stringify(name)),
        client: (name) => runtime('clientProperty', JSON.stringify(name)),
        community: () => constant(null),
        resourceUrl: (name) => resourceSource(projectDirectory, name),
        messageChannel: (name) => channelSource(projectDirectory, name)
    };
    return {
        name: 'salesforce-modules',
        buildStart: () => void (labels = null),
        resolveId: (id) => (OWN.test(id) ? PREFIX + id : null),
        // Metadata may change while a module that stands for it does not: load them anew in every build
        shouldTransformCachedModule: ({ id }) => id.startsWith(PREFIX),
        load(id) {
            if (!id.startsWith(PREFIX)) {
                return null;
            }
            const [, kind, ...name] = id.slice(PREFIX.length).split('/');
            return sources[kind!]!(name.join('/'));
        }
    };
}

const refreshExports = `export { refreshApex, getSObjectValue } from 'lib/salesforce';`;

function labelSource(labels: Map<string, LabelText>, name: string): string {
    const label = labels.get(name.replace(/^c\./, '').toLowerCase());
    if (!label) {
        throw new Error(`The project has no custom label ${name}`);
    }
    const translated = Object.keys(label.translations).length > 0;
    return translated ? runtime('translatedLabel', JSON.stringify(label)) : constant(label.value);
}

function schemaToken(name: string): object {
    const [objectApiName, ...field] = name.split('.');
    return field.length > 0 ? { fieldApiName: field.join('.'), objectApiName } : { objectApiName };
}

function resourceSource(projectDirectory: string, name: string): string {
    requireFile(projectDirectory, `${name}.resource-meta.xml`, `static resource ${name}`);
    return constant(`/resource/${name}`);
}

function channelSource(projectDirectory: string, name: string): string {
    const developerName = name.replace(/__c$/, '');
    requireFile(projectDirectory, `${developerName}.messageChannel-meta.xml`, `message channel ${name}`);
    return constant({ name });
}

function requireFile(projectDirectory: string, fileName: string, what: string): void {
    if (findInPackages(projectDirectory, (_, file) => path.basename(file) === fileName).length === 0) {
        throw new Error(`The project has no ${what}`);
    }
}
