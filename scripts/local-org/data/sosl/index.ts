import { ApexException } from '../../platform/values/index.ts';
import type { SObjectValue } from '../../platform/values/index.ts';
import type { FieldSchema, ObjectSchema, SchemaRegistry } from '../schema/types.ts';
import { isStored, quote } from '../storage/columns.ts';
import type { Query } from '../soql/ast.ts';
import { noSuchObject } from '../soql/errors.ts';
import type { QueryEngine } from '../soql/index.ts';
import type { ExtraCondition } from '../soql/translation.ts';
import type { Access, BindResolver } from '../types.ts';
import { parseSosl } from './parser.ts';
import type { Search, SearchObject } from './parser.ts';

const GROUP_TYPES: Record<Search['group'], string[] | null> = {
    ALL: ['STRING', 'TEXTAREA', 'LONGTEXTAREA', 'EMAIL', 'PHONE', 'URL', 'PICKLIST', 'COMBOBOX'],
    SIDEBAR: ['STRING', 'TEXTAREA', 'LONGTEXTAREA', 'EMAIL', 'PHONE', 'URL', 'PICKLIST', 'COMBOBOX'],
    NAME: null,
    EMAIL: ['EMAIL'],
    PHONE: ['PHONE']
};

/** Runs SOSL: every word of the term in the fields of the group, `*` and `?` as wildcards. */
export class SearchEngine {
    private readonly queries: QueryEngine;
    private readonly schema: () => SchemaRegistry;

    constructor(queries: QueryEngine, schema: () => SchemaRegistry) {
        this.queries = queries;
        this.schema = schema;
    }

    search(text: string, binds: BindResolver, access: Access, fixedIds?: string[]): SObjectValue[][] {
        const search = parseSosl(text);
        const term = search.term.kind === 'text' ? search.term.text : String(binds(search.term.name) ?? '');
        if (term.replace(/[*?\s"]/g, '').length < 2) {
            throw new ApexException('SearchException', `search term must be longer than one character: ${term}`);
        }
        const objects = search.returning.length > 0 ? search.returning : this.everything();
        return objects.map((object) => this.searchObject(search, object, term, { binds, access, fixedIds }));
    }

    private everything(): SearchObject[] {
        const searchable = this.schema()
            .objects()
            .filter((object) => object.searchable);
        return searchable.map(({ name }) => ({
            object: name,
            fields: [['Id']],
            where: null,
            orderBy: [],
            limit: null
        }));
    }

    private searchObject(
        search: Search,
        { object: name, fields, where, orderBy, limit }: SearchObject,
        term: string,
        { binds, access, fixedIds }: { binds: BindResolver; access: Access; fixedIds?: string[] }
    ): SObjectValue[] {
        const object = this.schema().object(name);
        if (!object) throw noSuchObject(name);
        const searched = searchedFields(object, search.group);
        if (searched.length === 0) return [];
        const query: Query = {
            text: `FIND {${term}} RETURNING ${name}`,
            select: fields.map((path) => ({ kind: 'operand', operand: { kind: 'field', path }, alias: null })),
            from: object.name,
            alias: null,
            scope: null,
            where,
            mode: search.mode,
            groupBy: [],
            grouping: 'plain',
            having: null,
            orderBy,
            limit: limit ?? search.limit ?? { kind: 'number', text: '2000' },
            offset: null,
            allRows: false,
            lock: null
        };
        const found: ExtraCondition = fixedIds ? among(fixedIds) : matching(searched, term);
        return this.queries.rows(query, binds, access, found);
    }
}

function searchedFields(object: ObjectSchema, group: Search['group']): FieldSchema[] {
    const types = GROUP_TYPES[group];
    return [...object.fields.values()].filter((field) => {
        if (!isStored(field)) return false;
        return types ? types.includes(field.type) : field.nameField || field.compoundName;
    });
}

function among(ids: string[]): ExtraCondition {
    return (scope) => `${scope.root.alias}."Id" IN ${scope.context.parameters.addList(ids)}`;
}

/** Each word (or quoted phrase) begins somewhere in one of the fields. */
function matching(fields: FieldSchema[], term: string): ExtraCondition {
    const words = (term.match(/"[^"]+"|\S+/g) ?? []).filter((word) => !/^(AND|OR|NOT)$/.test(word));
    return (scope) => {
        const conditions = words.map((word) => {
            const pattern = scope.context.parameters.add(`% ${likePattern(word)}%`);
            const columns = fields.map(
                (field) => `(' ' || fold(${scope.root.alias}.${quote(field.name)})) LIKE ${pattern} ESCAPE '\\'`
            );
            return `(${columns.join(' OR ')})`;
        });
        return conditions.join(/ OR /.test(term) ? ' OR ' : ' AND ');
    };
}

function likePattern(word: string): string {
    const bare = word.replace(/^"|"$/g, '').toLowerCase();
    return bare
        .replace(/[\\%_]/g, '\\$&')
        .replace(/\*/g, '%')
        .replace(/\?/g, '_')
        .replace(/^%+/, '');
}
