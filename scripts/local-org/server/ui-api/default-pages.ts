import { createRequire } from 'node:module';
import type { FieldSchema, ObjectSchema } from '../../data/schema/types.ts';

/** A group of fields of a record's details: one list of field names for each column. */
export interface FieldSection {
    heading: string;
    columns: string[][];
}

/** How an object is shown where the project ships no layout of its own: what Setup would have out of the box. */
export interface DefaultPage {
    /** Fields of the highlights panel, the name first. */
    compact: string[];
    /** Columns of lists. */
    list: string[];
    /** Field that lists are sorted by, with `-` when the latest come first. */
    listOrder: string;
    sections: FieldSection[];
    /** Names of child relationships; null when all that have a name belong. */
    related: string[] | null;
}

const STANDARD_PAGES = createRequire(import.meta.url)('./default-pages.json') as Record<string, Partial<DefaultPage>>;

const SYSTEM_SECTION: FieldSection = {
    heading: 'System Information',
    columns: [
        ['CreatedById', 'CreatedDate'],
        ['LastModifiedById', 'LastModifiedDate']
    ]
};

/** The page of a standard object as it comes, or one made from the fields of a custom object. */
export function defaultPage(object: ObjectSchema): DefaultPage {
    const standard = STANDARD_PAGES[object.name] ?? {};
    const name = object.nameField ?? 'Id';
    const custom = customFields(object);
    const short = custom.filter((field) => field.type !== 'LONGTEXTAREA');
    const few = [name, ...short.slice(0, 4).map((field) => field.name)];
    return {
        compact: standard.compact ?? few,
        list: standard.list ?? few,
        listOrder: standard.listOrder ?? (object.custom ? '-CreatedDate' : name),
        sections: [
            ...(standard.sections ?? [twoColumns('Information', [name, ...ownFields(object, name)])]),
            ...customSection(object, standard),
            SYSTEM_SECTION
        ],
        related: standard.related ?? null
    };
}

/** A standard object's page shows the fields that the project adds to it in a section of their own. */
function customSection(object: ObjectSchema, standard: Partial<DefaultPage>): FieldSection[] {
    const names = customFields(object).map((field) => field.name);
    return standard.sections && names.length > 0 ? [twoColumns('Additional Information', names)] : [];
}

function customFields(object: ObjectSchema): FieldSchema[] {
    return [...object.fields.values()].filter((field) => field.custom);
}

const HOUSEKEEPING =
    /^(Id|IsDeleted|SystemModstamp|Created.*|LastModified.*|LastViewedDate|LastReferencedDate|RecordTypeId)$/;

function ownFields(object: ObjectSchema, name: string): string[] {
    const fields = [...object.fields.values()];
    return fields.map((field) => field.name).filter((field) => field !== name && !HOUSEKEEPING.test(field));
}

function twoColumns(heading: string, names: string[]): FieldSection {
    const half = Math.ceil(names.length / 2);
    return { heading, columns: [names.slice(0, half), names.slice(half)] };
}
