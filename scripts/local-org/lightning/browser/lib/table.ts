import type { ListInfo, ObjectInfo, RecordRepresentation } from '../../protocol.ts';
import { displayText, fieldsToRead, recordUrl, referenceTarget } from 'lib/fields';

type DisplayColumn = ListInfo['displayColumns'][number];

/** A column as lightning-datatable takes it. */
export interface TableColumn {
    label: string;
    fieldName: string;
    type: string;
    sortable: boolean;
    wrapText?: boolean;
    initialWidth?: number;
    typeAttributes?: Record<string, unknown>;
    hideDefaultActions: boolean;
}

export type TableRow = Record<string, unknown> & { id: string };

const LINK = ' link';
const DATE = { year: 'numeric', month: 'short', day: 'numeric' };
const TYPES: Record<string, { type: string; typeAttributes?: Record<string, unknown> }> = {
    Boolean: { type: 'boolean' },
    Date: { type: 'date-local', typeAttributes: DATE },
    DateTime: { type: 'date', typeAttributes: { ...DATE, hour: 'numeric', minute: '2-digit' } },
    Email: { type: 'email' },
    Phone: { type: 'phone' }
};

/** Fields to read for the columns of a list: with the names of the records that they point to. */
export function columnFields(columns: DisplayColumn[], info: ObjectInfo): string[] {
    const names = columns.flatMap(({ fieldApiName }) => fieldsToRead(info, fieldApiName));
    return [...new Set([...names, ...info.nameFields.map((field) => `${info.apiName}.${field}`)])];
}

/** Columns for lightning-datatable; names and references become links. */
export function tableColumns(columns: DisplayColumn[], info: ObjectInfo): TableColumn[] {
    return columns.map(({ label, fieldApiName, sortable }) => {
        const isLink = linksTo(fieldApiName, info);
        const plain = TYPES[info.fields[fieldApiName]?.dataType ?? ''] ?? { type: 'text' };
        const link = { type: 'url', typeAttributes: { label: { fieldName: fieldApiName }, target: '_self' } };
        return {
            label,
            fieldName: isLink ? fieldApiName + LINK : fieldApiName,
            sortable,
            hideDefaultActions: true,
            ...(isLink ? link : plain)
        };
    });
}

/** The API name of the field behind a column of {@link tableColumns}. */
export function fieldOfColumn(columnName: string): string {
    return columnName.replace(LINK, '');
}

/** A row of lightning-datatable. */
export function tableRow(columns: DisplayColumn[], info: ObjectInfo, record: RecordRepresentation): TableRow {
    const cells = columns.flatMap(({ fieldApiName }) => cell(fieldApiName, info, record));
    return { ...Object.fromEntries(cells), id: record.id } as TableRow;
}

function cell(fieldApiName: string, info: ObjectInfo, record: RecordRepresentation): [string, unknown][] {
    const field = info.fields[fieldApiName];
    if (field?.dataType === 'Reference') {
        const target = referenceTarget(record, field);
        return link(fieldApiName, target?.label ?? '', target?.url);
    }
    if (fieldApiName.includes('.')) {
        const parent = record.fields[fieldApiName.split('.')[0]!]?.value as RecordRepresentation | null | undefined;
        return link(fieldApiName, displayText(record, fieldApiName), parent?.id ? recordUrl(parent.id) : null);
    }
    if (info.nameFields.includes(fieldApiName)) {
        return link(fieldApiName, displayText(record, fieldApiName), recordUrl(record.id));
    }
    const typed = TYPES[field?.dataType ?? ''];
    return [[fieldApiName, typed ? record.fields[fieldApiName]?.value : displayText(record, fieldApiName)]];
}

function link(fieldApiName: string, label: string, url: string | null | undefined): [string, unknown][] {
    return [
        [fieldApiName, label],
        [fieldApiName + LINK, label ? url : null]
    ];
}

function linksTo(fieldApiName: string, info: ObjectInfo): boolean {
    const isReference = info.fields[fieldApiName]?.dataType === 'Reference' || fieldApiName.includes('.');
    return isReference || info.nameFields.includes(fieldApiName);
}
