import type { QueryLevel } from '../../local-org/apex/syntax/query-columns.ts';
import type { Problem } from '../problem.ts';
import { queriesOf, type ApexQuery } from '../project/queries.ts';
import type { SourceFile } from '../project/source-file.ts';
import { isApex } from '../references/in-apex.ts';
import { schemaOf } from '../schema/index.ts';
import { isStandardObject, type ObjectSchema } from '../schema/object-schema.ts';
import type { Check } from './check.ts';

/** Objects, fields and relationships of every query in Apex, the literal ones in strings included. */
export const checkSoql: Check = (project) => {
    const schema = schemaOf(project);
    return project
        .ofSuffix('cls', 'trigger')
        .filter(isApex)
        .flatMap((file) => queriesOf(file).flatMap((query) => new QueryCheck(file, query, schema).problems()));
};

/** Names that belong to another package or to what is only there when it is bought. */
const FOREIGN = /^(\w+__\w+__(c|r|mdt|e)|Knowledge__\w+)$/i;

class QueryCheck {
    private readonly file: SourceFile;
    private readonly query: ApexQuery;
    private readonly schema: ObjectSchema;
    private readonly found: Problem[] = [];

    constructor(file: SourceFile, query: ApexQuery, schema: ObjectSchema) {
        this.file = file;
        this.query = query;
        this.schema = schema;
    }

    /** Everything that the query names and that is not there. */
    problems(): Problem[] {
        const { level, line } = this.query;
        if (this.schema.object(level.from)) this.checkLevel(level, level.from);
        else if (!FOREIGN.test(level.from) && !isStandardObject(level.from) && !this.isPart())
            this.report(line, `There is no object ${level.from}`);
        return this.found;
    }

    /** A string such as `SELECT Id FROM Contacts` is the inner part of a query that is put together elsewhere. */
    private isPart(): boolean {
        return this.query.dynamic && this.schema.isChildRelationship(this.query.level.from);
    }

    private checkLevel(level: QueryLevel, object: string): void {
        for (const column of level.columns) this.checkColumn(column.path, column.line, level, object);
        for (const inner of level.inner) this.checkInner(inner, object);
    }

    private checkColumn(path: readonly string[], line: number, level: QueryLevel, object: string): void {
        const first = path[0].toLowerCase();
        if (path.length === 1 && level.aliases.includes(first)) return;
        if (path.some((step) => FOREIGN.test(step))) return;
        const qualified = path.length > 1 && level.qualifiers.includes(first) && !this.hasParent(object, first);
        const problem = this.schema.problemOf(object, qualified ? path.slice(1) : path);
        if (problem) this.report(line, problem);
    }

    private hasParent(object: string, path: string): boolean {
        return this.schema.object(object)?.parents.has(path) ?? false;
    }

    private checkInner(inner: QueryLevel, outer: string): void {
        if (FOREIGN.test(inner.from)) return;
        const children = this.schema.object(outer)?.children;
        if (children?.size === 0 && !/__\w$/.test(inner.from)) return; // Of some objects only the fields are listed.
        const child = children?.get(inner.from.toLowerCase().replace(`${outer.toLowerCase()}.`, ''));
        const object = inner.isRelationship ? child : inner.from;
        if (object !== undefined && (object === '' || this.schema.object(object)))
            return this.checkLevel(inner, object);
        if (!this.schema.isComplete(outer)) return;
        const line = inner.columns[0]?.line ?? this.query.line;
        const what = inner.isRelationship
            ? `${outer} has no child relationship ${inner.from}`
            : `There is no object ${inner.from}`;
        this.report(line, what);
    }

    private report(line: number, what: string): void {
        const at = this.query.dynamic ? this.query.line : line;
        this.found.push(this.file.problem(at, what, 'Correct the query, or add what it names'));
    }
}
