import type { PersonaConfig } from '../data/index.ts';
import type { DataEngine } from '../data/types.ts';
import type { OrgUser } from '../platform/context.ts';
import type { SObjectValue } from '../platform/values/index.ts';

const QUERY =
    'SELECT Id, Username, Name, FirstName, LastName, Email, ProfileId, Profile.Name, UserRoleId, UserType, TimeZoneSidKey, LocaleSidKey, LanguageLocaleKey FROM User';
const SYSTEM = { userId: '', mode: 'system', sharing: false } as const;

/** Finds the users of the org. */
export class Users {
    private readonly data: DataEngine;
    /** Usernames by persona name. */
    private readonly personas: Map<string, string>;

    constructor(data: DataEngine, personas: readonly PersonaConfig[]) {
        this.data = data;
        this.personas = new Map(personas.map((persona) => [persona.name.toLowerCase(), persona.username]));
    }

    /** The user with that id; undefined when there is none. */
    byId(id: string): OrgUser | undefined {
        return this.find(`${QUERY} WHERE Id = :value`, id)[0];
    }

    /** By id, username or persona name. Throws when there is no such user. */
    named(nameOrId: string): OrgUser {
        const username = this.personas.get(nameOrId.toLowerCase()) ?? nameOrId;
        const isId = /^005[A-Za-z0-9]{12}([A-Za-z0-9]{3})?$/.test(username);
        const found = isId ? this.byId(username) : this.find(`${QUERY} WHERE Username = :value`, username)[0];
        if (!found) throw new Error(`No such user: ${nameOrId}. Personas: ${[...this.personas.keys()].join(', ')}`);
        return found;
    }

    all(): OrgUser[] {
        return this.find(QUERY, null);
    }

    private find(soql: string, value: string | null): OrgUser[] {
        return this.data.query(soql, () => value, SYSTEM).map(toUser);
    }
}

function toUser(row: SObjectValue): OrgUser {
    const text = (field: string): string => (row.fields.get(field) as string | null) ?? '';
    return {
        id: row.id!,
        username: text('Username'),
        name: text('Name'),
        firstName: text('FirstName'),
        lastName: text('LastName'),
        email: text('Email'),
        profileId: text('ProfileId'),
        profileName: (row.parents.get('Profile')?.fields.get('Name') as string | undefined) ?? '',
        roleId: (row.fields.get('UserRoleId') as string | null) ?? null,
        userType: text('UserType') || 'Standard',
        timeZone: text('TimeZoneSidKey') || 'UTC',
        locale: text('LocaleSidKey') || 'en_US',
        language: text('LanguageLocaleKey') || 'en_US'
    };
}
