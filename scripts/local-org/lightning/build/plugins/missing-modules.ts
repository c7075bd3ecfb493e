import path from 'node:path';
import type { Plugin } from 'rollup';

/** Comes last: what no other plugin resolved stops the build and is named, instead of failing later in the browser. */
export function missingModules(projectDirectory: string): Plugin {
    return {
        name: 'missing-modules',
        resolveId(id, importer) {
            const absolute = path.isAbsolute(id) || id.startsWith('\0') || id.startsWith('.');
            if (!importer || absolute) {
                return null;
            }
            const from = path.relative(projectDirectory, importer.split('?')[0]!);
            return this.error({ message: `${hint(id)} (imported by ${from})`, id: importer });
        }
    };
}

function hint(id: string): string {
    if (id.startsWith('c/')) {
        return `The project has no component ${id}`;
    }
    return id.startsWith('lightning/') || id.startsWith('@salesforce/')
        ? `Not implemented in the local org: module ${id}`
        : `Module ${id} cannot be found`;
}
