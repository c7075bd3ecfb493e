import { NotImplementedError } from '../../not-implemented.ts';
import { LINE_END, propertyClass, shorthandClass } from './character-classes.ts';
import { ClassTranslator } from './class-translator.ts';
import { escapeLiteral, patternError, readEscape } from './literal.ts';

/** A Java pattern as JavaScript runs it. */
export interface TranslatedPattern {
    source: string;
    /** Without d, g and y, which each use adds. */
    flags: string;
    /** Java group number → JS group number (atomic groups add groups of their own). Index 0 is the whole match. */
    groups: number[];
    /** Unbounded repetitions: how the cost of a match is estimated. */
    repetitions: number;
}

const END = '(?![\\s\\S])';
const FINAL_LINE_END = `(?=(?:\\r\\n|[${LINE_END}])?${END})`;
const ANCHORS: Record<string, string> = { A: '(?<![\\s\\S])', z: END, Z: FINAL_LINE_END, b: '\\b', B: '\\B' };

/** Translates Java regular expression syntax to JavaScript's with the flag v. */
class Translator {
    private readonly pattern: string;
    private position = 0;
    private javascriptGroups = 0;
    private repetitions = 0;
    private readonly groups = [0];
    private readonly flags = new Set<string>();

    constructor(pattern: string) {
        this.pattern = pattern;
    }

    translate(): TranslatedPattern {
        this.readLeadingFlags();
        const source = this.readAlternatives();
        if (this.position < this.pattern.length) throw this.error("Unmatched closing ')'");
        const flags = `v${this.flags.has('i') ? 'i' : ''}${this.flags.has('m') ? 'm' : ''}`;
        return { source, flags, groups: this.groups, repetitions: this.repetitions };
    }

    private error(message: string): Error {
        return patternError(`${message} near index ${this.position}`, this.pattern);
    }

    private readLeadingFlags(): void {
        const match = /^\(\?([a-zA-Z]+)\)/.exec(this.pattern);
        if (!match) return;
        for (const flag of match[1]) this.addFlag(flag);
        this.position = match[0].length;
        this.readLeadingFlagsAgain();
    }

    private readLeadingFlagsAgain(): void {
        const match = /^\(\?([a-zA-Z]+)\)/.exec(this.pattern.slice(this.position));
        if (match) throw new NotImplementedError('Pattern with several groups of inline flags');
    }

    private addFlag(flag: string): void {
        if (!'imsu'.includes(flag)) throw new NotImplementedError(`Pattern with the inline flag ${flag}`);
        this.flags.add(flag);
    }

    private readAlternatives(): string {
        let source = '';
        while (this.position < this.pattern.length && this.pattern[this.position] !== ')') {
            source += this.pattern[this.position] === '|' ? this.readBar() : this.readQuantified();
        }
        return source;
    }

    private readBar(): string {
        this.position++;
        return '|';
    }

    private readQuantified(): string {
        const groupsBefore = this.javascriptGroups;
        const javaGroupsBefore = this.groups.length;
        const atom = this.readAtom();
        const quantifier = /^(?:[*+?]|\{\d+(?:,\d*)?\})/.exec(this.pattern.slice(this.position))?.[0];
        if (!quantifier) return atom;
        this.position += quantifier.length;
        if (/[*+]|,\}/.test(quantifier)) this.repetitions++;
        const mode = this.pattern[this.position];
        if (mode === '?') return `${atom}${quantifier}${this.skip('?')}`;
        if (mode !== '+') return `${atom}${quantifier}`;
        this.position++;
        return this.atomic(`${atom}${quantifier}`, groupsBefore, javaGroupsBefore);
    }

    private skip(text: string): string {
        this.position += text.length;
        return text;
    }

    /** `(?>x)` and `x*+`: a lookahead that captures, and a reference to it, cannot be backtracked into. */
    private atomic(source: string, groupsBefore: number, javaGroupsBefore: number): string {
        this.javascriptGroups++;
        for (let index = javaGroupsBefore; index < this.groups.length; index++) this.groups[index]++;
        if (/\\k<|\\[1-9]/.test(source))
            throw new NotImplementedError('Pattern with a back reference in an atomic group');
        return `(?:(?=(${source}))\\${groupsBefore + 1})`;
    }

    private readAtom(): string {
        const character = this.pattern[this.position];
        if (character === '(') return this.readGroup();
        if (character === '[') return this.readClass();
        if (character === '\\') return this.readEscaped();
        if ('*+?'.includes(character)) throw this.error(`Dangling meta character '${character}'`);
        if (character === '{') throw this.error('Illegal repetition');
        return this.readPlain();
    }

    private readPlain(): string {
        const character = String.fromCodePoint(this.pattern.codePointAt(this.position)!);
        this.position += character.length;
        if (character === '.') return this.flags.has('s') ? '[\\s\\S]' : `[^${LINE_END}]`;
        if (character === '^') return '^';
        if (character === '$') return this.flags.has('m') ? '$' : FINAL_LINE_END;
        return escapeLiteral(character);
    }

    private readClass(): string {
        const translator = new ClassTranslator(this.pattern, this.position);
        const source = translator.translate();
        this.position = translator.position;
        return source;
    }

    private readGroup(): string {
        const opening = /^\((?:\?(?::|=|!|<=|<!|>|<[a-zA-Z][a-zA-Z0-9]*>|[a-zA-Z-]*[:)]))?/.exec(
            this.pattern.slice(this.position)
        )![0];
        const before: [number, number] = [this.javascriptGroups, this.groups.length];
        this.position += opening.length;
        this.checkOpening(opening);
        if (opening === '(' || /^\(\?<[a-zA-Z]/.test(opening)) this.groups.push(++this.javascriptGroups);
        const body = this.readAlternatives();
        if (this.pattern[this.position] !== ')') throw this.error('Unclosed group');
        this.position++;
        return opening === '(?>' ? this.atomic(body, ...before) : `${opening}${body})`;
    }

    private checkOpening(opening: string): void {
        if (/^\(\?[a-zA-Z-]+[:)]$/.test(opening))
            throw new NotImplementedError(`Pattern with inline flags inside: ${opening}`);
        if (opening === '(' && this.pattern[this.position] === '?') throw this.error('Unknown inline modifier');
    }

    private readEscaped(): string {
        const letter = this.pattern[this.position + 1];
        if (letter === undefined) throw this.error('Unexpected internal error');
        if (letter === 'Q') return this.readQuoted();
        if (letter === 'k' || /[1-9]/.test(letter)) return this.readBackReference();
        if (letter === 'p' || letter === 'P') return this.readProperty(letter === 'P');
        if (letter === 'R') return this.fixed('(?:\\r\\n|[\\n\\x0B\\f\\r\\x85\\u2028\\u2029])');
        if (letter === 'G' || letter === 'X') throw new NotImplementedError(`Pattern with \\${letter}`);
        const known = ANCHORS[letter] ?? shorthandClass(letter);
        if (known) return this.fixed(known);
        const escaped = readEscape(this.pattern, this.position + 1);
        this.position += 1 + escaped.length;
        return escapeLiteral(escaped.character);
    }

    private fixed(source: string): string {
        this.position += 2;
        return source;
    }

    private readQuoted(): string {
        const end = this.pattern.indexOf('\\E', this.position);
        const text = this.pattern.slice(this.position + 2, end < 0 ? undefined : end);
        this.position = end < 0 ? this.pattern.length : end + 2;
        return Array.from(text, escapeLiteral).join('');
    }

    private readBackReference(): string {
        const match = /^\\(?:k<(\w+)>|([1-9]))/.exec(this.pattern.slice(this.position));
        if (!match) throw this.error("\\k is not followed by '<' for named capturing group");
        this.position += match[0].length;
        if (match[1]) return `\\k<${match[1]}>`;
        const group = this.groups[Number(match[2])];
        if (group === undefined) return END + '(?=x)';
        return `(?:\\${group})`;
    }

    private readProperty(negated: boolean): string {
        const match = /^\\[pP](?:\{(\w+)\}|(\w))/.exec(this.pattern.slice(this.position));
        if (!match) throw this.error('Unknown character property name');
        this.position += match[0].length;
        return propertyClass(match[1] ?? match[2], negated);
    }
}

const translated = new Map<string, TranslatedPattern>();

/** Translates, remembering what was translated. Throws StringException on what Java would not compile. */
export function translatePattern(pattern: string): TranslatedPattern {
    const known = translated.get(pattern);
    if (known) return known;
    const result = new Translator(pattern).translate();
    translated.set(pattern, result);
    return result;
}
