import type { Response } from 'express';
import type { Bootstrap, ObjectSummary } from '../../lightning/protocol.ts';
import { personaOf, userOrgOf } from '../http/session.ts';
import type { UserOrg } from '../records/user-org.ts';
import type { LocalServices } from '../services.ts';
import { ORG_CURRENCY } from '../ui-api/display-value.ts';
import { defaultApp, visibleApps } from './apps.ts';

/** What the shell needs to know before it shows anything: who, where, which apps, which permissions. */
export function bootstrap(services: LocalServices, response: Response): Bootstrap {
    const userOrg = userOrgOf(response);
    const { id, name, username, profileName, timeZone, locale, language } = userOrg.user;
    const current = personaOf(response).name;
    return {
        user: { id, name, username, profileName, timeZone, locale, language },
        personas: services.personas.map((persona) => ({
            name: persona.name,
            label: persona.label,
            description: persona.description,
            current: persona.name === current
        })),
        orgId: services.orgId,
        currency: ORG_CURRENCY,
        apps: visibleApps(userOrg),
        defaultApp: defaultApp(userOrg),
        customPermissions: customPermissions(userOrg),
        userPermissions: userPermissions(userOrg),
        objects: readableObjects(userOrg),
        modelLabel: services.modelLabel,
        emulated: true
    };
}

function customPermissions({ org, user }: UserOrg): string[] {
    const names = org.metadata.customPermissions.map(({ name }) => name);
    return names.filter((name) => org.data.permissions.customPermission(user.id, name));
}

/** Of all permissions that some profile or permission set gives, those the user has. */
function userPermissions({ org, user }: UserOrg): string[] {
    const grants = [...org.metadata.profiles, ...org.metadata.permissionSets];
    const names = new Set(grants.flatMap((grant) => grant.userPermissions));
    return [...names].filter((name) => org.data.permissions.user(user.id, name));
}

function readableObjects(userOrg: UserOrg): ObjectSummary[] {
    const records = userOrg.org.schema
        .objects()
        .filter((object) => (object.kind === 'standard' || object.kind === 'custom') && object.nameField !== null);
    return records
        .filter((object) => userOrg.canRead(object))
        .map((object) => ({
            apiName: object.name,
            label: object.label,
            labelPlural: object.labelPlural,
            keyPrefix: object.keyPrefix,
            createable: object.createable && userOrg.org.data.permissions.object(userOrg.user.id, object.name).create,
            searchable: object.searchable
        }));
}
