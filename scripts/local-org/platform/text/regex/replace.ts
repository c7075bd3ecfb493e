import { ApexException } from '../../values/exception.ts';
import type { CompiledPattern, PatternMatch } from './compiled-pattern.ts';

/** The matches one after the other; an empty match moves on by one character. */
export function* eachMatch(pattern: CompiledPattern, text: string): Generator<PatternMatch> {
    let position = 0;
    while (position <= text.length) {
        const match = pattern.find(text, position);
        if (!match) return;
        yield match;
        position = match.end > match.start ? match.end : match.end + 1;
    }
}

/** Java's replaceAll, or replaceFirst with `most` 1: `$1`, `${name}` and backslashes mean something in the replacement. */
export function replaceMatches(pattern: CompiledPattern, text: string, replacement: string, most = Infinity): string {
    let result = '';
    let copiedTo = 0;
    let count = 0;
    for (const match of eachMatch(pattern, text)) {
        if (count++ >= most) break;
        result += text.slice(copiedTo, match.start) + expand(replacement, match);
        copiedTo = match.end;
    }
    return result + text.slice(copiedTo);
}

function expand(replacement: string, match: PatternMatch): string {
    let result = '';
    let position = 0;
    while (position < replacement.length) {
        const part = readPart(replacement, position, match);
        result += part.text;
        position += part.length;
    }
    return result;
}

function readPart(replacement: string, position: number, match: PatternMatch): { text: string; length: number } {
    const character = replacement[position];
    if (character === '\\') {
        if (position + 1 >= replacement.length) throw invalid('character to be escaped is missing');
        return { text: replacement[position + 1], length: 2 };
    }
    return character === '$' ? readReference(replacement, position, match) : { text: character, length: 1 };
}

function readReference(replacement: string, position: number, match: PatternMatch): { text: string; length: number } {
    const named = /^\$\{(\w+)\}/.exec(replacement.slice(position));
    if (named) return { text: match.named[named[1]] ?? '', length: named[0].length };
    const digits = /^\$(\d+)/.exec(replacement.slice(position))?.[1];
    if (!digits) throw invalid('Illegal group reference');
    const used = longestGroup(digits, match.groups.length);
    return { text: match.groups[Number(used)] ?? '', length: used.length + 1 };
}

/** `$12` is group 12 where there is one, else group 1 and the digit 2. */
function longestGroup(digits: string, groupCount: number): string {
    for (let length = digits.length; length > 0; length--) {
        if (Number(digits.slice(0, length)) < groupCount) return digits.slice(0, length);
    }
    throw invalid(`No group ${digits[0]}`);
}

function invalid(message: string): ApexException {
    return new ApexException('StringException', message);
}

/** Java's String.split: trailing empty strings go with limit 0, a zero-width match at the start gives nothing. */
export function splitByPattern(pattern: CompiledPattern, text: string, limit: number): string[] {
    const parts: string[] = [];
    let copiedTo = 0;
    for (const match of eachMatch(pattern, text)) {
        if (limit > 0 && parts.length === limit - 1) break;
        if (match.end === 0 || (match.end === match.start && match.start >= text.length)) continue;
        parts.push(text.slice(copiedTo, match.start));
        copiedTo = match.end;
    }
    if (copiedTo === 0 && parts.length === 0) return [text];
    parts.push(text.slice(copiedTo));
    if (limit === 0) while (parts.length > 0 && parts[parts.length - 1] === '') parts.pop();
    return parts;
}
