import path from 'node:path';
import { readOrgConfig } from '../../data/security/config.ts';
import type { LocalOrg } from '../../org.ts';
import type { Persona } from '../services.ts';

/** The personas of the project, each with its user and whether it administers the org. */
export function readPersonas(org: LocalOrg): Persona[] {
    const { personas } = readOrgConfig(path.join(org.projectDir, 'config/local-org'));
    return personas.map(({ name, label, description }) => {
        const userId = org.user(name).id;
        return { name, label, description, userId, admin: org.data.permissions.user(userId, 'ModifyAllData') };
    });
}
