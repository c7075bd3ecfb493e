/** What is read from the project's metadata. Everything carries the file it came from, so that errors can name it. */
import type { FieldSetSchema, RecordTypeSchema, SharingModel, ValidationRuleSchema } from '../data/schema/types.ts';
import type { SObjectValue } from '../platform/values/index.ts';
import type {
    CustomPermissionMetadata,
    GroupMetadata,
    PermissionSetGroupMetadata,
    QueueMetadata,
    RoleMetadata,
    SharingRuleMetadata
} from './access-types.ts';
import type {
    CustomApplicationMetadata,
    FlexiPageMetadata,
    LayoutMetadata,
    QuickActionMetadata,
    TabMetadata
} from './page-types.ts';

export type * from './access-types.ts';
export type * from './page-types.ts';

export interface ApexSource {
    name: string;
    file: string;
    source: string;
    apiVersion: number;
    /** Inactive or Deleted code is not compiled. */
    status: 'Active' | 'Inactive' | 'Deleted';
}

/** A parsed XML element: children by name, always in lists. */
export interface XmlNode {
    text: string;
    attributes: Record<string, string>;
    children: Record<string, XmlNode[]>;
}

/** A custom metadata record as written; a null value stays null. */
export interface CustomMetadataRecord {
    /** With `__mdt`. */
    type: string;
    developerName: string;
    label: string;
    protected: boolean;
    values: { field: string; type: string; value: string | null }[];
    file: string;
}

export interface FieldMetadata {
    object: string;
    name: string;
    file: string;
    /** The elements of the CustomField file as they stand. */
    xml: XmlNode;
}

export interface ListViewMetadata {
    object: string;
    name: string;
    label: string;
    columns: string[];
    filterScope: string;
    filters: { field: string; operation: string; value?: string }[];
    booleanFilter?: string;
    queue?: string;
    file: string;
}

export interface ObjectMetadata {
    name: string;
    file: string | null;
    label?: string;
    pluralLabel?: string;
    description?: string;
    sharingModel?: SharingModel;
    customSettingsType?: 'Hierarchy' | 'List';
    nameField?: { label: string; type: string; displayFormat?: string; startingNumber?: number };
    enableHistory: boolean;
    enableFeeds: boolean;
    enableSearch: boolean;
    enableActivities: boolean;
    eventType?: string;
    publishBehavior?: string;
    fields: FieldMetadata[];
    validationRules: ValidationRuleSchema[];
    recordTypes: RecordTypeSchema[];
    listViews: ListViewMetadata[];
    fieldSets: FieldSetSchema[];
    compactLayouts: { name: string; label: string; fields: string[] }[];
    compactLayoutAssignment?: string;
    searchResultsColumns: string[];
}

export interface ObjectPermissionMetadata {
    object: string;
    allowRead: boolean;
    allowCreate: boolean;
    allowEdit: boolean;
    allowDelete: boolean;
    viewAllRecords: boolean;
    modifyAllRecords: boolean;
    viewAllFields: boolean;
}

/** A permission set or a profile: what a user is given. */
export interface PermissionGrants {
    name: string;
    label: string;
    description?: string;
    file: string;
    objectPermissions: ObjectPermissionMetadata[];
    /** `field` is `Object.Field`. */
    fieldPermissions: { field: string; readable: boolean; editable: boolean }[];
    classAccesses: string[];
    pageAccesses: string[];
    customPermissions: string[];
    customMetadataTypeAccesses: string[];
    customSettingAccesses: string[];
    externalCredentialPrincipals: string[];
    userPermissions: string[];
    tabSettings: { tab: string; visibility: string }[];
    applicationVisibilities: { application: string; visible: boolean; default: boolean }[];
    recordTypeVisibilities: { recordType: string; visible: boolean; default: boolean }[];
    flowAccesses: string[];
}

export interface PermissionSetMetadata extends PermissionGrants {
    hasActivationRequired: boolean;
    license?: string;
}

export interface ValueSetMetadata {
    name: string;
    xml: XmlNode;
}

export interface NamedCredentialMetadata {
    name: string;
    label: string;
    type: string;
    url: string;
    externalCredential?: string;
    generateAuthorizationHeader: boolean;
    allowMergeFieldsInBody: boolean;
    allowMergeFieldsInHeader: boolean;
    httpHeaders: { name: string; value: string }[];
    file: string;
}

export interface ExternalCredentialMetadata {
    name: string;
    label: string;
    authenticationProtocol: string;
    principals: { name: string; type: string; sequenceNumber: number }[];
    /** `value` is a formula such as `{!'Bearer ' & $Credential.OpenAI.ApiKey}`. */
    authHeaders: { name: string; value: string; sequenceNumber: number }[];
    authParameters: { name: string; value: string }[];
    file: string;
}

export interface RemoteSiteMetadata {
    name: string;
    url: string;
    active: boolean;
}

export interface CachePartitionMetadata {
    name: string;
    default: boolean;
    /** Megabytes of each kind of cache; nothing is kept where there are none. */
    capacity: { Org: number; Session: number };
}

/** A PlatformEventSubscriberConfig. */
export interface EventSubscriberMetadata {
    name: string;
    /** The API name of the trigger. */
    trigger: string;
    /** Who the trigger runs as; null for Automated Process. */
    username: string | null;
    /** Events that the trigger gets at once; null for the platform's own number. */
    batchSize: number | null;
}

export interface LwcBundleMetadata {
    name: string;
    dir: string;
    meta: {
        apiVersion: string;
        isExposed: boolean;
        masterLabel?: string;
        description?: string;
        targets: string[];
        targetConfigs: {
            targets: string[];
            objects: string[];
            properties: { name: string; type: string; label?: string; default?: string; required: boolean }[];
            actionType?: string;
        }[];
    };
    file: string;
}

/** Texts in one language by name. */
export interface TranslationMetadata {
    /** Such as `de`. */
    language: string;
    labels: Record<string, string>;
    applications: Record<string, string>;
    tabs: Record<string, string>;
}

export interface LabelMetadata {
    name: string;
    value: string;
    language: string;
    categories?: string;
    protected: boolean;
    shortDescription: string;
    translations: Record<string, string>;
    file: string;
}

export interface ReloadResult {
    /** What the file was, for the parts that depend on it. */
    kind:
        | 'apex'
        | 'trigger'
        | 'object'
        | 'customMetadata'
        | 'label'
        | 'permission'
        | 'page'
        | 'lwc'
        | 'credential'
        | 'other';
    name: string;
    deleted: boolean;
}

export interface MetadataStore {
    readonly projectDir: string;
    readonly sourceApiVersion: string;
    /** The project's own namespace; names are not resolved with it. Empty when it has none. */
    readonly namespace: string;
    readonly packageDirectories: { path: string; default: boolean }[];
    readonly apexClasses: ApexSource[];
    readonly triggers: ApexSource[];
    readonly objects: ObjectMetadata[];
    readonly permissionSets: PermissionSetMetadata[];
    readonly permissionSetGroups: PermissionSetGroupMetadata[];
    /** What groups take away again; `true` means muted. */
    readonly mutingPermissionSets: PermissionGrants[];
    /** Profiles of the project; those of the local org are in config/local-org/profiles. */
    readonly profiles: PermissionGrants[];
    /** Global and standard value sets, as they stand. */
    readonly valueSets: ValueSetMetadata[];
    readonly namedCredentials: NamedCredentialMetadata[];
    readonly externalCredentials: ExternalCredentialMetadata[];
    readonly remoteSites: RemoteSiteMetadata[];
    readonly cachePartitions: CachePartitionMetadata[];
    readonly eventSubscribers: EventSubscriberMetadata[];
    readonly customPermissions: CustomPermissionMetadata[];
    readonly queues: QueueMetadata[];
    readonly groups: GroupMetadata[];
    readonly sharingRules: SharingRuleMetadata[];
    readonly roles: RoleMetadata[];
    readonly flexiPages: FlexiPageMetadata[];
    readonly applications: CustomApplicationMetadata[];
    readonly tabs: TabMetadata[];
    readonly layouts: LayoutMetadata[];
    readonly quickActions: QuickActionMetadata[];
    readonly lwcBundles: LwcBundleMetadata[];
    readonly labels: LabelMetadata[];
    readonly listViews: ListViewMetadata[];
    readonly customMetadataRecords: CustomMetadataRecord[];
    readonly staticResources: { name: string; file: string; contentType: string }[];
    /** Text of a custom label in a language (`en_US` when absent), undefined when there is no such label. */
    label(name: string, language?: string): string | undefined;
    /** Text of an app or a tab in a language, undefined when the project does not translate it. */
    translation(kind: 'applications' | 'tabs', name: string, language: string): string | undefined;
    /** Told of metadata that cannot be used; absent where that stops the org. */
    readonly onUnusable?: (error: Error) => void;
    /** Is there a flow of that API name? */
    hasFlow(name: string): boolean;
    namedCredential(name: string): NamedCredentialMetadata | undefined;
    externalCredential(name: string): ExternalCredentialMetadata | undefined;
    /** Records of a custom metadata type as read-only rows; empty when there are none. */
    customMetadata(typeName: string): SObjectValue[];
    /** Reads one file again (or forgets it, when it is gone). */
    reload(file: string): ReloadResult;
}
