import { existsSync } from 'node:fs';
import path from 'node:path';
import type { OrgConfig } from '../data/index.ts';
import { readOrgConfig } from '../data/security/config.ts';

/** The users and profiles that an org is opened with. */
export interface Configuration {
    configDir: string;
    config: OrgConfig;
}

/**
 * A project's own users and profiles. A project without any gets those of the local org, with nothing assigned that
 * only this product has.
 */
export function configurationOf(projectDir: string): Configuration {
    const own = path.join(projectDir, 'config', 'local-org');
    if (existsSync(path.join(own, 'personas.json'))) return { configDir: own, config: readOrgConfig(own) };
    const configDir = path.resolve(import.meta.dirname, '../../../config/local-org');
    const config = readOrgConfig(configDir);
    const personas = config.personas.map((persona) => ({
        ...persona,
        permissionSets: [],
        permissionSetGroups: [],
        queues: []
    }));
    return { configDir, config: { ...config, personas } };
}
