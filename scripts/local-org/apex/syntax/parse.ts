import { ApexErrorListener, ApexParserFactory, type ApexParser } from '@apexdevtools/apex-parser';
import type { AnonymousBlock, CompilationUnit, TriggerDeclaration } from './ast.ts';
import { buildAnonymous, buildTrigger } from './build-blocks.ts';
import { buildType } from './build-declarations.ts';
import { withPlainStrings } from './multiline-strings.ts';
import type { CompileError } from './compile-error.ts';
import { SyntaxRefusal } from './refusals.ts';

/** A source file after parsing; `unit` is null when it has syntax errors. */
export interface ParsedSource {
    file: string;
    unit: CompilationUnit | null;
    errors: CompileError[];
}

class ErrorCollector extends ApexErrorListener {
    readonly errors: CompileError[] = [];
    private readonly file: string;
    /** What comes after a symbol that is none says nothing. */
    private lost = false;

    constructor(file: string) {
        super();
        this.file = file;
    }

    refuse({ line, column, message }: SyntaxRefusal): void {
        this.errors.push({ file: this.file, line, column, message });
    }

    apexSyntaxError(line: number, column: number, message: string): void {
        if (this.lost) return;
        this.lost = message.startsWith('token recognition error');
        this.errors.push({ file: this.file, line, column: column + 1, message: inPlatformWords(message) });
    }
}

/** Parses a class file. */
export function parseClass(file: string, source: string): ParsedSource {
    return parseWith(file, source, (parser) => buildType(parser.compilationUnit().typeDeclaration()));
}

/** Parses a trigger file. */
export function parseTrigger(file: string, source: string): ParsedSource & { unit: TriggerDeclaration | null } {
    return parseWith(file, source, (parser) => buildTrigger(parser.triggerUnit()));
}

/** Parses a block of anonymous Apex. */
export function parseAnonymous(file: string, source: string): ParsedSource & { unit: AnonymousBlock | null } {
    return parseWith(file, source, (parser) => buildAnonymous(parser.anonymousUnit()));
}

/** How far the parser looks at what surrounds a rule: the short way is much faster and nearly always right. */
const PREDICTION = { short: 0, full: 1 };

/** What fails the short way may be right all the same, so it is parsed once more in full. */
function parseWith<T extends CompilationUnit>(file: string, source: string, build: (parser: ApexParser) => T) {
    const quick = parseOnce(file, source, build, PREDICTION.short);
    return quick.errors.length ? parseOnce(file, source, build, PREDICTION.full) : quick;
}

function parseOnce<T extends CompilationUnit>(
    file: string,
    source: string,
    build: (parser: ApexParser) => T,
    prediction: number
) {
    const collector = new ErrorCollector(file);
    const { parser } = ApexParserFactory.createLexerAndParser(withPlainStrings(source), collector);
    (parser as unknown as { _interp: { predictionMode: number } })._interp.predictionMode = prediction;
    const context = tryBuild(parser, build, collector);
    return { file, unit: collector.errors.length ? null : context, errors: collector.errors };
}

/** The tree of a file with syntax errors may lack parts, so building it may fail; the syntax errors say why. */
function tryBuild<T>(parser: ApexParser, build: (parser: ApexParser) => T, collector: ErrorCollector): T | null {
    try {
        return build(parser);
    } catch (error) {
        if (collector.errors.length) return null;
        if (!(error instanceof SyntaxRefusal)) throw error;
        collector.refuse(error);
        return null;
    }
}

function inPlatformWords(message: string): string {
    const missing = /^missing (.+) at (.+)$/s.exec(message);
    if (missing) return `Missing ${missing[1]} at ${missing[2]}`;
    const mismatched = /^(?:mismatched|extraneous) input (.+) expecting (.+)$/s.exec(message);
    if (mismatched) return `Unexpected token ${mismatched[1]}${expectation(mismatched[2])}`;
    const noViable = /^no viable alternative at input (.+)$/s.exec(message);
    if (noViable) return `Unexpected token ${noViable[1]}`;
    const symbol = /^token recognition error at: '(.+)'$/s.exec(message)?.[1];
    if (symbol?.startsWith("'")) return 'Illegal string literal: Line breaks not allowed in string literals';
    return symbol ? `Unrecognized symbol '${symbol}', which is not a valid Apex identifier.` : message;
}

/** A short list of what may stand there; where any name may stand the list of soft keywords says nothing. */
function expectation(list: string): string {
    if (list.includes('StringLiteral')) return ', expecting an expression';
    if (list.includes('Identifier')) return ', expecting an identifier';
    return list.split(',').length > 8 ? '' : `, expecting ${list.replace(/[{}]/g, '')}`;
}
