import type { ObjectSchema } from '../../data/schema/types.ts';
import { RestError } from '../http/rest-error.ts';
import { followPath, type FieldPath } from '../records/field-path.ts';
import type { UserOrg } from '../records/user-org.ts';

/** Columns whose names in list view metadata say nothing of the field they show. */
const SPECIAL_NAMES: Record<string, string> = {
    'CORE.USERS.ALIAS': 'OwnerId',
    'CORE.USERS.FULL_NAME': 'OwnerId',
    'OWNER.ALIAS': 'OwnerId',
    OWNER_NAME: 'OwnerId',
    'CONTACTS.NAME': 'ContactId',
    'ACCOUNT.NAME': 'AccountId',
    'CREATEDBY_USER.ALIAS': 'CreatedById',
    CREATEDBY_USER: 'CreatedById',
    'UPDATEDBY_USER.ALIAS': 'LastModifiedById',
    UPDATEDBY_USER: 'LastModifiedById',
    LAST_UPDATE: 'LastModifiedDate',
    FULL_NAME: 'Name',
    STAGE_NAME: 'StageName',
    PHONE1: 'Phone',
    SALES_ACCOUNT_NAME: 'Name',
    CASE_NUMBER: 'CaseNumber'
};

/** A column of a list: the field it shows, by the path that reads well (`Contact.Name` for `ContactId`). */
export interface ListColumn {
    fieldApiName: string;
    label: string;
    sortable: boolean;
}

/**
 * Name of the field that a column or filter of a shipped list view means: `CASES.CASE_NUMBER` → `CaseNumber`.
 * @throws RestError that names the file when it cannot be told
 */
export function listViewField(object: ObjectSchema, metadataName: string, file: string): string {
    const short = metadataName.replace(/^[A-Z]+\./, '');
    const camel = (short.replace(/_DATE_ONLY$/, '').match(/[A-Z0-9]+/g) ?? []).map(capitalised).join('');
    const own = [camel, `${camel}Id`, `Is${camel}`];
    const candidates = [metadataName, SPECIAL_NAMES[metadataName], SPECIAL_NAMES[short], ...own];
    const field = candidates.map((name) => name && object.field(name)).find(Boolean);
    if (!field) {
        throw new RestError(
            400,
            'NOT_IMPLEMENTED',
            `Not implemented in the local org: list view column ${metadataName} (${file})`
        );
    }
    return field.name;
}

/** Columns for the fields that the user may see. Lookups show the name of the record that they point to. */
export function listColumns(userOrg: UserOrg, object: ObjectSchema, names: string[]): ListColumn[] {
    return names.flatMap((name) => {
        const found = followPath(userOrg, object, name);
        return found?.readable ? [columnOf(userOrg, object, found)] : [];
    });
}

function columnOf(userOrg: UserOrg, object: ObjectSchema, { path, field }: FieldPath): ListColumn {
    const parents = field.referenceTo.map((name) => userOrg.org.schema.object(name)?.nameField);
    const parentPath = field.relationshipName && parents[0] ? `${field.relationshipName}.${parents[0]}` : null;
    const shown = parentPath ? followPath(userOrg, object, parentPath) : null;
    return {
        fieldApiName: shown?.readable ? shown.path : path,
        label: field.label.replace(/ ID$/, ''),
        sortable: field.sortable
    };
}

function capitalised(word: string): string {
    return word[0] + word.slice(1).toLowerCase();
}
