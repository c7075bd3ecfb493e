import { isAbsentField } from '../../data/schema/absent-fields.ts';
import type { ObjectSchema, SchemaRegistry } from '../../data/schema/types.ts';
import type { QueryLevel } from '../syntax/query-columns.ts';
import type { UnitContext } from './context.ts';

/** Checks that the fields and relationships which a query names are there. */
export function checkQuery(level: QueryLevel, unit: UnitContext): void {
    const object = unit.table.schema.object(level.from);
    if (object) checkLevel(level, object, unit);
}

function checkLevel(level: QueryLevel, object: ObjectSchema, unit: UnitContext): void {
    for (const column of level.columns) {
        const problem = problemOf(column.path, level, object, unit.table.schema);
        if (problem) unit.report(column, problem);
    }
    for (const inner of level.inner) checkInner(inner, level, object, unit);
}

function checkInner(level: QueryLevel, around: QueryLevel, outer: ObjectSchema, unit: UnitContext): void {
    const { schema } = unit.table;
    const child = level.isRelationship
        ? outer.childRelationship(unqualified(level.from, around))?.childObject
        : level.from;
    const object = child === undefined ? undefined : schema.object(child);
    if (object) return checkLevel(level, object, unit);
    const what = level.isRelationship
        ? `relationship '${level.from}' in FROM part of query call`
        : `object '${level.from}'`;
    unit.report(level.columns[0] ?? { line: 1, column: 1 }, `Didn't understand ${what}`);
}

/** `Account.Contacts` in a query of accounts is `Contacts`. */
function unqualified(name: string, around: QueryLevel): string {
    const [first, ...rest] = name.split('.');
    return rest.length && around.qualifiers.includes(first.toLowerCase()) ? rest.join('.') : name;
}

/** What is wrong with a path such as `Account.Owner.Name`; null when nothing is. */
function problemOf(path: string[], level: QueryLevel, object: ObjectSchema, schema: SchemaRegistry): string | null {
    if (path.length === 1 && level.aliases.includes(path[0].toLowerCase())) return null;
    const steps =
        path.length > 1 && level.qualifiers.includes(path[0].toLowerCase()) && !object.relationship(path[0])
            ? path.slice(1)
            : path;
    let current = object;
    for (const step of steps.slice(0, -1)) {
        const reference = current.relationship(step);
        if (!reference) return `Didn't understand relationship '${step}' in field path`;
        if (reference.referenceTo.length !== 1) return null;
        const next = schema.object(reference.referenceTo[0]);
        if (!next) return null;
        current = next;
    }
    const name = steps.at(-1)!;
    if (current.field(name) || isAbsentField(current.name, name)) return null;
    return `No such column '${name}' on entity '${current.name}'`;
}
