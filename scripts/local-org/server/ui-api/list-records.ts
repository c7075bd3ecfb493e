import type { ObjectSchema } from '../../data/schema/types.ts';
import type { ListRecordsResponse } from '../../lightning/protocol.ts';
import type { Request } from 'express';
import { RestError } from '../http/rest-error.ts';
import { followPath } from '../records/field-path.ts';
import type { UserOrg } from '../records/user-org.ts';
import { escapePattern } from './list-filter.ts';
import { listParameter, numberParameter } from './parameters.ts';
import { selectFields, toUiRecord } from './ui-record.ts';

const DEFAULT_PAGE_SIZE = 50;
const LARGEST_PAGE = 2000;

/** Which rows of an object to list, and how. */
export interface RowsRequest {
    object: ObjectSchema;
    /** SOQL condition; empty for all rows. */
    condition: string;
    binds: Record<string, unknown>;
    fields: string[];
    optionalFields: string[];
    /** `Subject`, `-CreatedDate`. */
    sortBy: string;
    searchTerm: string;
    pageSize: number;
    offset: number;
}

/** Reads what lists have in common from a request; `columns` are shown when it names no fields. */
export function rowsRequest(
    request: Request,
    object: ObjectSchema,
    columns: string[],
    order: string
): Omit<RowsRequest, 'condition' | 'binds'> {
    const { sortBy, searchTerm, pageSize, pageToken } = request.query;
    return {
        object,
        fields: listParameter(request.query.fields),
        optionalFields: [...listParameter(request.query.optionalFields), ...columns],
        sortBy: typeof sortBy === 'string' && sortBy !== '' ? sortBy : order,
        searchTerm: typeof searchTerm === 'string' ? searchTerm.trim() : '',
        pageSize: numberParameter(pageSize, DEFAULT_PAGE_SIZE, 1, LARGEST_PAGE),
        offset: numberParameter(pageToken, 0, 0, Number.MAX_SAFE_INTEGER)
    };
}

/** One page of rows, with how many there are in all. */
export function readRows(userOrg: UserOrg, rows: RowsRequest): ListRecordsResponse {
    const { object, pageSize, offset } = rows;
    const selection = selectFields(userOrg, object, rows.fields, rows.optionalFields);
    const { where, binds } = conditionOf(userOrg, rows);
    const order = orderBy(userOrg, object, rows.sortBy);
    const page = `LIMIT ${pageSize} OFFSET ${offset}`;
    const found = userOrg.query(`SELECT ${selection.selectList} FROM ${object.name}${where}${order} ${page}`, binds);
    const totalCount = userOrg.count(`SELECT COUNT() FROM ${object.name}${where}`, binds);
    const next = offset + found.length;
    return {
        records: found.map((row) => toUiRecord(userOrg, selection, row)),
        count: found.length,
        totalCount,
        nextPageToken: found.length > 0 && next < totalCount ? String(next) : null
    };
}

function conditionOf(userOrg: UserOrg, rows: RowsRequest): { where: string; binds: Record<string, unknown> } {
    const searched = rows.searchTerm === '' ? [] : searchableFields(userOrg, rows);
    const search = searched.map((path) => `${path} LIKE :searchPattern`).join(' OR ');
    const conditions = [rows.condition, search && `(${search})`].filter(Boolean);
    const binds = { ...rows.binds, searchPattern: `%${escapePattern(rows.searchTerm)}%` };
    return { where: conditions.length > 0 ? ` WHERE ${conditions.join(' AND ')}` : '', binds };
}

const TEXT_TYPES = new Set(['STRING', 'TEXTAREA', 'PICKLIST', 'COMBOBOX', 'EMAIL', 'PHONE', 'URL']);

function searchableFields(userOrg: UserOrg, { object, fields, optionalFields }: RowsRequest): string[] {
    return [...fields, ...optionalFields].flatMap((name) => {
        const found = followPath(userOrg, object, name);
        const searchable = found?.readable && found.field.filterable && TEXT_TYPES.has(found.field.type);
        return searchable ? [found.path] : [];
    });
}

/** Rows of the same value stay in one order, so that pages neither repeat nor skip one. */
function orderBy(userOrg: UserOrg, object: ObjectSchema, sortBy: string): string {
    const found = followPath(userOrg, object, sortBy.replace(/^-/, ''));
    if (!found) {
        throw new RestError(400, 'INVALID_FIELD', `${object.name} has no field ${sortBy} to sort by.`);
    }
    const direction = sortBy.startsWith('-') ? 'DESC NULLS LAST' : 'ASC NULLS LAST';
    return found.readable ? ` ORDER BY ${found.path} ${direction}, Id` : ' ORDER BY Id';
}
