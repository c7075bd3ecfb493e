import { configurationOf } from '../../org/configuration.ts';
import type { LocalOrg } from '../../org.ts';
import type { Persona } from '../services.ts';

/** The personas of the project (see configurationOf), each with its user and whether it administers the org. */
export function readPersonas(org: LocalOrg): Persona[] {
    const { personas } = configurationOf(org.projectDir).config;
    return personas.map(({ name, label, description }) => {
        const userId = org.user(name).id;
        return { name, label, description, userId, admin: org.data.permissions.user(userId, 'ModifyAllData') };
    });
}
