import type * as Grammar from '@apexdevtools/apex-parser';
import { NotImplementedError } from '../../platform/not-implemented.ts';
import { ApexException } from '../../platform/values/index.ts';
import type { FunctionOperand, Operand, OrderItem, PointValue, Query, SelectItem, TypeofBranch, Value } from './ast.ts';
import { buildCondition, buildHaving } from './condition-builder.ts';
import { buildBind, buildLimit } from './value-builder.ts';

type QueryTree = Grammar.QueryContext | Grammar.SubQueryContext;

/** Turns the parse tree of a query into data. */
export function buildQuery(tree: Grammar.QueryContext, text: string): Query {
    return {
        ...buildCommon(tree, text),
        select: tree.selectList().selectEntry_list().map(buildSelectItem),
        scope: tree.usingScope()?.soqlId().getText() ?? null,
        mode: buildMode(tree.withClause()),
        groupBy: tree.groupByClause()?.fieldGroupByList().fieldGroupBy_list().map(buildGroupItem) ?? [],
        grouping: groupingOf(tree.groupByClause()),
        having: buildHaving(tree.groupByClause()?.logicalExpression()),
        offset: buildLimit(tree.offsetClause()),
        allRows: Boolean(tree.allRowsClause())
    };
}

/** A query inside another: in the select list or on the right of IN. */
export function buildSubquery(tree: Grammar.SubQueryContext): Query {
    return {
        ...buildCommon(tree, tree.getText()),
        select: tree.subFieldList().subFieldEntry_list().map(buildSelectItem),
        scope: null,
        mode: null,
        groupBy: [],
        grouping: 'plain',
        having: null,
        offset: null,
        allRows: false
    };
}

function buildCommon(tree: QueryTree, text: string) {
    const names = tree.fromNameList();
    if (names.fieldName_list().length > 1) throw new NotImplementedError('SOQL FROM with several objects');
    return {
        text,
        from: names.fieldName(0).getText(),
        alias: aliasOf(names),
        where: buildCondition(tree.whereClause()?.whereLogicalExpression()),
        orderBy: tree.orderByClause()?.fieldOrderList().fieldOrder_list().map(buildOrder) ?? [],
        limit: buildLimit(tree.limitClause()),
        lock: lockOf(tree.forClauses())
    };
}

const CLAUSES = new Set(['where', 'with', 'group', 'having', 'order', 'limit', 'offset', 'for', 'using']);

/** The grammar takes a clause that stops after its first word for an alias. */
function aliasOf(names: Grammar.FromNameListContext): string | null {
    const alias = names.soqlId(0)?.getText() ?? null;
    if (alias && CLAUSES.has(alias.toLowerCase())) throw malformed('unexpected token: <EOF>');
    return alias;
}

function lockOf(tree: Grammar.ForClausesContext | null): Query['lock'] {
    if (!tree) return null;
    if (tree.UPDATE_list().length > 0) return 'update';
    if (tree.VIEW_list().length > 0) return 'view';
    return tree.REFERENCE_list().length > 0 ? 'reference' : null;
}

function buildMode(tree: Grammar.WithClauseContext | null): Query['mode'] {
    if (!tree) return null;
    if (tree.USER_MODE()) return 'user';
    if (tree.SYSTEM_MODE()) return 'system';
    if (tree.SECURITY_ENFORCED()) return 'enforced';
    throw new NotImplementedError(`SOQL WITH ${tree.getText().slice(4)}`);
}

function groupingOf(tree: Grammar.GroupByClauseContext | null): Query['grouping'] {
    if (tree?.ROLLUP()) return 'rollup';
    return tree?.CUBE() ? 'cube' : 'plain';
}

function buildSelectItem(tree: Grammar.SelectEntryContext | Grammar.SubFieldEntryContext): SelectItem {
    if (tree.subQuery()) return { kind: 'subquery', query: buildSubquery(tree.subQuery()) };
    if (tree.typeOf()) return buildTypeof(tree.typeOf());
    const call = tree.soqlFunction();
    if (call?.FIELDS()) {
        return { kind: 'fields', group: call.soqlFieldsParameter().getText().toUpperCase() as 'ALL' };
    }
    const operand = call ? buildFunction(call) : buildField(tree.fieldName());
    return { kind: 'operand', operand, alias: tree.soqlId()?.getText() ?? null };
}

function buildTypeof(tree: Grammar.TypeOfContext): SelectItem {
    const branches = tree.whenClause_list().map((clause): TypeofBranch => ({
        object: clause.fieldName().getText(),
        fields: fieldList(clause.fieldNameList())
    }));
    const otherwise = tree.elseClause() ? fieldList(tree.elseClause().fieldNameList()) : [];
    return { kind: 'typeof', path: pathOf(tree.fieldName()), branches, otherwise };
}

function fieldList(tree: Grammar.FieldNameListContext): string[][] {
    return tree.fieldName_list().map(pathOf);
}

function pathOf(tree: Grammar.FieldNameContext): string[] {
    return tree.soqlId_list().map((id) => id.getText());
}

export function buildField(tree: Grammar.FieldNameContext): Operand {
    return { kind: 'field', path: pathOf(tree) };
}

/** A function of one argument: an aggregate, a date function, toLabel. */
export function buildFunction(tree: Grammar.SoqlFunctionContext): FunctionOperand {
    const name = tree.getChild(0).getText().toUpperCase();
    if (name === 'CONVERTCURRENCY') throw new NotImplementedError(`SOQL convertCurrency(): the org has one currency`);
    if (tree.DISTANCE()) return buildDistance(tree);
    if (tree.soqlFunction()) return { kind: 'function', name, argument: buildFunction(tree.soqlFunction()) };
    if (tree.dateFieldName()) return { kind: 'function', name, argument: buildDateField(tree.dateFieldName()) };
    return { kind: 'function', name, argument: tree.fieldName() ? buildField(tree.fieldName()) : null };
}

function buildDistance(tree: Grammar.SoqlFunctionContext): FunctionOperand {
    const [from, to] = tree.locationValue_list().map(buildPoint);
    const unit = tree.StringLiteral().getText().slice(1, -1).toLowerCase();
    if (unit !== 'mi' && unit !== 'km') throw malformed(`unexpected distance unit '${unit}': use 'mi' or 'km'`);
    return { kind: 'function', name: 'DISTANCE', argument: null, distance: { from, to, unit } };
}

function buildPoint(tree: Grammar.LocationValueContext): PointValue {
    if (tree.fieldName()) return { kind: 'field', path: pathOf(tree.fieldName()) };
    if (tree.boundExpression())
        return { kind: 'bind', name: (buildBind(tree.boundExpression()) as { name: string }).name };
    const [latitude, longitude] = tree
        .coordinateValue_list()
        .map((one) =>
            one.boundExpression()
                ? buildBind(one.boundExpression())
                : ({ kind: 'number', text: one.signedNumber().getText() } as Value)
        );
    return { kind: 'pair', values: [latitude, longitude] };
}

function buildDateField(tree: Grammar.DateFieldNameContext): Operand {
    const field = buildField(tree.fieldName());
    return tree.CONVERT_TIMEZONE() ? { kind: 'function', name: 'CONVERTTIMEZONE', argument: field } : field;
}

function buildGroupItem(tree: Grammar.FieldGroupByContext): Operand {
    return tree.soqlFunction() ? buildFunction(tree.soqlFunction()) : buildField(tree.fieldName());
}

/** Empty values come first unless the query says otherwise, whatever the direction. */
export function buildOrder(tree: Grammar.FieldOrderContext): OrderItem {
    const operand = tree.soqlFunction() ? buildFunction(tree.soqlFunction()) : buildField(tree.fieldName());
    return { operand, descending: Boolean(tree.DESC()), nullsLast: Boolean(tree.LAST()) };
}

/** A SOQL error as the platform throws it. */
export function malformed(message: string): ApexException {
    return new ApexException('QueryException', message);
}
