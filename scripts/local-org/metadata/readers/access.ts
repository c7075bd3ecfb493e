import type {
    CustomPermissionMetadata,
    GroupMetadata,
    ObjectPermissionMetadata,
    PermissionGrants,
    PermissionSetGroupMetadata,
    PermissionSetMetadata,
    QueueMetadata,
    RoleMetadata,
    XmlNode
} from '../types.ts';
import { elements, flag, requiredText, text, texts } from '../xml.ts';

export function readPermissionSet(root: XmlNode, name: string, file: string): PermissionSetMetadata {
    return {
        ...readGrants(root, name, file),
        hasActivationRequired: flag(root, 'hasActivationRequired'),
        license: text(root, 'license')
    };
}

/** The part that permission sets and profiles share. */
export function readGrants(root: XmlNode, name: string, file: string): PermissionGrants {
    return {
        name,
        label: text(root, 'label') ?? name,
        description: text(root, 'description'),
        file,
        objectPermissions: elements(root, 'objectPermissions').map((node) => readObjectPermission(node, file)),
        fieldPermissions: elements(root, 'fieldPermissions').map((node) => ({
            field: requiredText(node, 'field', file),
            readable: flag(node, 'readable'),
            editable: flag(node, 'editable')
        })),
        ...readSetupAccess(root),
        ...readVisibility(root)
    };
}

function readObjectPermission(node: XmlNode, file: string): ObjectPermissionMetadata {
    return {
        object: requiredText(node, 'object', file),
        allowRead: flag(node, 'allowRead'),
        allowCreate: flag(node, 'allowCreate'),
        allowEdit: flag(node, 'allowEdit'),
        allowDelete: flag(node, 'allowDelete'),
        viewAllRecords: flag(node, 'viewAllRecords'),
        modifyAllRecords: flag(node, 'modifyAllRecords'),
        viewAllFields: flag(node, 'viewAllFields')
    };
}

/** Names in elements such as `<classAccesses><apexClass/><enabled/></classAccesses>` that are enabled. */
function enabled(root: XmlNode, list: string, name: string): string[] {
    return elements(root, list)
        .filter((node) => flag(node, 'enabled'))
        .map((node) => text(node, name) ?? '');
}

function readSetupAccess(root: XmlNode) {
    return {
        classAccesses: enabled(root, 'classAccesses', 'apexClass'),
        pageAccesses: enabled(root, 'pageAccesses', 'apexPage'),
        customPermissions: enabled(root, 'customPermissions', 'name'),
        customMetadataTypeAccesses: enabled(root, 'customMetadataTypeAccesses', 'name'),
        customSettingAccesses: enabled(root, 'customSettingAccesses', 'name'),
        externalCredentialPrincipals: enabled(
            root,
            'externalCredentialPrincipalAccesses',
            'externalCredentialPrincipal'
        ),
        userPermissions: enabled(root, 'userPermissions', 'name'),
        flowAccesses: enabled(root, 'flowAccesses', 'flow')
    };
}

function readVisibility(root: XmlNode) {
    return {
        tabSettings: [...elements(root, 'tabSettings'), ...elements(root, 'tabVisibilities')].map((node) => ({
            tab: text(node, 'tab') ?? '',
            visibility: text(node, 'visibility') ?? 'None'
        })),
        applicationVisibilities: elements(root, 'applicationVisibilities').map((node) => ({
            application: text(node, 'application') ?? '',
            visible: flag(node, 'visible'),
            default: flag(node, 'default')
        })),
        recordTypeVisibilities: elements(root, 'recordTypeVisibilities').map((node) => ({
            recordType: text(node, 'recordType') ?? '',
            visible: flag(node, 'visible'),
            default: flag(node, 'default')
        }))
    };
}

export function readPermissionSetGroup(root: XmlNode, name: string, file: string): PermissionSetGroupMetadata {
    return {
        name,
        label: text(root, 'label') ?? name,
        permissionSets: texts(root, 'permissionSets'),
        mutingPermissionSets: texts(root, 'mutingPermissionSets'),
        file
    };
}

export function readCustomPermission(root: XmlNode, name: string, file: string): CustomPermissionMetadata {
    return {
        name,
        label: text(root, 'label') ?? name,
        description: text(root, 'description'),
        requiredPermissions: elements(root, 'requiredPermission').map((node) => text(node, 'customPermission') ?? ''),
        file
    };
}

export function readQueue(root: XmlNode, name: string, file: string): QueueMetadata {
    const members = elements(root, 'queueMembers');
    const inside = (list: string, item: string): string[] =>
        members.flatMap((node) => elements(node, list)).flatMap((node) => texts(node, item));
    return {
        name,
        label: text(root, 'name') ?? name,
        objects: elements(root, 'queueSobject').map((node) => text(node, 'sobjectType') ?? ''),
        doesSendEmailToMembers: flag(root, 'doesSendEmailToMembers'),
        users: inside('users', 'user'),
        publicGroups: inside('publicGroups', 'publicGroup'),
        roles: inside('roles', 'role'),
        file
    };
}

export function readGroup(root: XmlNode, name: string, file: string): GroupMetadata {
    return { name, label: text(root, 'name') ?? name, file };
}

export function readRole(root: XmlNode, name: string, file: string): RoleMetadata {
    return { name, label: text(root, 'name') ?? name, parentRole: text(root, 'parentRole'), file };
}
