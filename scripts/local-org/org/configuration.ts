import { existsSync } from 'node:fs';
import path from 'node:path';
import type { OrgConfig } from '../data/index.ts';
import { type ProfileConfig, readOrgConfig } from '../data/security/config.ts';

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
    return { configDir, config: { ...config, personas, profiles: withUsualProfiles(config.profiles) } };
}

/** Profiles that every org has and that tests ask for by name. They give what Standard User gives. */
const USUAL_PROFILES = [
    'Read Only',
    'Marketing User',
    'Contract Manager',
    'Solution Manager',
    'Standard Platform User',
    'Custom: Marketing Profile',
    'Custom: Sales Profile',
    'Custom: Support Profile'
];

/** In a project of others the administrator sees every field, which a deployment to a new org would have opened. */
function withUsualProfiles(profiles: ProfileConfig[]): ProfileConfig[] {
    const standard = profiles.find(({ name }) => name === 'Standard User');
    const missing = USUAL_PROFILES.filter((name) => profiles.every((profile) => profile.name !== name));
    const usual = standard ? missing.map((name) => ({ ...standard, name })) : [];
    const opened = profiles.map((profile) =>
        profile.name === 'System Administrator' ? { ...profile, allFields: true } : profile
    );
    return [...opened, ...usual];
}
