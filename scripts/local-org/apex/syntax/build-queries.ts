import {
    BoundExpressionContext,
    type ApexParserRuleContext as ParserRuleContext,
    type FieldSpecListContext,
    type QueryContext,
    type SelectEntryContext,
    type SoqlLiteralContext,
    type SoslLiteralContext
} from '@apexdevtools/apex-parser';
import type { Expression, Location, QueryExpression } from './ast.ts';
import { buildExpression } from './build-expressions.ts';
import { queryLevel } from './query-columns.ts';

/** An embedded SOQL query: its text with numbered binds, and what shape its result has. */
export function buildSoql(context: SoqlLiteralContext, at: Location): QueryExpression {
    const query = context.query();
    const { text, binds } = extractBinds(query);
    const object = query.fromNameList().fieldName(0).getText();
    return { ...at, kind: 'soql', text, binds, objects: [object], shape: shapeOf(query), level: queryLevel(query) };
}

/** An embedded SOSL search. */
export function buildSosl(context: SoslLiteralContext, at: Location): QueryExpression {
    const { text, binds } = extractBinds(context);
    const inner = text.replace(/^\[\s*/, '').replace(/\s*\]$/, '');
    const objects = returnedObjects(context.soslClauses().fieldSpecList());
    return { ...at, kind: 'sosl', text: inner, binds, objects, shape: 'records', level: null };
}

function returnedObjects(list: FieldSpecListContext | null): string[] {
    if (!list) return [];
    return [list.fieldSpec().soslId(0).getText(), ...list.fieldSpecList_list().flatMap(returnedObjects)];
}

function shapeOf(query: QueryContext): QueryExpression['shape'] {
    const entries = query.selectList().selectEntry_list();
    if (entries.length === 1 && isCountOfRows(entries[0])) return 'count';
    return query.groupByClause() || entries.some(isAggregate) ? 'aggregate' : 'records';
}

function isCountOfRows(entry: SelectEntryContext): boolean {
    const used = entry.soqlFunction();
    return !!used && !!used.COUNT() && !used.fieldName() && !entry.soqlId();
}

function isAggregate(entry: SelectEntryContext): boolean {
    const outer = entry.soqlFunction();
    const used = outer?.FORMAT() ? (outer.soqlFunction() ?? outer) : outer;
    return (
        !!used && [used.AVG(), used.COUNT(), used.COUNT_DISTINCT(), used.MIN(), used.MAX(), used.SUM()].some(Boolean)
    );
}

/** The source text of a node, each `:expression` in it replaced by `:b0`, `:b1` … */
function extractBinds(context: ParserRuleContext): { text: string; binds: Expression[] } {
    const bound = boundExpressions(context);
    const input = context.start.getInputStream()!;
    let text = '';
    let position = context.start.start;
    bound.forEach((bind, index) => {
        if (bind.start.start > position) text += input.getText(position, bind.start.start - 1);
        text += `:b${index}`;
        position = bind.stop!.stop + 1;
    });
    const end = context.stop!.stop;
    if (end >= position) text += input.getText(position, end);
    return { text, binds: bound.map((bind) => buildExpression(bind.expression())) };
}

function boundExpressions(context: ParserRuleContext): BoundExpressionContext[] {
    if (context instanceof BoundExpressionContext) return [context];
    const children = (context.children ?? []) as ParserRuleContext[];
    return children.flatMap((child) => boundExpressions(child));
}
