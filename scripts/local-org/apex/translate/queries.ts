import type { QueryExpression } from '../syntax/ast.ts';
import type { CodeContext } from './context.ts';
import { translate } from './expressions.ts';
import { checkQuery } from './query-checks.ts';
import { type Typed, wrong } from './typed.ts';

/** An embedded SOQL or SOSL query. Binds are evaluated when the query runs, in their order. */
export function translateQuery(node: QueryExpression, context: CodeContext): Typed {
    context.calls.made = true;
    if (node.level) checkQuery(node.level, context.unit);
    const binds = node.binds.map((bind) => translate(bind, context).code);
    const parameters = `${JSON.stringify(node.text)},[${binds.join(',')}],$mode`;
    if (node.kind === 'sosl') return search(parameters, context);
    const { table } = context.unit;
    if (node.shape === 'count')
        return { code: `$.count(${parameters})`, type: table.primitive('Integer'), nonNull: true };
    const row = node.shape === 'aggregate' ? table.aggregateResult() : rowType(node, context);
    if (!row) return wrong(context, node, `sObject type '${node.objects[0]}' is not supported.`);
    const code = `$.query(${parameters},${JSON.stringify(row.name)})`;
    return { code, type: table.list(row), nonNull: true, query: true };
}

function rowType(node: QueryExpression, context: CodeContext) {
    return context.unit.table.sobjectType(node.objects[0]);
}

function search(parameters: string, context: CodeContext): Typed {
    const { table } = context.unit;
    return { code: `$.search(${parameters})`, type: table.list(table.list(table.sobject)), nonNull: true };
}
