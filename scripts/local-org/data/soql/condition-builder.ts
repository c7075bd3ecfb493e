import type * as Grammar from '@apexdevtools/apex-parser';
import { NotImplementedError } from '../../platform/not-implemented.ts';
import { ApexException } from '../../platform/values/index.ts';
import { buildField, buildFunction } from './ast-builder.ts';
import type { ComparisonOperator, Condition } from './ast.ts';
import { buildValue } from './value-builder.ts';

/** Conditions of WHERE. */
export function buildCondition(tree: Grammar.WhereLogicalExpressionContext | null | undefined): Condition | null {
    if (!tree) return null;
    const parts = tree
        .whereConditionalExpression_list()
        .map((part) =>
            part.whereLogicalExpression()
                ? (buildCondition(part.whereLogicalExpression()) as Condition)
                : whereComparison(part.whereFieldExpression())
        );
    return combine(parts, tree);
}

/** Conditions of HAVING and of SOSL. */
export function buildHaving(tree: Grammar.LogicalExpressionContext | null | undefined): Condition | null {
    if (!tree) return null;
    const parts = tree
        .conditionalExpression_list()
        .map((part) =>
            part.logicalExpression()
                ? (buildHaving(part.logicalExpression()) as Condition)
                : comparison(part.fieldExpression())
        );
    return combine(parts, tree);
}

interface Logical {
    NOT(): unknown;
    SOQLAND_list(): unknown[];
    SOQLOR_list(): unknown[];
}

function combine(parts: Condition[], tree: Logical): Condition {
    if (tree.NOT()) return { kind: 'not', condition: parts[0] };
    if (parts.length === 1) return parts[0];
    if (tree.SOQLAND_list().length > 0 && tree.SOQLOR_list().length > 0) {
        throw new ApexException('QueryException', 'unexpected token: OR');
    }
    return { kind: tree.SOQLAND_list().length > 0 ? 'and' : 'or', conditions: parts };
}

function whereComparison(tree: Grammar.WhereFieldExpressionContext): Condition {
    if (!tree.fieldExpression()) throw new NotImplementedError('SOQL FORMULA()');
    return comparison(tree.fieldExpression());
}

function comparison(tree: Grammar.FieldExpressionContext): Condition {
    const left = tree.soqlFunction() ? buildFunction(tree.soqlFunction()) : buildField(tree.fieldName());
    return { kind: 'compare', left, operator: operatorOf(tree.comparisonOperator()), value: buildValue(tree.value()) };
}

function operatorOf(tree: Grammar.ComparisonOperatorContext): ComparisonOperator {
    const text = tree.getText().toUpperCase();
    if (text === 'NOTIN') return 'NOT IN';
    return (text === '<>' ? '!=' : text) as ComparisonOperator;
}
