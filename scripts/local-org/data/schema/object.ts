import type { ChildRelationship, FieldSchema, ObjectKind, ObjectSchema, SharingModel } from './types.ts';

/** What an object must say of itself; everything else has a default. */
export type ObjectFacts = Pick<ObjectSchema, 'name' | 'label' | 'labelPlural' | 'keyPrefix' | 'kind'> &
    Partial<Omit<ObjectSchema, 'field' | 'relationship' | 'childRelationship' | 'fields'>>;

/** An object whose fields can be looked up by name, parent path and subquery name. */
export class ObjectDefinition implements ObjectSchema {
    name: string;
    label: string;
    labelPlural: string;
    keyPrefix: string;
    kind: ObjectKind;
    description?: string;
    nameField: string | null = null;
    fields = new Map<string, FieldSchema>();
    childRelationships: ChildRelationship[] = [];
    recordTypes: ObjectSchema['recordTypes'] = [];
    validationRules: ObjectSchema['validationRules'] = [];
    fieldSets: ObjectSchema['fieldSets'] = [];
    sharingModel: SharingModel = 'ReadWrite';
    customSettingsType?: 'Hierarchy' | 'List';
    custom = false;
    queryable = true;
    createable = true;
    updateable = true;
    deletable = true;
    undeletable = true;
    mergeable = false;
    searchable = false;
    feedEnabled = false;
    setup = false;
    controlledBy?: string;
    parentObject?: string;
    sharesIdsOf?: string;
    private readonly byRelationship = new Map<string, FieldSchema>();

    constructor(facts: ObjectFacts, fields: FieldSchema[]) {
        this.name = facts.name;
        this.label = facts.label;
        this.labelPlural = facts.labelPlural;
        this.keyPrefix = facts.keyPrefix;
        this.kind = facts.kind;
        Object.assign(this, facts);
        for (const field of fields) this.add(field);
    }

    /** Adds a field, or replaces the one of that name. */
    add(field: FieldSchema): void {
        if (field.name === this.nameField) field.nameField = true;
        if (field.nameField) this.nameField = field.name;
        this.fields.set(field.name.toLowerCase(), field);
        if (field.relationshipName) this.byRelationship.set(field.relationshipName.toLowerCase(), field);
    }

    field(name: string): FieldSchema | undefined {
        return this.fields.get(name.toLowerCase());
    }

    relationship(name: string): FieldSchema | undefined {
        return this.byRelationship.get(name.toLowerCase());
    }

    childRelationship(name: string): ChildRelationship | undefined {
        const own = `${this.name}.`.toLowerCase();
        const lower = name.toLowerCase();
        const wanted = lower.startsWith(own) ? lower.slice(own.length) : lower;
        return this.childRelationships.find((candidate) => candidate.name?.toLowerCase() === wanted);
    }
}
