/** Writes JSON piece by piece, compact or in the platform's pretty form (`"a" : 1`, `[ 1, 2 ]`). */
export class JsonWriter {
    private readonly pretty: boolean;
    private text = '';
    private readonly open: { kind: 'object' | 'array'; count: number }[] = [];
    private afterName = false;

    constructor(pretty: boolean) {
        this.pretty = pretty;
    }

    toString(): string {
        return this.text;
    }

    get depth(): number {
        return this.open.length;
    }

    get inObject(): boolean {
        return this.open[this.open.length - 1]?.kind === 'object';
    }

    get expectsName(): boolean {
        return this.inObject && !this.afterName;
    }

    startObject(): void {
        this.beforeValue();
        this.text += '{';
        this.open.push({ kind: 'object', count: 0 });
    }

    endObject(): void {
        const { count } = this.open.pop()!;
        if (this.pretty) this.text += count === 0 ? ' ' : this.newLine();
        this.text += '}';
    }

    startArray(): void {
        this.beforeValue();
        this.text += '[';
        this.open.push({ kind: 'array', count: 0 });
    }

    endArray(): void {
        this.open.pop();
        this.text += this.pretty ? ' ]' : ']';
    }

    name(name: string): void {
        const container = this.open[this.open.length - 1];
        if (container.count++ > 0) this.text += ',';
        if (this.pretty) this.text += this.newLine();
        this.text += JSON.stringify(name) + (this.pretty ? ' : ' : ':');
        this.afterName = true;
    }

    /** A value that is already JSON: a quoted text, a number, true, false, null. */
    raw(json: string): void {
        this.beforeValue();
        this.text += json;
    }

    string(text: string): void {
        this.raw(JSON.stringify(text));
    }

    private newLine(): string {
        const depth = this.open.filter((container) => container.kind === 'object').length;
        return `\n${'  '.repeat(depth)}`;
    }

    private beforeValue(): void {
        const container = this.open[this.open.length - 1];
        if (this.afterName || !container) {
            this.afterName = false;
            return;
        }
        if (container.count++ > 0) this.text += ',';
        if (this.pretty) this.text += ' ';
    }
}
