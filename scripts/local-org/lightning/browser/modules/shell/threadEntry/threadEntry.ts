import { LightningElement, api } from 'lwc';
import type { ThreadEntry as Entry } from 'lib/thread';

const LONG_TEXT = 420;

/** One comment or e-mail; a long one opens on request. */
export default class ThreadEntry extends LightningElement {
    @api entry!: Entry;

    private isOpen = false;

    get isLong(): boolean {
        return this.entry.text.length > LONG_TEXT;
    }

    get text(): string {
        const { text } = this.entry;
        return this.isLong && !this.isOpen ? `${text.slice(0, LONG_TEXT).trimEnd()}…` : text;
    }

    get expanded(): string {
        return String(this.isOpen);
    }

    get toggleLabel(): string {
        return this.isOpen ? 'Show less' : 'Show more';
    }

    handleToggle(): void {
        this.isOpen = !this.isOpen;
    }
}
