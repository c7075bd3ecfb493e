import type * as Grammar from '@apexdevtools/apex-parser';
import { NotImplementedError } from '../../platform/not-implemented.ts';
import { buildOrder } from '../soql/ast-builder.ts';
import type { Condition, OrderItem, Value } from '../soql/ast.ts';
import { buildHaving } from '../soql/condition-builder.ts';
import { queryError } from '../soql/errors.ts';
import { expectEnd, soqlParser } from '../soql/parser.ts';
import { buildLimit } from '../soql/value-builder.ts';

/** A SOSL search as data. */
export interface Search {
    /** What is looked for: text of FIND, or the name of a bind. */
    term: { kind: 'text'; text: string } | { kind: 'bind'; name: string };
    group: 'ALL' | 'NAME' | 'EMAIL' | 'PHONE' | 'SIDEBAR';
    returning: SearchObject[];
    limit: Value | null;
    mode: 'user' | 'system' | null;
}

export interface SearchObject {
    object: string;
    fields: string[][];
    where: Condition | null;
    orderBy: OrderItem[];
    limit: Value | null;
}

const FIND = /^\s*\[?\s*FIND\s+(?:\{(?<braced>(?:[^}\\]|\\.)*)\}|'(?<quoted>(?:[^'\\]|\\.)*)'|:\s*(?<bind>[\w.]+))/i;

/** @throws ApexException QueryException, or SearchException when there is nothing to find */
export function parseSosl(text: string): Search {
    const match = FIND.exec(text);
    if (!match) throw queryError(`unexpected token: '${text.trim().split(/\s+/)[0] ?? ''}'`);
    const { parser } = soqlParser(text.slice(match[0].length).replace(/\]\s*$/, ''));
    const clauses = parser.soslClauses();
    expectEnd(parser);
    const bind = match.groups?.bind;
    return {
        term: bind
            ? { kind: 'bind', name: bind }
            : { kind: 'text', text: unescape(match.groups?.braced ?? match.groups?.quoted ?? '') },
        group: (clauses.searchGroup()?.getChild(0).getText().toUpperCase() ?? 'ALL') as Search['group'],
        returning: clauses.fieldSpecList() ? objectList(clauses.fieldSpecList()) : [],
        limit: buildLimit(clauses.limitClause()),
        mode: modeOf(clauses.soslWithClause_list())
    };
}

function unescape(text: string): string {
    return text.replace(/\\(.)/g, '$1');
}

function modeOf(clauses: Grammar.SoslWithClauseContext[]): Search['mode'] {
    let mode: Search['mode'] = null;
    for (const clause of clauses) {
        if (clause.USER_MODE()) mode = 'user';
        else if (clause.SYSTEM_MODE()) mode = 'system';
        else throw new NotImplementedError(`SOSL ${clause.getText()}`);
    }
    return mode;
}

function objectList(tree: Grammar.FieldSpecListContext): SearchObject[] {
    return [searchObject(tree.fieldSpec()), ...tree.fieldSpecList_list().flatMap(objectList)];
}

function searchObject(tree: Grammar.FieldSpecContext): SearchObject {
    return {
        object: tree.soslId(0).getText(),
        fields: tree.fieldList() ? fieldList(tree.fieldList()) : [['Id']],
        where: buildHaving(tree.logicalExpression()),
        orderBy: tree.fieldOrderList()?.fieldOrder_list().map(buildOrder) ?? [],
        limit: buildLimit(tree.limitClause())
    };
}

function fieldList(tree: Grammar.FieldListContext): string[][] {
    if (tree.soqlFunction()) throw new NotImplementedError(`SOSL ${tree.soqlFunction().getText()}`);
    const own = tree.soslId_list().map((id) => id.getText().split('.'));
    return [...own, ...tree.fieldList_list().flatMap(fieldList)];
}
