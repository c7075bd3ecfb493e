/** `lightning/uiObjectInfoApi` on the local org's UI API. */
import type { ObjectInfo, PicklistValuesResponse } from '../../../../protocol.ts';
import { objectInfo, picklistValues } from 'lib/objects';
import { qualifiedName, type FieldReference } from 'lib/records';
import { wireAdapter } from 'lib/wire';

type ObjectReference = string | { objectApiName: string };

const nameOf = (object: ObjectReference): string => (typeof object === 'string' ? object : object.objectApiName);

/** Wire adapter: fields and relationships of an object. */
export const getObjectInfo = wireAdapter<{ objectApiName?: ObjectReference }, ObjectInfo>({
    load: ({ objectApiName }) => (objectApiName ? objectInfo(nameOf(objectApiName)) : null)
});

interface PicklistConfig {
    recordTypeId?: string;
    fieldApiName?: FieldReference;
}

/** Wire adapter: values of one picklist field. */
export const getPicklistValues = wireAdapter<PicklistConfig, PicklistValuesResponse['picklistFieldValues'][string]>({
    load: ({ recordTypeId, fieldApiName }) => {
        if (!recordTypeId || !fieldApiName) {
            return null;
        }
        const [object, field] = qualifiedName(fieldApiName).split('.');
        return picklistValues(object!, recordTypeId).then(({ picklistFieldValues }) => picklistFieldValues[field!]!);
    }
});

/** Wire adapter: values of all picklist fields of an object. */
export const getPicklistValuesByRecordType = wireAdapter<
    { objectApiName?: ObjectReference; recordTypeId?: string },
    PicklistValuesResponse
>({
    load: ({ objectApiName, recordTypeId }) =>
        objectApiName && recordTypeId ? picklistValues(nameOf(objectApiName), recordTypeId) : null
});
