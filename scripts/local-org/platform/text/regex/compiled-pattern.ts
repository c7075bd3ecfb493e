import { ApexException } from '../../values/exception.ts';
import { PlatformObject } from '../../values/object.ts';
import { patternError } from './literal.ts';
import { translatePattern } from './translator.ts';
import type { TranslatedPattern } from './translator.ts';

/** The platform stops a match that reads characters more often than this. */
const MOST_CHARACTER_READS = 1_000_000;

/** A match with the positions of its groups, by Java group number. */
export interface PatternMatch {
    start: number;
    end: number;
    text: string;
    groups: (string | null)[];
    spans: ([number, number] | null)[];
    named: Record<string, string | undefined>;
}

/** A compiled Pattern. */
export class CompiledPattern extends PlatformObject {
    readonly apexTypeName = 'Pattern';
    readonly regex: string;
    private readonly translation: TranslatedPattern;
    private readonly searching: RegExp;
    private readonly anchored: RegExp;
    private readonly whole: RegExp;

    constructor(regex: string) {
        super();
        this.regex = regex;
        this.translation = translatePattern(regex);
        const { source, flags } = this.translation;
        this.searching = this.compile(source, `${flags}dg`);
        this.anchored = this.compile(source, `${flags}dy`);
        this.whole = this.compile(`(?:${source})(?![\\s\\S])`, `${flags}dy`);
    }

    private compile(source: string, flags: string): RegExp {
        try {
            return new RegExp(source, flags);
        } catch (error) {
            throw patternError((error as Error).message, this.regex);
        }
    }

    get groupCount(): number {
        return this.translation.groups.length - 1;
    }

    /** The next match from `start` on, null when there is none. */
    find(text: string, start: number): PatternMatch | null {
        return this.run(this.searching, text, start);
    }

    /** A match that begins exactly at `start`. */
    lookingAt(text: string, start: number): PatternMatch | null {
        return this.run(this.anchored, text, start);
    }

    /** A match of everything from `start` to the end. */
    matches(text: string, start: number): PatternMatch | null {
        return this.run(this.whole, text, start);
    }

    /**
     * The platform counts how often a match reads a character. That count is estimated here from the length of the
     * input and the pattern's unbounded repetitions. Throws the uncatchable LimitException.
     */
    private checkCost(length: number): void {
        if (length * (1 + this.translation.repetitions) > MOST_CHARACTER_READS) {
            throw new ApexException('LimitException', 'Regex too complicated');
        }
    }

    private run(expression: RegExp, text: string, start: number): PatternMatch | null {
        this.checkCost(text.length - start);
        expression.lastIndex = start;
        const found = expression.exec(text);
        return found ? this.toMatch(found) : null;
    }

    private toMatch(found: RegExpExecArray): PatternMatch {
        const { groups } = this.translation;
        const start = found.index;
        return {
            start,
            end: start + found[0].length,
            text: found[0],
            groups: groups.map((group) => found[group] ?? null),
            spans: groups.map((group) => found.indices?.[group] ?? null),
            named: found.groups ?? {}
        };
    }

    override toString(): string {
        return this.regex;
    }
}

const compiled = new Map<string, CompiledPattern>();

/** Compiles, remembering the patterns compiled before. */
export function compilePattern(regex: string): CompiledPattern {
    const known = compiled.get(regex);
    if (known) return known;
    const pattern = new CompiledPattern(regex);
    compiled.set(regex, pattern);
    return pattern;
}
