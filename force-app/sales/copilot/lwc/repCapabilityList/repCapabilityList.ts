import { LightningElement, api } from 'lwc';
import { focusOn, formatText } from 'c/aiPanelUtils';
import { entriesOf } from './entries';
import type { Entry } from './entries';
import { labels } from './labels';

/**
 * The capabilities to choose from: a list, which a narrow column folds behind a button that names the current one. Sends `choose`
 * with the use case as detail, and `skip` when the person wants to go past the list.
 */
export default class RepCapabilityList extends LightningElement {
    @api heading = '';
    /** Why the current capability is suggested. Shown only: the surrounding component reads it out. */
    @api reason = '';
    @api capabilities: Parameters<typeof entriesOf>[0] = [];

    readonly labels = labels;
    isOpen = false;

    get entries(): Entry[] {
        return entriesOf(this.capabilities);
    }

    get current(): Entry | undefined {
        return this.entries.find(({ isCurrent }) => isCurrent);
    }

    get skipLabel(): string {
        return formatText(labels.skip, this.current?.label);
    }

    get listClass(): string {
        return `slds-nav-vertical entries${this.isOpen ? ' open' : ''}`;
    }

    get expanded(): string {
        return String(this.isOpen);
    }

    get menuIcon(): string {
        return this.isOpen ? 'utility:chevronup' : 'utility:chevrondown';
    }

    handleMenu(): void {
        this.isOpen = !this.isOpen;
    }

    handleKeyDown(event: KeyboardEvent): void {
        if (event.key !== 'Escape' || !this.isOpen) return;
        // A console would take the same key as a wish to leave more than this list.
        event.stopPropagation();
        this.isOpen = false;
        focusOn(this.refs?.menu);
    }

    handleSkip(): void {
        this.isOpen = false;
        this.dispatchEvent(new CustomEvent('skip'));
    }

    handleChoose(event: Event): void {
        this.isOpen = false;
        const { capability } = (event.currentTarget as HTMLElement).dataset;
        this.dispatchEvent(new CustomEvent('choose', { detail: capability }));
    }
}
