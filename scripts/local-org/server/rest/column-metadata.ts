/** What `columns=true` says of a column of a query. */
export interface ColumnMetadata {
    aggregate: boolean;
    columnName: string;
    custom: boolean;
    displayName: string;
    joinColumns: ColumnMetadata[];
}

/** Columns of a query's SELECT list, in order: parents and subqueries hold their own columns. */
export function columnMetadata(soql: string): ColumnMetadata[] {
    const list = selectList(soql);
    return list === null ? [] : splitColumns(list).map(columnOf);
}

/** The text between SELECT and the FROM that belongs to it; null when there is none. */
function selectList(soql: string): string | null {
    const start = /^\s*select\s/i.exec(soql);
    if (!start) {
        return null;
    }
    let depth = 0;
    for (const token of soql.slice(start[0].length).matchAll(/[()]|\bfrom\b/gi)) {
        depth += token[0] === '(' ? 1 : token[0] === ')' ? -1 : 0;
        if (depth === 0 && token[0].toLowerCase() === 'from') {
            return soql.slice(start[0].length, start[0].length + token.index);
        }
    }
    return null;
}

function splitColumns(list: string): string[] {
    const columns = [''];
    let depth = 0;
    for (const character of list) {
        depth += character === '(' ? 1 : character === ')' ? -1 : 0;
        if (character === ',' && depth === 0) {
            columns.push('');
        } else {
            columns[columns.length - 1] += character;
        }
    }
    return columns.map((column) => column.trim());
}

function columnOf(text: string, index: number): ColumnMetadata {
    const subquery = /^\(([\s\S]*)\)$/.exec(text);
    if (subquery) {
        const name = /\bfrom\s+(\w+)/i.exec(subquery[1])?.[1] ?? '';
        return column(name, true, columnMetadata(subquery[1]));
    }
    const call = /^(\w+)\s*\(.*\)\s*(\w+)?$/s.exec(text);
    return call ? { ...column(call[2] ?? `expr${index}`, true), displayName: call[2] ?? call[1] } : fieldColumn(text);
}

/** `Account.Owner.Name` is a column Account that joins Owner, that joins Name. */
function fieldColumn(text: string): ColumnMetadata {
    const [first, ...rest] = text.split(/\s+/)[0].split('.');
    return column(first, false, rest.length > 0 ? [fieldColumn(rest.join('.'))] : []);
}

function column(name: string, aggregate: boolean, joinColumns: ColumnMetadata[] = []): ColumnMetadata {
    return { aggregate, columnName: name, custom: /__[cr]$/i.test(name), displayName: name, joinColumns };
}
