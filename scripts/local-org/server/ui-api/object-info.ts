import { Router } from 'express';
import type { FieldSchema, ObjectSchema } from '../../data/schema/types.ts';
import type { FieldDataType, FieldInfo, ObjectInfo } from '../../lightning/protocol.ts';
import { RestError } from '../http/rest-error.ts';
import { userOrgOf } from '../http/session.ts';
import type { UserOrg } from '../records/user-org.ts';

/** `/ui-api/object-info/X`: the object as far as the user may see it. */
export function objectInfoRouter(): Router {
    const router = Router();
    router.get('/object-info/:object', (request, response) => {
        const userOrg = userOrgOf(response);
        response.json(objectInfo(userOrg, accessibleObject(userOrg, request.params.object)));
    });
    return router;
}

/**
 * An object by name.
 * @throws RestError INSUFFICIENT_ACCESS when the user may not read it, NOT_FOUND when there is none
 */
export function accessibleObject(userOrg: UserOrg, name: string): ObjectSchema {
    const object = userOrg.org.schema.object(name);
    if (object && !userOrg.canRead(object)) {
        throw new RestError(
            403,
            'INSUFFICIENT_ACCESS',
            `You don't have access to ${object.labelPlural}. Ask your administrator for it.`
        );
    }
    return userOrg.object(name);
}

function objectInfo(userOrg: UserOrg, object: ObjectSchema): ObjectInfo {
    const permission = userOrg.org.data.permissions.object(userOrg.user.id, object.name);
    const readable = new Set(userOrg.readableFields(object));
    const fields = [...object.fields.values()].filter((field) => readable.has(field.name));
    return {
        apiName: object.name,
        label: object.label,
        labelPlural: object.labelPlural,
        keyPrefix: object.keyPrefix,
        nameFields: object.nameField ? [object.nameField] : [],
        createable: object.createable && permission.create,
        updateable: object.updateable && permission.edit,
        deletable: object.deletable && permission.delete,
        defaultRecordTypeId: object.recordTypes.find((type) => type.default && !type.master)?.id ?? null,
        fields: Object.fromEntries(fields.map((field) => [field.name, fieldInfo(userOrg, field)])),
        childRelationships: childRelationships(userOrg, object)
    };
}

function childRelationships(userOrg: UserOrg, object: ObjectSchema): ObjectInfo['childRelationships'] {
    return object.childRelationships.flatMap(({ name, childObject, field }) => {
        const child = userOrg.org.schema.object(childObject);
        return name !== null && child && userOrg.canRead(child)
            ? [{ childObjectApiName: childObject, fieldName: field, relationshipName: name }]
            : [];
    });
}

function fieldInfo(userOrg: UserOrg, field: FieldSchema): FieldInfo {
    const { edit } = userOrg.org.data.permissions.field(userOrg.user.id, field.object, field.name);
    return {
        apiName: field.name,
        label: field.label,
        dataType: dataTypeOf(field),
        required: field.required,
        createable: field.createable && edit,
        updateable: field.updateable && edit,
        sortable: field.sortable,
        length: field.length,
        precision: field.precision,
        scale: field.scale,
        inlineHelpText: field.inlineHelpText ?? field.helpText ?? null,
        relationshipName: field.relationshipName ?? null,
        referenceToInfos: field.referenceTo.map((name) => ({
            apiName: name,
            nameFields: [userOrg.org.schema.object(name)?.nameField ?? 'Name']
        })),
        calculated: field.calculated
    };
}

const DATA_TYPES: Partial<Record<FieldSchema['type'], FieldDataType>> = {
    ID: 'Id',
    TEXTAREA: 'TextArea',
    LONGTEXTAREA: 'LongTextArea',
    PICKLIST: 'Picklist',
    MULTIPICKLIST: 'MultiPicklist',
    COMBOBOX: 'ComboBox',
    REFERENCE: 'Reference',
    METADATARELATIONSHIP: 'Reference',
    BOOLEAN: 'Boolean',
    INTEGER: 'Int',
    LONG: 'Double',
    DOUBLE: 'Double',
    CURRENCY: 'Currency',
    PERCENT: 'Percent',
    DATE: 'Date',
    DATETIME: 'DateTime',
    TIME: 'Time',
    EMAIL: 'Email',
    PHONE: 'Phone',
    URL: 'Url',
    ADDRESS: 'Address',
    BASE64: 'Base64',
    ANYTYPE: 'AnyType'
};

/** A field's type as the UI API names it. */
export function dataTypeOf(field: FieldSchema): FieldDataType {
    return DATA_TYPES[field.type] ?? 'String';
}
