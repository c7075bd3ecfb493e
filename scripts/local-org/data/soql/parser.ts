import { ApexErrorListener, ApexLexer, ApexParser, ApexParserFactory } from '@apexdevtools/apex-parser';
import type { QueryContext } from '@apexdevtools/apex-parser';
import { ApexException } from '../../platform/values/index.ts';
import { buildQuery } from './ast-builder.ts';
import type { Query } from './ast.ts';
import { markEscapedWildcards } from './wildcards.ts';

interface TokenLike {
    text?: string;
    type: number;
}

/** Throws on the first error, worded as the platform does. */
class SoqlErrorListener extends ApexErrorListener {
    override syntaxError(_recognizer: unknown, symbol: unknown): void {
        throw unexpected(symbol as TokenLike | null);
    }

    override apexSyntaxError(_line: number, _column: number, message: string): void {
        throw new ApexException('QueryException', message);
    }
}

function unexpected(token: TokenLike | null): ApexException {
    const text = token?.text && token.type !== ApexParser.EOF ? `'${token.text}'` : '<EOF>';
    return new ApexException('QueryException', `unexpected token: ${text}`);
}

/** Makes a parser that stops at the first error with a QueryException. */
export function soqlParser(text: string): { lexer: ApexLexer; parser: ApexParser } {
    return ApexParserFactory.createLexerAndParser(text, new SoqlErrorListener());
}

/** Throws when something is left after what was parsed. */
export function expectEnd(parser: ApexParser): void {
    const token = parser.getTokenStream().LT(1) as TokenLike;
    if (token.type !== ApexParser.EOF) throw unexpected(token);
}

const cache = new Map<string, Query>();
const CACHE_SIZE = 2000;

/**
 * Parses a query; the result is kept by its text.
 * @throws ApexException QueryException `unexpected token: 'X'`
 */
export function parseSoql(text: string): Query {
    const known = cache.get(text);
    if (known) return known;
    const { parser } = soqlParser(markEscapedWildcards(text));
    const tree: QueryContext = parser.query();
    expectEnd(parser);
    const query = buildQuery(tree, text);
    if (cache.size >= CACHE_SIZE) cache.clear();
    cache.set(text, query);
    return query;
}
