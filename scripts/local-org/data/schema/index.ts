import type { MetadataStore, ObjectMetadata } from '../../metadata/types.ts';
import { MetadataError, elements } from '../../metadata/xml.ts';
import { customField, locationParts, picklistValue } from './custom-field.ts';
import { defineCustomObject } from './custom-object.ts';
import { prefixCharacters } from './ids.ts';
import { ObjectDefinition } from './object.ts';
import type { OrgConfig } from '../security/config.ts';
import { applyObjectSettings } from './object-settings.ts';
import { changeEventName, changeEventObject, historyObject, shareObject } from './related-objects.ts';
import { loadStandardObjects } from './standard-objects.ts';
import { recordTypeField } from './system-fields.ts';
import type { FieldSchema, ObjectSchema, SchemaRegistry } from './types.ts';

/** What of the metadata the schema is made from. */
export type SchemaSource = Pick<MetadataStore, 'objects' | 'valueSets'> &
    Partial<Pick<MetadataStore, 'apexClasses' | 'triggers' | 'onUnusable'>>;

/** What the org has switched on and set; the metadata of the project says the rest. */
export type SchemaSettings = Pick<OrgConfig, 'features' | 'objectSettings'>;

/**
 * Standard objects and those of the project, with all relationships between them.
 * A platform object that the local org does not have is left out; whoever asks for it is told so.
 * @throws MetadataError when a field refers to an object or value set that does not exist
 */
export function buildSchema(metadata: SchemaSource, settings: SchemaSettings = { features: [] }): SchemaRegistry {
    return new SchemaBuilder(metadata, settings).build();
}

class Registry implements SchemaRegistry {
    private readonly byName = new Map<string, ObjectSchema>();
    private readonly byPrefix = new Map<string, ObjectSchema>();

    constructor(objects: ObjectSchema[]) {
        for (const object of objects) {
            this.byName.set(object.name.toLowerCase(), object);
            if (!object.sharesIdsOf) this.byPrefix.set(object.keyPrefix, object);
        }
    }

    object(name: string): ObjectSchema | undefined {
        return this.byName.get(name.toLowerCase());
    }

    objects(): ObjectSchema[] {
        return [...this.byName.values()];
    }

    objectByKeyPrefix(prefix: string): ObjectSchema | undefined {
        return this.byPrefix.get(prefix);
    }
}

/** Standard objects that every custom object with activities or files can be the parent of. */
const ACTIVITY_PARENTS: [string, string][] = [
    ['Task', 'WhatId'],
    ['Event', 'WhatId']
];
const RECORD_PARENTS: [string, string][] = [
    ['ContentDocumentLink', 'LinkedEntityId'],
    ['FeedItem', 'ParentId'],
    ['Note', 'ParentId'],
    ['Attachment', 'ParentId']
];

const VALUE_SET_FIELDS: Record<string, [string, string]> = {
    CaseStatus: ['Case', 'Status'],
    CasePriority: ['Case', 'Priority'],
    CaseOrigin: ['Case', 'Origin'],
    CaseReason: ['Case', 'Reason'],
    CaseType: ['Case', 'Type'],
    LeadStatus: ['Lead', 'Status'],
    LeadSource: ['Lead', 'LeadSource'],
    OpportunityStage: ['Opportunity', 'StageName'],
    TaskStatus: ['Task', 'Status'],
    TaskPriority: ['Task', 'Priority'],
    Industry: ['Account', 'Industry'],
    AccountType: ['Account', 'Type'],
    Product2Family: ['Product2', 'Family'],
    WorkOrderStatus: ['WorkOrder', 'Status'],
    WorkOrderPriority: ['WorkOrder', 'Priority']
};

/** An object that a project makes, other than those of the platform. */
function isOwnObject(name: string): boolean {
    return /__(c|mdt|e)$/.test(name);
}

class SchemaBuilder {
    private readonly metadata: SchemaSource;
    private readonly objects = new Map<string, ObjectDefinition>();
    private readonly prefixes = new Set<string>();
    private readonly withHistory = new Set<string>();

    constructor(metadata: SchemaSource, { features, objectSettings = {} }: SchemaSettings) {
        this.metadata = metadata;
        for (const { object, history } of loadStandardObjects(features)) {
            this.put(object);
            if (history) this.withHistory.add(object.name);
        }
        applyObjectSettings(this.objects, objectSettings);
    }

    build(): SchemaRegistry {
        for (const object of this.metadata.objects) this.defineObject(object);
        for (const object of this.metadata.objects) this.addFields(object);
        this.applyStandardValueSets();
        this.addPolymorphicParents();
        this.addChangeEvents();
        this.addRelatedObjects();
        this.checkReferences();
        this.dropForeignReferences();
        this.collectChildren();
        return new Registry([...this.objects.values()]);
    }

    private put(object: ObjectDefinition): void {
        this.objects.set(object.name, object);
        this.prefixes.add(object.keyPrefix);
    }

    /** The same prefix for the same name as long as no earlier name took it. */
    private prefix(first: string, name: string): string {
        for (let attempt = 0; ; attempt++) {
            const candidate = first + prefixCharacters(name, attempt);
            if (!this.prefixes.has(candidate)) return candidate;
        }
    }

    private defineObject(metadata: ObjectMetadata): void {
        const existing = this.objects.get(metadata.name);
        if (existing) return this.extendStandard(existing, metadata);
        if (!isOwnObject(metadata.name)) return;
        const first = metadata.name.endsWith('__mdt') ? 'm' : metadata.name.endsWith('__e') ? 'e' : 'a';
        const object = defineCustomObject(metadata, this.prefix(first, metadata.name));
        this.put(object);
        if (metadata.enableHistory) this.withHistory.add(object.name);
    }

    private extendStandard(object: ObjectDefinition, metadata: ObjectMetadata): void {
        if (metadata.sharingModel) object.sharingModel = metadata.sharingModel;
        if (metadata.enableHistory) this.withHistory.add(object.name);
    }

    private addFields(metadata: ObjectMetadata): void {
        if (metadata.name === 'Activity') return this.addActivityFields(metadata);
        const object = this.objects.get(metadata.name);
        if (!object) return;
        for (const field of metadata.fields) {
            if (field.name.endsWith('__c')) this.addCustomField(object, field);
            else this.overrideStandardField(object, field);
        }
        object.validationRules = metadata.validationRules;
        object.recordTypes = metadata.recordTypes;
        object.fieldSets = metadata.fieldSets;
        if (metadata.recordTypes.length > 0 && !object.field('RecordTypeId')) object.add(recordTypeField(object.name));
        const master = [...object.fields.values()].find((field) => field.masterDetail && field.custom);
        if (master && object.custom) object.controlledBy = master.name;
    }

    private addCustomField(object: ObjectDefinition, metadata: ObjectMetadata['fields'][number]): void {
        const field = customField(metadata, this.metadata.valueSets);
        object.add(field);
        for (const part of locationParts(field, metadata.xml)) object.add(part);
    }

    /** Fields of Activity are fields of tasks and events. */
    private addActivityFields(metadata: ObjectMetadata): void {
        for (const name of ['Task', 'Event']) {
            const object = this.objects.get(name) as ObjectDefinition;
            const own = metadata.fields.filter((field) => field.name.endsWith('__c'));
            for (const field of own) object.add(customField({ ...field, object: name }, this.metadata.valueSets));
        }
    }

    /** A file for a standard field changes its tracking only; its type stays. */
    private overrideStandardField(object: ObjectDefinition, metadata: ObjectMetadata['fields'][number]): void {
        const field = object.field(metadata.name);
        if (!field) return this.addUnknownStandardField(object, metadata);
        field.trackHistory = metadata.xml.children.trackHistory?.[0]?.text.trim() === 'true';
    }

    /** A standard field that the local org does not know is made from its file where that says its type. */
    private addUnknownStandardField(object: ObjectDefinition, metadata: ObjectMetadata['fields'][number]): void {
        const typed = metadata.xml.children.type?.[0]?.text.trim();
        const problem = `No such column '${metadata.name}' on entity '${object.name}'`;
        if (!this.metadata.onUnusable) throw new MetadataError(metadata.file, 1, problem);
        if (typed) object.add(customField(metadata, this.metadata.valueSets));
    }

    /** `AccountChangeEvent`, `Invoice__ChangeEvent`: only those that the project's code names. */
    private addChangeEvents(): void {
        const sources = [...(this.metadata.apexClasses ?? []), ...(this.metadata.triggers ?? [])];
        const names = new Set(sources.flatMap(({ source }) => source.match(/\b\w+ChangeEvent\b/g) ?? []));
        for (const object of [...this.objects.values()]) {
            const name = changeEventName(object.name);
            if (names.has(name)) this.put(changeEventObject(object, name, this.prefix('e', name)));
        }
    }

    private applyStandardValueSets(): void {
        for (const valueSet of this.metadata.valueSets) {
            const target = VALUE_SET_FIELDS[valueSet.name];
            const field = target && this.objects.get(target[0])?.field(target[1]);
            if (field) field.picklistValues = elements(valueSet.xml, 'standardValue').map(picklistValue);
        }
    }

    private addPolymorphicParents(): void {
        for (const metadata of this.metadata.objects) {
            if (this.objects.get(metadata.name)?.kind !== 'custom') continue;
            const parents = metadata.enableActivities ? [...ACTIVITY_PARENTS, ...RECORD_PARENTS] : RECORD_PARENTS;
            for (const [object, field] of parents)
                this.objects.get(object)?.field(field)?.referenceTo.push(metadata.name);
        }
    }

    private addRelatedObjects(): void {
        for (const object of [...this.objects.values()]) {
            if (object.setup || !['standard', 'custom'].includes(object.kind)) continue;
            const owned = object.field('OwnerId') !== undefined && object.sharingModel !== 'ControlledByParent';
            if (owned) this.put(shareObject(object, this.prefix('0', `${object.name}Share`)));
            if (this.withHistory.has(object.name))
                this.put(historyObject(object, this.prefix('0', `${object.name}History`)));
        }
    }

    private checkReferences(): void {
        const own = this.metadata.objects.flatMap((object) => object.fields);
        for (const metadata of own) {
            const field = this.objects.get(metadata.object)?.field(metadata.name);
            const missing = this.missingTargets(field);
            if (missing.length === 0) continue;
            this.refuse(
                new MetadataError(
                    metadata.file,
                    1,
                    `referenceTo: there is no object ${missing.join(', ')} in the local org`
                )
            );
        }
    }

    private refuse(error: MetadataError): void {
        if (!this.metadata.onUnusable) throw error;
        this.metadata.onUnusable(error);
    }

    private missingTargets(field: FieldSchema | undefined): string[] {
        return (field?.referenceTo ?? []).filter((name) => isOwnObject(name) && !this.objects.has(name));
    }

    /** A standard field whose target needs a feature that is off keeps its other targets. */
    private dropForeignReferences(): void {
        for (const object of this.objects.values()) {
            for (const field of object.fields.values()) {
                field.referenceTo = field.referenceTo.filter((name) => this.objects.has(name) || field.custom);
            }
        }
    }

    private collectChildren(): void {
        for (const object of this.objects.values()) {
            for (const field of object.fields.values()) {
                for (const parent of field.referenceTo) this.addChild(parent, object.name, field);
            }
        }
    }

    private addChild(parent: string, childObject: string, field: FieldSchema): void {
        this.objects.get(parent)?.childRelationships.push({
            name: field.childRelationshipName ?? null,
            childObject,
            field: field.name,
            cascadeDelete: field.cascadeDelete,
            restrictedDelete: field.restrictedDelete
        });
    }
}
