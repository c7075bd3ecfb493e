import { Router } from 'express';
import type { ObjectSchema } from '../../data/schema/types.ts';
import type { RelatedListInfo, RelatedListsResponse } from '../../lightning/protocol.ts';
import { notFound } from '../http/rest-error.ts';
import { userOrgOf } from '../http/session.ts';
import { recordId } from '../records/record-id.ts';
import type { UserOrg } from '../records/user-org.ts';
import { defaultPage } from './default-pages.ts';
import { listColumns } from './list-columns.ts';
import { readRows, rowsRequest } from './list-records.ts';
import { accessibleObject } from './object-info.ts';

/** Child records of a record: which lists there are, and their rows. */
export function relatedListsRouter(): Router {
    const router = Router();
    router.get('/related-list-info/:object', (request, response) => {
        const userOrg = userOrgOf(response);
        const object = accessibleObject(userOrg, request.params.object);
        response.json({ relatedLists: relatedLists(userOrg, object) } satisfies RelatedListsResponse);
    });
    router.get('/related-list-info/:object/:list', (request, response) => {
        const userOrg = userOrgOf(response);
        response.json(relatedList(userOrg, accessibleObject(userOrg, request.params.object), request.params.list));
    });
    router.get('/related-list-records/:parentId/:list', (request, response) => {
        const userOrg = userOrgOf(response);
        const parentId = recordId(request.params.parentId);
        const list = relatedList(userOrg, userOrg.objectOfId(parentId), request.params.list);
        const child = userOrg.object(list.objectApiName);
        const columns = list.displayColumns.map((column) => column.fieldApiName);
        const rows = rowsRequest(request, child, columns, defaultPage(child).listOrder);
        response.json(
            readRows(userOrg, { ...rows, condition: `${list.fieldApiName} = :parentId`, binds: { parentId } })
        );
    });
    return router;
}

/** Lists of the shipped layout, else those an object has out of the box and those of the project's own objects. */
function relatedLists(userOrg: UserOrg, object: ObjectSchema): RelatedListInfo[] {
    const layout = userOrg.org.metadata.layouts.find((candidate) => candidate.object === object.name);
    const shipped = layout?.relatedLists.map(({ relatedList }) => relatedList) ?? [];
    const names = shipped.length > 0 ? shipped : outOfTheBox(object);
    return names.map((name) => relatedListOf(userOrg, object, name)).filter((list) => list !== null);
}

function outOfTheBox(object: ObjectSchema): string[] {
    const standard = defaultPage(object).related ?? [];
    const named = object.childRelationships.flatMap(({ name }) => (name === null ? [] : [name]));
    return [...standard, ...named.filter((name) => name.endsWith('__r') && !standard.includes(name))];
}

function relatedList(userOrg: UserOrg, object: ObjectSchema, name: string): RelatedListInfo {
    const list = relatedListOf(userOrg, object, name);
    if (!list) {
        throw notFound(`${object.name} has no related list ${name} that you can see.`);
    }
    return list;
}

/** Layouts name the lists of custom objects by child object and field (`AI_Insight__c.Case__c`). */
function relatedListOf(userOrg: UserOrg, object: ObjectSchema, name: string): RelatedListInfo | null {
    const [childName, field] = name.split('.');
    const relationship =
        object.childRelationship(name) ??
        object.childRelationships.find((candidate) => candidate.childObject === childName && candidate.field === field);
    const child = relationship && userOrg.org.schema.object(relationship.childObject);
    if (!relationship?.name || !child || !userOrg.canRead(child)) {
        return null;
    }
    const { permissions } = userOrg.org.data;
    return {
        relatedListId: relationship.name,
        label: child.labelPlural,
        objectApiName: child.name,
        fieldApiName: relationship.field,
        displayColumns: listColumns(userOrg, child, columnsBeside(child, relationship.field)),
        createable: child.createable && permissions.object(userOrg.user.id, child.name).create
    };
}

/** The child's list columns without the one that would repeat the parent in every row. */
function columnsBeside(child: ObjectSchema, parentField: string): string[] {
    return defaultPage(child).list.filter((name) => name !== parentField);
}
