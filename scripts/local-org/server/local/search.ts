import type { ObjectSchema } from '../../data/schema/types.ts';
import type { SearchGroup, SearchHit, SearchResponse } from '../../lightning/protocol.ts';
import type { SObjectValue } from '../../platform/values/index.ts';
import { followPath } from '../records/field-path.ts';
import type { UserOrg } from '../records/user-org.ts';
import { displayValue } from '../ui-api/display-value.ts';
import { layoutFields } from '../ui-api/layouts.ts';
import { listColumns } from '../ui-api/list-columns.ts';

const SHORTEST_TERM = 2;
const SHOWN_FIELDS = 3;
const SETUP_OBJECTS = new Set(['User', 'Group', 'Profile', 'Organization']);

/** Finds records of all objects, or of one, that hold the words; groups without a hit are left out. */
export function globalSearch(
    userOrg: UserOrg,
    term: string,
    objectName: string | undefined,
    limit: number
): SearchResponse {
    const words = term.replace(/[?&|!{}[\]()^~*:\\"'+-]/g, ' ').trim();
    if (words.length < SHORTEST_TERM) {
        return { groups: [] };
    }
    const searched = searchedObjects(userOrg, objectName);
    const returning = searched.map((object) => `${object.name}(${selectList(userOrg, object)} LIMIT ${limit + 1})`);
    const found =
        searched.length === 0 ? [] : userOrg.search(`FIND {${words}*} IN ALL FIELDS RETURNING ${returning.join(', ')}`);
    const groups = searched.map((object, index) => groupOf(userOrg, object, found[index] ?? [], limit));
    return { groups: groups.filter((group) => group.records.length > 0) };
}

function searchedObjects(userOrg: UserOrg, objectName: string | undefined): ObjectSchema[] {
    return userOrg.org.schema.objects().filter((object) => {
        const wanted = objectName ? object.name === objectName : !SETUP_OBJECTS.has(object.name);
        const isRecord = object.kind === 'standard' || object.kind === 'custom';
        return wanted && isRecord && object.searchable && object.nameField !== null && userOrg.canRead(object);
    });
}

/** Paths of the highlights that tell records apart, lookups by the name they show. */
function shownPaths(userOrg: UserOrg, object: ObjectSchema): { path: string; label: string }[] {
    const highlights = layoutFields(userOrg, object, 'Compact').filter((name) => name !== object.nameField);
    const columns = listColumns(userOrg, object, highlights).slice(0, SHOWN_FIELDS);
    return columns.map(({ fieldApiName, label }) => ({ path: fieldApiName, label }));
}

function selectList(userOrg: UserOrg, object: ObjectSchema): string {
    const paths = shownPaths(userOrg, object).map(({ path }) => path);
    return [...new Set(['Id', object.nameField, ...paths])].join(', ');
}

function groupOf(userOrg: UserOrg, object: ObjectSchema, rows: SObjectValue[], limit: number): SearchGroup {
    return {
        objectApiName: object.name,
        label: object.label,
        labelPlural: object.labelPlural,
        records: rows.slice(0, limit).map((row) => hitOf(userOrg, object, row)),
        hasMore: rows.length > limit
    };
}

function hitOf(userOrg: UserOrg, object: ObjectSchema, row: SObjectValue): SearchHit {
    const title = String(row.fields.get(object.nameField ?? 'Id') ?? '');
    const fields = shownPaths(userOrg, object).flatMap(({ path, label }) => {
        const value = shownValue(userOrg, object, row, path);
        return value === '' || value === title ? [] : [{ label, value }];
    });
    return { id: row.id ?? '', title, fields };
}

function shownValue(userOrg: UserOrg, object: ObjectSchema, row: SObjectValue, path: string): string {
    const steps = path.split('.');
    const holder = steps
        .slice(0, -1)
        .reduce<SObjectValue | null>((place, step) => place?.parents.get(step) ?? null, row);
    const field = followPath(userOrg, object, path)?.field;
    const value = holder?.fields.get(steps[steps.length - 1]) ?? null;
    return field && value !== null ? (displayValue(field, value, userOrg.user) ?? String(value)) : '';
}
