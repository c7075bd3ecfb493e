import type { MetadataStore } from '../../metadata/types.ts';
import { deterministicId, deterministicIdPattern } from '../schema/ids.ts';
import { ConfigError } from '../security/config.ts';
import type { OrgConfig, PersonaConfig } from '../security/config.ts';
import { ORGANIZATION_ID, groupId, permissionSetId, profileId, userId } from './seeder.ts';
import type { Seeder } from './seeder.ts';

/**
 * The personas as users with fixed Ids and their permission sets.
 * @throws ConfigError when a persona names a permission set or queue that the project does not have
 */
export function seedUsers(seeder: Seeder, metadata: MetadataStore, config: OrgConfig): void {
    checkNames(metadata, config);
    for (const persona of config.personas) seedUser(seeder, persona, config);
    seedAutomatedProcess(seeder, config);
    const assigned = config.personas.flatMap((persona) => seedAssignments(seeder, persona));
    const personas = config.personas.map((persona) => `'${userId(persona.name)}'`).join(', ');
    seeder.keepOnly(
        'PermissionSetAssignment',
        assigned,
        `"AssigneeId" IN (${personas || "''"}) AND "Id" LIKE '${deterministicIdPattern('0Pa')}'`
    );
}

function checkNames(metadata: MetadataStore, config: OrgConfig): void {
    const has = (items: { name: string }[], name: string): boolean => items.some((item) => item.name === name);
    const lists: [keyof PersonaConfig, { name: string }[], string][] = [
        ['permissionSets', metadata.permissionSets, 'permission set'],
        ['permissionSetGroups', metadata.permissionSetGroups, 'permission set group'],
        ['queues', metadata.queues, 'queue']
    ];
    const missing = config.personas.flatMap((persona) =>
        lists.flatMap(([key, items, word]) =>
            ((persona[key] ?? []) as string[])
                .filter((name) => !has(items, name))
                .map((name) => `${word} '${name}' of persona '${persona.name}'`)
        )
    );
    if (missing.length > 0)
        throw new ConfigError(
            `config/local-org/personas.json names what the project does not have: ${missing.join('; ')}`
        );
}

function seedUser(seeder: Seeder, persona: PersonaConfig, { organization }: OrgConfig): void {
    seeder.put('User', userId(persona.name), {
        FirstName: persona.firstName,
        LastName: persona.lastName,
        Name: `${persona.firstName} ${persona.lastName}`,
        Alias: persona.alias,
        CommunityNickname: persona.name,
        Username: persona.username,
        Email: persona.email,
        Title: persona.title ?? persona.label,
        IsActive: true,
        UserType: 'Standard',
        ProfileId: profileId(persona.profile),
        UserRoleId: persona.role ? deterministicId('00E', persona.role) : null,
        ManagerId: persona.manager ? userId(persona.manager) : null,
        TimeZoneSidKey: persona.timeZone ?? organization.timeZone,
        LocaleSidKey: persona.locale ?? organization.locale,
        LanguageLocaleKey: persona.language ?? organization.language,
        EmailEncodingKey: 'UTF-8'
    });
    for (const queue of persona.queues ?? []) {
        const values = { GroupId: groupId(queue), UserOrGroupId: userId(persona.name) };
        seeder.put('GroupMember', deterministicId('011', `${queue}:${persona.name}`), values);
    }
}

/** The platform's own user: it has neither profile nor role, so nothing is granted to it. */
function seedAutomatedProcess(seeder: Seeder, { organization }: OrgConfig): void {
    const address = `autoproc@${ORGANIZATION_ID.toLowerCase()}`;
    seeder.put('User', userId('Automated Process'), {
        FirstName: 'Automated',
        LastName: 'Process',
        Name: 'Automated Process',
        Alias: 'autoproc',
        CommunityNickname: 'autoproc',
        Username: address,
        Email: address,
        IsActive: true,
        UserType: 'AutomatedProcess',
        TimeZoneSidKey: organization.timeZone,
        LocaleSidKey: organization.locale,
        LanguageLocaleKey: organization.language,
        EmailEncodingKey: 'UTF-8'
    });
}

function seedAssignments(seeder: Seeder, persona: PersonaConfig): string[] {
    const assignee = userId(persona.name);
    const assign = (name: string, values: Record<string, unknown>): string =>
        seeder.put('PermissionSetAssignment', deterministicId('0Pa', `${persona.name}:${name}`), {
            AssigneeId: assignee,
            IsActive: true,
            ...values
        });
    return [
        assign('profile', { PermissionSetId: permissionSetId(`profile:${persona.profile}`) }),
        ...persona.permissionSets.map((name) => assign(name, { PermissionSetId: permissionSetId(name) })),
        ...(persona.permissionSetGroups ?? []).map((name) =>
            assign(name, { PermissionSetGroupId: deterministicId('0PG', name) })
        )
    ];
}
