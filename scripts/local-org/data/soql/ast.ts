/** A SOQL query as data. Names stand as written; nothing is resolved against a schema yet. */

export interface Query {
    text: string;
    select: SelectItem[];
    from: string;
    alias: string | null;
    scope: string | null;
    where: Condition | null;
    mode: 'user' | 'system' | 'enforced' | null;
    groupBy: Operand[];
    grouping: 'plain' | 'rollup' | 'cube';
    having: Condition | null;
    orderBy: OrderItem[];
    limit: Value | null;
    offset: Value | null;
    allRows: boolean;
    lock: 'update' | 'view' | 'reference' | null;
}

export type SelectItem =
    | { kind: 'operand'; operand: Operand; alias: string | null }
    | { kind: 'subquery'; query: Query }
    | { kind: 'typeof'; path: string[]; branches: TypeofBranch[]; otherwise: string[][] }
    | { kind: 'fields'; group: 'ALL' | 'CUSTOM' | 'STANDARD' };

export interface TypeofBranch {
    object: string;
    fields: string[][];
}

export type Operand = FieldOperand | FunctionOperand;

export interface FieldOperand {
    kind: 'field';
    path: string[];
}

export interface FunctionOperand {
    kind: 'function';
    /** Upper case: `COUNT`, `CALENDAR_YEAR`, `CONVERTTIMEZONE`. */
    name: string;
    argument: Operand | null;
    /** The two points of DISTANCE() and its unit. */
    distance?: { from: PointValue; to: PointValue; unit: string };
}

/** A point: a location or address field, a bind of one, or a pair of coordinates. */
export type PointValue =
    { kind: 'field'; path: string[] } | { kind: 'bind'; name: string } | { kind: 'pair'; values: [Value, Value] };

export interface OrderItem {
    operand: Operand;
    descending: boolean;
    nullsLast: boolean;
}

export type ComparisonOperator =
    '=' | '!=' | '<' | '<=' | '>' | '>=' | 'LIKE' | 'IN' | 'NOT IN' | 'INCLUDES' | 'EXCLUDES';

export type Condition =
    | { kind: 'and' | 'or'; conditions: Condition[] }
    | { kind: 'not'; condition: Condition }
    | { kind: 'compare'; left: Operand; operator: ComparisonOperator; value: Value };

export type Value =
    | { kind: 'null' }
    | { kind: 'boolean'; value: boolean }
    | { kind: 'number'; text: string }
    | { kind: 'string'; value: string; pattern: string }
    | { kind: 'date'; text: string }
    | { kind: 'datetime'; text: string }
    | { kind: 'time'; text: string }
    | { kind: 'dateLiteral'; name: string; count: number }
    | { kind: 'list'; values: Value[] }
    | { kind: 'subquery'; query: Query }
    | { kind: 'bind'; name: string };

/** Functions whose result is one value for a group of rows. */
export const AGGREGATES = new Set(['COUNT', 'COUNT_DISTINCT', 'SUM', 'AVG', 'MIN', 'MAX']);

export function isAggregate(operand: Operand): boolean {
    if (operand.kind !== 'function') return false;
    const formatsOne = operand.name === 'FORMAT' && operand.argument !== null && isAggregate(operand.argument);
    return AGGREGATES.has(operand.name) || formatsOne;
}
