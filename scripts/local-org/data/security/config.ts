import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Letters of CRUD, V for View All and M for Modify All: `CRUD`, `R`, `RV`. */
export type ObjectLetters = string;

/** A profile of config/local-org/profiles: what the standard profiles of an org give. */
export interface ProfileConfig {
    name: string;
    userLicense: string;
    description?: string;
    /** Object → letters; `*` stands for every standard object that is not listed. */
    objects: Record<string, ObjectLetters>;
    /** Whether fields of standard objects are open. Custom fields are opened by permission sets. */
    standardFields: 'all' | 'none';
    /** `Object.Field` that are hidden all the same. */
    hiddenFields?: string[];
    /** Custom objects, fields and classes are open without a permission set. */
    allFields?: boolean;
    userPermissions: string[];
}

/** A person of config/local-org/personas.json. */
export interface PersonaConfig {
    name: string;
    label: string;
    description?: string;
    firstName: string;
    lastName: string;
    alias: string;
    username: string;
    email: string;
    title?: string;
    profile: string;
    role?: string;
    manager?: string;
    permissionSets: string[];
    permissionSetGroups?: string[];
    queues?: string[];
    timeZone?: string;
    locale?: string;
    language?: string;
}

export interface RoleConfig {
    name: string;
    label: string;
    parent?: string;
}

/** What an org says of one of its objects, written as in a scratch org definition. */
export interface ObjectSetting {
    /** The organisation-wide default: `private`, `read`, `readWrite`, `readWriteTransfer` or `controlledByParent`. */
    sharingModel?: string;
}

export interface OrgConfig {
    organization: { name: string; timeZone: string; locale: string; language: string };
    /** Licences that are switched on, such as `Knowledge`. */
    features: string[];
    /** Object, its first letter small as in a scratch org definition, → what the org sets differently from a new org. */
    objectSettings?: Record<string, ObjectSetting>;
    roles: RoleConfig[];
    personas: PersonaConfig[];
    profiles: ProfileConfig[];
}

/** A setting that cannot be used; the message says which file and what to do. */
export class ConfigError extends Error {}

function readJson<T>(file: string): T {
    try {
        return JSON.parse(readFileSync(file, 'utf8')) as T;
    } catch (error) {
        throw new ConfigError(`${file}: ${(error as Error).message}`);
    }
}

/**
 * Reads config/local-org.
 * @throws ConfigError when a file is missing or a persona names a profile, role or manager that does not exist
 */
export function readOrgConfig(configDir: string): OrgConfig {
    const settings = join(configDir, 'personas.json');
    if (!existsSync(settings)) throw new ConfigError(`${settings} is missing: it names the users of the local org`);
    const config = readJson<Omit<OrgConfig, 'profiles'>>(settings);
    const folder = join(configDir, 'profiles');
    const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.json')) : [];
    const profiles = files.sort().map((name) => readJson<ProfileConfig>(join(folder, name)));
    const complete = { ...config, features: config.features ?? [], profiles };
    checkConfig(complete, settings);
    return complete;
}

function checkConfig(config: OrgConfig, file: string): void {
    const names = (items: { name: string }[]): Set<string> => new Set(items.map((item) => item.name));
    const [profiles, roles, personas] = [names(config.profiles), names(config.roles), names(config.personas)];
    for (const persona of config.personas) {
        check(profiles.has(persona.profile), file, persona, `profile '${persona.profile}'`);
        check(!persona.role || roles.has(persona.role), file, persona, `role '${persona.role}'`);
        check(!persona.manager || personas.has(persona.manager), file, persona, `manager '${persona.manager}'`);
    }
}

function check(found: boolean, file: string, persona: PersonaConfig, what: string): void {
    if (!found) throw new ConfigError(`${file}: persona '${persona.name}' names ${what}, which does not exist`);
}
