import { propertyClass, shorthandClass } from './character-classes.ts';
import { escapeLiteral, patternError, readEscape } from './literal.ts';

/** Translates one bracketed class: Java's unions, ranges and `&&`, to JS with the flag v. */
export class ClassTranslator {
    private readonly pattern: string;
    position: number;

    /** `position` is that of the opening bracket. */
    constructor(pattern: string, position: number) {
        this.pattern = pattern;
        this.position = position;
    }

    /** The JS class; `position` then stands after the closing bracket. */
    translate(): string {
        this.position++;
        const negated = this.take('^');
        const operands = [this.readUnion(true)];
        while (this.take('&&')) operands.push(this.readUnion(false));
        if (!this.take(']'))
            throw patternError(`Unclosed character class near index ${this.pattern.length - 1}`, this.pattern);
        const body = operands.length === 1 ? operands[0] : operands.map((operand) => `[${operand}]`).join('&&');
        return `[${negated ? '^' : ''}${body}]`;
    }

    private take(text: string): boolean {
        if (!this.pattern.startsWith(text, this.position)) return false;
        this.position += text.length;
        return true;
    }

    private readUnion(closingIsLiteral: boolean): string {
        let members = '';
        let first = closingIsLiteral;
        while (this.position < this.pattern.length) {
            const character = this.pattern[this.position];
            if ((character === ']' && !first) || this.pattern.startsWith('&&', this.position)) break;
            members += this.readMember();
            first = false;
        }
        return members;
    }

    private readMember(): string {
        if (this.pattern[this.position] === '[') return this.readNested();
        const start = this.readCharacter();
        if (start.length > 1 && start.startsWith('[')) return start;
        if (this.pattern[this.position] !== '-' || '[]'.includes(this.pattern[this.position + 1] ?? ']')) return start;
        this.position++;
        return `${start}-${this.readCharacter()}`;
    }

    private readNested(): string {
        const nested = new ClassTranslator(this.pattern, this.position);
        const text = nested.translate();
        this.position = nested.position;
        return text;
    }

    private readCharacter(): string {
        if (this.pattern[this.position] === '\\') return this.readEscaped();
        const character = String.fromCodePoint(this.pattern.codePointAt(this.position)!);
        this.position += character.length;
        return escapeLiteral(character);
    }

    private readEscaped(): string {
        const letter = this.pattern[this.position + 1];
        const shorthand = shorthandClass(letter);
        if (shorthand) {
            this.position += 2;
            return shorthand;
        }
        if (letter === 'p' || letter === 'P') return this.readProperty(letter === 'P');
        if (letter === 'Q') return this.readQuoted();
        const escaped = readEscape(this.pattern, this.position + 1);
        this.position += 1 + escaped.length;
        return escapeLiteral(escaped.character);
    }

    private readProperty(negated: boolean): string {
        const match = /^\\[pP](?:\{(\w+)\}|(\w))/.exec(this.pattern.slice(this.position));
        if (!match) throw patternError(`Unknown character property near index ${this.position}`, this.pattern);
        this.position += match[0].length;
        return propertyClass(match[1] ?? match[2], negated);
    }

    private readQuoted(): string {
        const end = this.pattern.indexOf('\\E', this.position);
        const text = this.pattern.slice(this.position + 2, end < 0 ? undefined : end);
        this.position = end < 0 ? this.pattern.length : end + 2;
        return Array.from(text, escapeLiteral).join('');
    }
}
