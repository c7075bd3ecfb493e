import type { ApexSource, MetadataStore } from '../../metadata/types.ts';
import { ApexDouble } from '../../platform/values/index.ts';
import { deterministicId, deterministicIdPattern } from '../schema/ids.ts';
import type { OrgConfig } from '../security/config.ts';
import { seedDefinitions, seedStaticResources } from './definitions.ts';
import { ORGANIZATION_ID, groupId, permissionSetId, profileId } from './seeder.ts';
import type { Seeder } from './seeder.ts';

/** Organization, profiles, roles, record types, code: what setup pages of an org list. */
export function seedSetup(seeder: Seeder, metadata: MetadataStore, config: OrgConfig): void {
    seedOrganization(seeder, config);
    seedLicenses(seeder, config);
    seedProfiles(seeder, config);
    seedRoles(seeder, metadata, config);
    seedPermissionSets(seeder, metadata);
    seedCode(seeder, metadata);
    seedRecordTypes(seeder);
    seedGroups(seeder, metadata);
    seedStatuses(seeder);
    seedDefinitions(seeder);
    seedStaticResources(seeder, metadata);
    seedCachePartitions(seeder, metadata);
    for (const object of seeder.schema.objects()) {
        if (object.kind === 'customMetadata') seeder.replaceAll(object.name, metadata.customMetadata(object.name));
    }
}

function seedOrganization(seeder: Seeder, { organization }: OrgConfig): void {
    seeder.put('Organization', ORGANIZATION_ID, {
        Name: organization.name,
        OrganizationType: 'Developer Edition',
        InstanceName: 'LOCAL',
        IsSandbox: false,
        IsReadOnly: false,
        LanguageLocaleKey: organization.language,
        DefaultLocaleSidKey: organization.locale,
        TimeZoneSidKey: organization.timeZone,
        FiscalYearStartMonth: 1
    });
    const hours = { Name: 'Default', IsActive: true, IsDefault: true, TimeZoneSidKey: organization.timeZone };
    seeder.put('BusinessHours', deterministicId('01m', 'Default'), hours);
    const pricebook = { Name: 'Standard Price Book', IsActive: true, IsStandard: true };
    seeder.put('Pricebook2', deterministicId('01s', 'Standard'), pricebook);
    seeder.put('Group', groupId('AllInternalUsers'), {
        Name: 'All Internal Users',
        DeveloperName: 'AllInternalUsers',
        Type: 'Organization'
    });
}

/** Keys of user licenses as `UserLicense.LicenseDefinitionKey` has them. */
const LICENSE_KEYS: Record<string, string> = { Salesforce: 'SFDC', 'Salesforce Platform': 'AUL' };

const licenseId = (name: string): string => deterministicId('100', name);

function seedLicenses(seeder: Seeder, { profiles }: OrgConfig): void {
    for (const name of new Set(profiles.map((profile) => profile.userLicense))) {
        const values = { Name: name, MasterLabel: name, LicenseDefinitionKey: LICENSE_KEYS[name], Status: 'Active' };
        seeder.put('UserLicense', licenseId(name), values);
    }
}

function seedProfiles(seeder: Seeder, { profiles }: OrgConfig): void {
    for (const profile of profiles) {
        const id = seeder.put('Profile', profileId(profile.name), {
            Name: profile.name,
            UserType: 'Standard',
            UserLicenseId: licenseId(profile.userLicense),
            Description: profile.description
        });
        seeder.put('PermissionSet', permissionSetId(`profile:${profile.name}`), {
            Name: `X${id}`,
            Label: id,
            IsOwnedByProfile: true,
            ProfileId: id,
            Type: 'Profile'
        });
    }
}

/** Roles of the org's settings and those of the project's metadata. */
function seedRoles(seeder: Seeder, metadata: MetadataStore, config: OrgConfig): void {
    const own = metadata.roles.filter((role) => config.roles.every((one) => one.name !== role.name));
    const roles = [...config.roles, ...own.map(({ name, label, parentRole }) => ({ name, label, parent: parentRole }))];
    const roleId = (name: string): string => deterministicId('00E', name);
    for (const role of roles) {
        const values = {
            Name: role.label,
            DeveloperName: role.name,
            ParentRoleId: role.parent ? roleId(role.parent) : null
        };
        const id = seeder.put('UserRole', roleId(role.name), values);
        for (const type of ['Role', 'RoleAndSubordinates']) {
            seeder.put('Group', groupId(`${type}:${role.name}`), {
                Name: role.label,
                DeveloperName: role.name,
                RelatedId: id,
                Type: type
            });
        }
    }
}

function seedPermissionSets(seeder: Seeder, metadata: MetadataStore): void {
    for (const set of metadata.permissionSets) {
        const values = {
            Name: set.name,
            Label: set.label,
            Description: set.description,
            IsOwnedByProfile: false,
            Type: 'Regular'
        };
        seeder.put('PermissionSet', permissionSetId(set.name), values);
    }
    seedPermissionSetGroups(seeder, metadata);
    const kept = metadata.customPermissions.map((permission) =>
        seeder.put('CustomPermission', deterministicId('0CP', permission.name), {
            DeveloperName: permission.name,
            MasterLabel: permission.label,
            Description: permission.description
        })
    );
    seeder.keepOnly('CustomPermission', kept);
}

function seedPermissionSetGroups(seeder: Seeder, metadata: MetadataStore): void {
    for (const { name, label, description } of metadata.mutingPermissionSets) {
        const values = { DeveloperName: name, MasterLabel: label, Description: description };
        seeder.put('MutingPermissionSet', deterministicId('0QM', name), values);
    }
    const components = metadata.permissionSetGroups.flatMap((group) => {
        const values = { DeveloperName: group.name, MasterLabel: group.label, Status: 'Updated' };
        const groupId = seeder.put('PermissionSetGroup', deterministicId('0PG', group.name), values);
        const sets = [
            ...group.permissionSets.map(permissionSetId),
            ...group.mutingPermissionSets.map((name) => deterministicId('0QM', name))
        ];
        return sets.map((id) =>
            seeder.put('PermissionSetGroupComponent', deterministicId('0PH', `${group.name}:${id}`), {
                PermissionSetGroupId: groupId,
                PermissionSetId: id
            })
        );
    });
    const seeded = `"Id" LIKE '${deterministicIdPattern('0PH')}'`;
    seeder.keepOnly('PermissionSetGroupComponent', components, seeded);
}

function seedCachePartitions(seeder: Seeder, metadata: MetadataStore): void {
    const kept = metadata.cachePartitions.map((partition) =>
        seeder.put('PlatformCachePartition', deterministicId('0Er', partition.name), {
            DeveloperName: partition.name,
            MasterLabel: partition.name,
            IsDefaultPartition: partition.default,
            Language: 'en_US'
        })
    );
    seeder.keepOnly('PlatformCachePartition', kept);
}

/** A name that two package directories use is the compiler's to refuse; here the first one stands. */
function firstOfName(sources: ApexSource[]): ApexSource[] {
    const seen = new Set<string>();
    return sources.filter(({ name }) => !seen.has(name.toLowerCase()) && seen.add(name.toLowerCase()));
}

function seedCode(seeder: Seeder, metadata: MetadataStore): void {
    const classes = firstOfName(metadata.apexClasses).map((source) =>
        seeder.put('ApexClass', deterministicId('01p', source.name), {
            Name: source.name,
            Status: source.status,
            IsValid: true,
            ApiVersion: new ApexDouble(source.apiVersion),
            Body: source.source,
            LengthWithoutComments: source.source.length
        })
    );
    seeder.keepOnly('ApexClass', classes);
    const triggers = firstOfName(metadata.triggers).map((source) =>
        seeder.put('ApexTrigger', deterministicId('01q', source.name), {
            Name: source.name,
            Status: source.status,
            Body: source.source,
            TableEnumOrId: /\bon\s+(\w+)/i.exec(source.source)?.[1] ?? null,
            IsValid: true
        })
    );
    seeder.keepOnly('ApexTrigger', triggers);
}

function seedRecordTypes(seeder: Seeder): void {
    const kept = seeder.schema.objects().flatMap((object) =>
        object.recordTypes.map((type) =>
            seeder.put('RecordType', type.id, {
                Name: type.label,
                DeveloperName: type.developerName,
                SobjectType: object.name,
                Description: type.description,
                IsActive: type.active
            })
        )
    );
    seeder.keepOnly('RecordType', kept);
}

function seedGroups(seeder: Seeder, metadata: MetadataStore): void {
    for (const queue of metadata.queues) {
        const id = seeder.put('Group', groupId(queue.name), {
            Name: queue.label,
            DeveloperName: queue.name,
            Type: 'Queue',
            DoesSendEmailToMembers: queue.doesSendEmailToMembers
        });
        for (const name of queue.objects) {
            seeder.put('QueueSobject', deterministicId('03g', `${queue.name}:${name}`), {
                QueueId: id,
                SobjectType: name
            });
        }
        for (const member of [...queue.publicGroups, ...queue.roles.map((role) => `Role:${role}`)]) {
            const values = { GroupId: id, UserOrGroupId: groupId(member) };
            seeder.put('GroupMember', deterministicId('011', `${queue.name}:${member}`), values);
        }
    }
    for (const group of metadata.groups) {
        seeder.put('Group', groupId(group.name), { Name: group.label, DeveloperName: group.name, Type: 'Regular' });
    }
}

/** Status objects mirror the picklists that they stand for. */
function seedStatuses(seeder: Seeder): void {
    const values = (object: string, field: string) => seeder.schema.object(object)?.field(field)?.picklistValues ?? [];
    values('Case', 'Status').forEach((value, index) =>
        seeder.put('CaseStatus', deterministicId('01R', value.value), {
            MasterLabel: value.label,
            ApiName: value.value,
            SortOrder: index + 1,
            IsDefault: value.default,
            IsClosed: value.facts?.IsClosed === true
        })
    );
    values('Lead', 'Status').forEach((value, index) =>
        seeder.put('LeadStatus', deterministicId('01Q', value.value), {
            MasterLabel: value.label,
            ApiName: value.value,
            SortOrder: index + 1,
            IsDefault: value.default,
            IsConverted: value.facts?.IsConverted === true
        })
    );
    values('Opportunity', 'StageName').forEach((value, index) =>
        seeder.put('OpportunityStage', deterministicId('01J', value.value), {
            MasterLabel: value.label,
            ApiName: value.value,
            SortOrder: index + 1,
            IsActive: true,
            IsClosed: value.facts?.IsClosed === true,
            IsWon: value.facts?.IsWon === true
        })
    );
}
