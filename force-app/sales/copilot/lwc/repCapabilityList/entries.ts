interface Capability {
    readonly useCase: string;
    readonly label: string;
    readonly icon: string;
    readonly isCurrent: boolean;
    readonly isSuggested: boolean;
    readonly isOff: boolean;
    readonly offReason: string;
}

/** A capability with what its row needs to be drawn. */
export interface Entry extends Capability {
    readonly className: string;
    /** `true` for the one on show, as `aria-current` wants it. */
    readonly current: 'true' | null;
}

/** The rows of the list. */
export function entriesOf(capabilities: readonly Capability[]): Entry[] {
    return capabilities.map((capability) => ({
        ...capability,
        className: `slds-nav-vertical__item item${capability.isCurrent ? ' slds-is-active' : ''}`,
        current: capability.isCurrent ? 'true' : null
    }));
}
