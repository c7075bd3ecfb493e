import { Router, type Response } from 'express';
import type { ObjectSchema } from '../../data/schema/types.ts';
import type { ListInfo, ListViewsResponse } from '../../lightning/protocol.ts';
import { userOrgOf } from '../http/session.ts';
import { defaultPage } from './default-pages.ts';
import { listColumns } from './list-columns.ts';
import { listFilter } from './list-filter.ts';
import { readRows, rowsRequest } from './list-records.ts';
import { listView, listViews, type ListView } from './list-views.ts';
import { accessibleObject } from './object-info.ts';

/** List views: which there are, what they show, and their rows. */
export function listsRouter(): Router {
    const router = Router();
    router.get('/list-ui/:object', (request, response) => {
        const userOrg = userOrgOf(response);
        const views = listViews(userOrg, accessibleObject(userOrg, request.params.object));
        response.json({ lists: views.map(({ apiName, label }) => ({ apiName, label })) } satisfies ListViewsResponse);
    });
    router.get('/list-info/:object/:view', (request, response) => {
        const { object, view } = viewOf(response, request.params);
        const order = defaultPage(object).listOrder;
        response.json({
            label: view.label,
            displayColumns: listColumns(userOrgOf(response), object, view.columns),
            orderedByInfo: [{ fieldApiName: order.replace(/^-/, ''), isAscending: !order.startsWith('-') }]
        } satisfies ListInfo);
    });
    router.get('/list-records/:object/:view', (request, response) => {
        const userOrg = userOrgOf(response);
        const { object, view } = viewOf(response, request.params);
        const columns = listColumns(userOrg, object, view.columns).map((column) => column.fieldApiName);
        const rows = rowsRequest(request, object, columns, defaultPage(object).listOrder);
        response.json(readRows(userOrg, { ...rows, condition: listFilter(userOrg, object, view), binds: {} }));
    });
    return router;
}

function viewOf(
    response: Response,
    parameters: { object: string; view: string }
): { object: ObjectSchema; view: ListView } {
    const userOrg = userOrgOf(response);
    const object = accessibleObject(userOrg, parameters.object);
    return { object, view: listView(userOrg, object, parameters.view) };
}
