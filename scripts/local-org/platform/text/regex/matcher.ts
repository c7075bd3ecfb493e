import { ApexException } from '../../values/exception.ts';
import { NotImplementedError } from '../../not-implemented.ts';
import { PlatformObject } from '../../values/object.ts';
import type { CompiledPattern, PatternMatch } from './compiled-pattern.ts';
import { replaceMatches } from './replace.ts';

/** A Matcher: a pattern, its input and where the last match was. */
export class PatternMatcher extends PlatformObject {
    readonly apexTypeName = 'Matcher';
    pattern: CompiledPattern;
    private input: string;
    private regionStart = 0;
    private regionEnd: number;
    private next = 0;
    private last: PatternMatch | null = null;

    constructor(pattern: CompiledPattern, input: string) {
        super();
        this.pattern = pattern;
        this.input = input;
        this.regionEnd = input.length;
    }

    /** Does `^` match where the region begins, and `$` where it ends? */
    anchoring = true;
    /** May lookaround see what is beyond the region? */
    transparent = false;

    /** What the pattern is shown, and where in the input that begins. */
    private get view(): { text: string; offset: number } {
        const { input, regionStart, regionEnd, anchoring, transparent } = this;
        const isWhole = regionStart === 0 && regionEnd === input.length;
        if (isWhole || (!anchoring && transparent)) return { text: input, offset: 0 };
        if (anchoring && !transparent) return { text: input.slice(regionStart, regionEnd), offset: regionStart };
        throw new NotImplementedError('Matcher with anchoring and transparent bounds that are both on or both off');
    }

    /** Searches what the region shows. Positions are those of the input. */
    private search(how: 'find' | 'matches' | 'lookingAt', from: number): PatternMatch | null {
        const { text, offset } = this.view;
        const found = this.pattern[how](text, Math.max(0, from - offset));
        return found && offset > 0 ? moved(found, offset) : found;
    }

    find(): boolean {
        this.last = this.next > this.regionEnd ? null : this.search('find', this.next);
        if (this.last) this.next = this.last.end > this.last.start ? this.last.end : this.last.end + 1;
        return this.last !== null;
    }

    findFrom(start: number): boolean {
        if (start < 0 || start > this.input.length) throw new ApexException('StringException', 'Illegal start index');
        this.reset();
        this.next = start;
        return this.find();
    }

    matches(): boolean {
        return this.keep(this.search('matches', this.regionStart));
    }

    lookingAt(): boolean {
        return this.keep(this.search('lookingAt', this.regionStart));
    }

    private keep(match: PatternMatch | null): boolean {
        this.last = match;
        if (match) this.next = match.end;
        return match !== null;
    }

    reset(input = this.input): this {
        this.input = input;
        this.regionStart = 0;
        this.regionEnd = input.length;
        this.next = 0;
        this.last = null;
        return this;
    }

    region(start: number, end: number): this {
        if (start < 0 || end > this.input.length || start > end) throw new ApexException('StringException', 'start');
        this.reset();
        this.regionStart = start;
        this.regionEnd = end;
        this.next = start;
        return this;
    }

    get bounds(): [number, number] {
        return [this.regionStart, this.regionEnd];
    }

    private get match(): PatternMatch {
        if (!this.last) throw new ApexException('StringException', 'No match found');
        return this.last;
    }

    group(index: number): string | null {
        const { groups } = this.match;
        if (index < 0 || index >= groups.length) throw new ApexException('StringException', `No group ${index}`);
        return groups[index];
    }

    namedGroup(name: string): string | null {
        if (!(name in this.match.named)) throw new ApexException('StringException', `No group with name <${name}>`);
        return this.match.named[name] ?? null;
    }

    /** Start of a group, -1 when it took no part in the match. */
    start(index: number): number {
        this.group(index);
        return this.match.spans[index]?.[0] ?? -1;
    }

    end(index: number): number {
        this.group(index);
        return this.match.spans[index]?.[1] ?? -1;
    }

    replace(replacement: string, most: number): string {
        return replaceMatches(this.pattern, this.input, replacement, most);
    }

    usePattern(pattern: CompiledPattern): this {
        this.pattern = pattern;
        this.last = null;
        return this;
    }
}

function moved(match: PatternMatch, by: number): PatternMatch {
    const spans = match.spans.map((span): [number, number] | null => span && [span[0] + by, span[1] + by]);
    return { ...match, start: match.start + by, end: match.end + by, spans };
}
