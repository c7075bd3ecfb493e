/** Metadata about who may do and see what, beside permission sets and profiles. */

export interface CustomPermissionMetadata {
    name: string;
    label: string;
    description?: string;
    requiredPermissions: string[];
    file: string;
}

export interface QueueMetadata {
    name: string;
    label: string;
    objects: string[];
    doesSendEmailToMembers: boolean;
    users: string[];
    publicGroups: string[];
    roles: string[];
    file: string;
}

/** Who else sees records of an object. Groups are named as `groupId` of the data engine takes them. */
export interface SharingRuleMetadata {
    object: string;
    name: string;
    /** `Read` or `Edit`. */
    accessLevel: string;
    sharedTo: string[];
    /** Owners whose records are shared; empty for a rule by criteria. */
    sharedFrom: string[];
    criteria: { field: string; operation: string; value: string }[];
    /** `1 AND (2 OR 3)`; all of the criteria when absent. */
    booleanFilter?: string;
}

export interface GroupMetadata {
    name: string;
    label: string;
    file: string;
}

export interface RoleMetadata {
    name: string;
    label: string;
    parentRole?: string;
    file: string;
}

export interface PermissionSetGroupMetadata {
    name: string;
    label: string;
    permissionSets: string[];
    mutingPermissionSets: string[];
    file: string;
}
