import { LightningElement } from 'lwc';
import { minimizeUtility, onUtilities, toggleUtility, type Utility } from 'lib/utilityBar';

/** The utility bar of an app: a button for each utility, and the panels of those that were opened. */
export default class UtilityBar extends LightningElement {
    private all: Utility[] = [];
    private opened: string | undefined;
    private stop: () => void = () => undefined;

    connectedCallback(): void {
        this.stop = onUtilities((utilities) => (this.all = utilities));
    }

    disconnectedCallback(): void {
        this.stop();
    }

    /** A panel that opens takes the focus, as on the platform; one that closes gives it back to its button. */
    renderedCallback(): void {
        const opened = this.all.find(({ isOpen }) => isOpen)?.id;
        const before = this.opened;
        this.opened = opened;
        if (opened && opened !== before) {
            this.panelOf(opened)?.focusPanel();
        }
    }

    get utilities() {
        return this.all.map((utility) => ({
            ...utility,
            panelId: utility.isLoaded ? utility.id : undefined,
            expanded: String(utility.isOpen),
            buttonClass: ['item', utility.isOpen && 'open', utility.isHighlighted && 'highlighted']
                .filter(Boolean)
                .join(' ')
        }));
    }

    get loaded() {
        return this.all
            .filter(({ isLoaded }) => isLoaded)
            .map((utility) => ({ ...utility, isHidden: !utility.isOpen }));
    }

    handleToggle(event: Event): void {
        toggleUtility((event.currentTarget as HTMLElement).dataset.utility!);
    }

    handleMinimize(event: CustomEvent<string>): void {
        minimizeUtility(event.detail);
        this.template!.querySelector<HTMLElement>(`button[data-utility="${event.detail}"]`)?.focus();
    }

    private panelOf(id: string): (HTMLElement & { focusPanel(): void }) | null {
        return this.template!.querySelector(`[data-panel="${id}"]`);
    }
}
