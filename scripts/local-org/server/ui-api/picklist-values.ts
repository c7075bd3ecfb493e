import { Router } from 'express';
import type { FieldSchema, ObjectSchema } from '../../data/schema/types.ts';
import type { PicklistValuesResponse } from '../../lightning/protocol.ts';
import { notFound } from '../http/rest-error.ts';
import { userOrgOf } from '../http/session.ts';
import { accessibleObject } from './object-info.ts';

type FieldValues = PicklistValuesResponse['picklistFieldValues'][string];

/** `/ui-api/object-info/X/picklist-values/<record type>`, of all fields or of one. */
export function picklistValuesRouter(): Router {
    const router = Router();
    router.get('/object-info/:object/picklist-values/:recordTypeId', (request, response) => {
        const userOrg = userOrgOf(response);
        const object = accessibleObject(userOrg, request.params.object);
        const readable = new Set(userOrg.readableFields(object));
        const fields = [...object.fields.values()].filter((field) => isPicklist(field) && readable.has(field.name));
        const values = fields.map((field) => [field.name, valuesOf(object, field, request.params.recordTypeId)]);
        response.json({ picklistFieldValues: Object.fromEntries(values) } satisfies PicklistValuesResponse);
    });
    router.get('/object-info/:object/picklist-values/:recordTypeId/:field', (request, response) => {
        const userOrg = userOrgOf(response);
        const object = accessibleObject(userOrg, request.params.object);
        const field = object.field(request.params.field);
        if (!field || !isPicklist(field) || !userOrg.readableFields(object).includes(field.name)) {
            throw notFound(`${object.name} has no picklist ${request.params.field} that you can see.`);
        }
        response.json({ ...valuesOf(object, field, request.params.recordTypeId), controllerValues: {} });
    });
    return router;
}

function isPicklist(field: FieldSchema): boolean {
    return field.type === 'PICKLIST' || field.type === 'MULTIPICKLIST' || field.type === 'COMBOBOX';
}

/** Active values of a field, as far as the record type allows them. */
function valuesOf(object: ObjectSchema, field: FieldSchema, recordTypeId: string): FieldValues {
    const allowed = object.recordTypes.find((type) => type.id === recordTypeId)?.picklistValues[field.name];
    const shown = field.picklistValues.filter(({ value, active }) => active && (!allowed || allowed.includes(value)));
    const pair = ({ label, value }: { label: string; value: string }): FieldValues['values'][number] => ({
        label,
        value
    });
    const defaultValue = shown.find((value) => value.default);
    return { defaultValue: defaultValue ? pair(defaultValue) : null, values: shown.map(pair) };
}
