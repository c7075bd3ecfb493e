import type { ObjectSchema } from '../../data/schema/types.ts';
import type { ListViewMetadata } from '../../metadata/types.ts';
import { notFound } from '../http/rest-error.ts';
import type { UserOrg } from '../records/user-org.ts';
import { defaultPage } from './default-pages.ts';
import { listViewField } from './list-columns.ts';

/** A list view: shipped by the project, or one of the two that every object has. */
export interface ListView {
    apiName: string;
    label: string;
    /** Field names. */
    columns: string[];
    scope: string;
    filters: ListViewMetadata['filters'];
    booleanFilter?: string;
    queue?: string;
    /** Where it is shipped; the built-in ones have no file. */
    file: string;
}

/** The list views of an object, shipped ones first; All and My are always there. */
export function listViews(userOrg: UserOrg, object: ObjectSchema): ListView[] {
    const shipped = userOrg.org.metadata.listViews.filter((view) => view.object === object.name);
    const views = shipped.map((view) => fromMetadata(object, view));
    const builtIn = [
        builtInView(object, 'All', `All ${object.labelPlural}`, 'Everything'),
        ...(object.field('OwnerId') ? [builtInView(object, 'Mine', `My ${object.labelPlural}`, 'Mine')] : [])
    ];
    const labels = new Set(views.flatMap((view) => [view.apiName, view.label]));
    return [...views, ...builtIn.filter((view) => !labels.has(view.apiName) && !labels.has(view.label))];
}

/**
 * One list view by name, in any case.
 * @throws RestError NOT_FOUND
 */
export function listView(userOrg: UserOrg, object: ObjectSchema, apiName: string): ListView {
    const views = listViews(userOrg, object);
    const found = views.find((view) => view.apiName.toLowerCase() === apiName.toLowerCase());
    const everything = apiName === 'All' ? views.find((view) => view.label === `All ${object.labelPlural}`) : undefined;
    if (!found && !everything) {
        throw notFound(`${object.name} has no list view ${apiName}.`);
    }
    return (found ?? everything) as ListView;
}

function fromMetadata(object: ObjectSchema, view: ListViewMetadata): ListView {
    const names = view.columns.length > 0 ? view.columns : defaultPage(object).list;
    return {
        apiName: view.name,
        label: view.label,
        columns: names.map((name) => listViewField(object, name, view.file)),
        scope: view.filterScope,
        filters: view.filters,
        booleanFilter: view.booleanFilter,
        queue: view.queue,
        file: view.file
    };
}

function builtInView(object: ObjectSchema, apiName: string, label: string, scope: string): ListView {
    return { apiName, label, columns: defaultPage(object).list, scope, filters: [], file: '' };
}
