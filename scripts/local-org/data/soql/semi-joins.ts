import type { Condition } from './ast.ts';
import { queryError } from './errors.ts';

/**
 * Refuses sub-selects of a WHERE clause where Salesforce does: beside OR, and inside of parentheses.
 * @throws ApexException a QueryException with Salesforce's message
 */
export function checkSemiJoins(where: Condition): void {
    if (where.kind === 'or') refuse(where.conditions, "Semi join sub-selects are not allowed with the 'OR' operator");
    if (where.kind !== 'and') return;
    const nested = where.conditions.filter(({ kind }) => kind === 'and' || kind === 'or');
    refuse(
        nested,
        'Semi join sub-selects are only allowed at the top level WHERE expressions and not in nested WHERE expressions.'
    );
}

function refuse(conditions: Condition[], message: string): void {
    if (conditions.some(hasSemiJoin)) throw queryError(message);
}

function hasSemiJoin(condition: Condition): boolean {
    switch (condition.kind) {
        case 'and':
        case 'or':
            return condition.conditions.some(hasSemiJoin);
        case 'not':
            return hasSemiJoin(condition.condition);
        default:
            return condition.value.kind === 'subquery';
    }
}
