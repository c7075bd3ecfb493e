/**
 * Collects emitted JavaScript such that every statement stands on the line of its Apex source. Code for a line that
 * has passed already goes on the current line.
 */
export class Writer {
    private readonly parts: string[] = [];
    private line = 1;

    /** Moves to a source line. */
    at(line: number): this {
        if (line > this.line) {
            this.parts.push('\n'.repeat(line - this.line));
            this.line = line;
        }
        return this;
    }

    /** Adds code, which must not contain line breaks. */
    write(code: string): this {
        this.parts.push(code);
        return this;
    }

    /** Keeps a place for code that is known only after what follows it. */
    reserve(): (code: string) => void {
        const index = this.parts.push('') - 1;
        return (code) => {
            this.parts[index] = code;
        };
    }

    toString(): string {
        return this.parts.join('');
    }
}
