import {
    type ApexParserRuleContext,
    BoundExpressionContext,
    FieldNameContext,
    FromNameListContext,
    QueryContext,
    SelectListContext,
    SubQueryContext,
    TypeOfContext
} from '@apexdevtools/apex-parser';
import type { Location } from './ast.ts';
import { locationOf } from './build-types.ts';

/** One SELECT of a query: its object, or the child relationship of the SELECT around it, and the fields it names. */
export interface QueryLevel {
    /** An object; in a subquery of the select list the name of a child relationship. */
    from: string;
    isRelationship: boolean;
    /** Names that may stand before a field: the object's and its alias. */
    qualifiers: string[];
    /** Names given to results, which are no fields. */
    aliases: string[];
    columns: (Location & { path: string[] })[];
    inner: QueryLevel[];
}

/** The levels of a query with the columns that each names, so that they can be checked against the schema. */
export function queryLevel(context: QueryContext | SubQueryContext, isRelationship = false): QueryLevel {
    const list = context.fromNameList();
    const from = list.fieldName(0).getText();
    const qualifiers = [from, ...list.soqlId_list().map((id) => id.getText())].map((name) => name.toLowerCase());
    const level: QueryLevel = { from, isRelationship, qualifiers, aliases: aliasesOf(context), columns: [], inner: [] };
    for (const child of childrenOf(context)) collect(child, level, child instanceof SelectListContext);
    return level;
}

function aliasesOf(context: QueryContext | SubQueryContext): string[] {
    if (!(context instanceof QueryContext)) return [];
    const named = context
        .selectList()
        .selectEntry_list()
        .map((entry) => entry.soqlId()?.getText().toLowerCase());
    return named.filter((alias): alias is string => !!alias);
}

function childrenOf(context: ApexParserRuleContext): ApexParserRuleContext[] {
    return (context.children ?? []) as ApexParserRuleContext[];
}

function collect(context: ApexParserRuleContext, level: QueryLevel, selecting: boolean): void {
    if (context instanceof FieldNameContext) {
        level.columns.push({ ...locationOf(context), path: context.soqlId_list().map((id) => id.getText()) });
    } else if (context instanceof SubQueryContext) {
        level.inner.push(queryLevel(context, selecting));
    } else if (!isSkipped(context)) {
        for (const child of childrenOf(context)) collect(child, level, selecting);
    }
}

/** Fields of TYPEOF depend on the type met; binds are Apex. */
function isSkipped(context: ApexParserRuleContext): boolean {
    return (
        context instanceof TypeOfContext ||
        context instanceof BoundExpressionContext ||
        context instanceof FromNameListContext
    );
}
