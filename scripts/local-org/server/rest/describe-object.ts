import type { FieldSchema, ObjectSchema } from '../../data/schema/types.ts';
import type { UserOrg } from '../records/user-org.ts';

/** The line about an object in `/sobjects`. */
export function describeBrief(userOrg: UserOrg, object: ObjectSchema, basePath: string): object {
    const permission = userOrg.org.data.permissions.object(userOrg.user.id, object.name);
    const sobject = `${basePath}/sobjects/${object.name}`;
    return {
        name: object.name,
        label: object.label,
        labelPlural: object.labelPlural,
        keyPrefix: object.keyPrefix,
        custom: object.custom,
        customSetting: object.kind === 'customSetting',
        queryable: object.queryable,
        searchable: object.searchable,
        createable: object.createable && permission.create,
        updateable: object.updateable && permission.edit,
        deletable: object.deletable && permission.delete,
        retrieveable: object.queryable,
        urls: { sobject, describe: `${sobject}/describe`, rowTemplate: `${sobject}/{ID}` }
    };
}

/** `/sobjects/X/describe`: the object with the fields that the user may see. */
export function describeObject(userOrg: UserOrg, object: ObjectSchema, basePath: string): object {
    const readable = new Set(userOrg.readableFields(object));
    return {
        ...describeBrief(userOrg, object, basePath),
        fields: [...object.fields.values()]
            .filter((field) => readable.has(field.name))
            .map((field) => describeField(userOrg, field)),
        childRelationships: object.childRelationships.map((child) => ({
            childSObject: child.childObject,
            field: child.field,
            relationshipName: child.name,
            cascadeDelete: child.cascadeDelete,
            restrictedDelete: child.restrictedDelete
        })),
        recordTypeInfos: object.recordTypes.map((type) => ({
            recordTypeId: type.id,
            developerName: type.developerName,
            name: type.label,
            active: type.active,
            available: true,
            defaultRecordTypeMapping: type.default,
            master: type.master
        }))
    };
}

function describeField(userOrg: UserOrg, field: FieldSchema): object {
    const { edit } = userOrg.org.data.permissions.field(userOrg.user.id, field.object, field.name);
    return {
        name: field.name,
        label: field.label,
        type: restType(field),
        inlineHelpText: field.inlineHelpText ?? field.helpText ?? null,
        ...sizeOf(field),
        ...usesOf(field),
        createable: field.createable && edit,
        updateable: field.updateable && edit,
        referenceTo: field.referenceTo,
        relationshipName: field.relationshipName ?? null,
        restrictedPicklist: field.restricted,
        picklistValues: field.picklistValues.map((value) => ({
            value: value.value,
            label: value.label,
            active: value.active,
            defaultValue: value.default,
            validFor: null
        }))
    };
}

function sizeOf(field: FieldSchema): object {
    const digits = field.type === 'INTEGER' ? field.precision : 0;
    return {
        length: field.length,
        byteLength: field.length * 3,
        precision: field.precision,
        scale: field.scale,
        digits
    };
}

function usesOf(field: FieldSchema): object {
    return {
        custom: field.custom,
        nameField: field.nameField,
        nillable: field.nillable,
        defaultedOnCreate: field.defaultValue !== undefined || field.type === 'BOOLEAN' || field.name === 'OwnerId',
        autoNumber: field.autoNumber !== undefined,
        calculated: field.calculated,
        calculatedFormula: field.formula ?? null,
        externalId: field.externalId,
        unique: field.unique,
        caseSensitive: field.caseSensitive,
        cascadeDelete: field.cascadeDelete,
        filterable: field.filterable,
        sortable: field.sortable,
        groupable: field.groupable,
        idLookup: field.externalId || field.name === 'Id',
        htmlFormatted: field.htmlFormatted
    };
}

const REST_TYPES: Partial<Record<FieldSchema['type'], string>> = {
    INTEGER: 'int',
    LONGTEXTAREA: 'textarea',
    ANYTYPE: 'anyType'
};

function restType(field: FieldSchema): string {
    return REST_TYPES[field.type] ?? field.type.toLowerCase();
}
