import type { UtilityItem } from '../../protocol.ts';

/** A utility as it is now: components may change its button and its panel. */
export interface Utility extends UtilityItem {
    isOpen: boolean;
    /** Made once it was opened, or at the start; from then on it lives until the app is left. */
    isLoaded: boolean;
    isHighlighted: boolean;
    panelLabel: string;
    panelIcon: string;
}

type Listener = (utilities: Utility[]) => void;
type ClickListener = (event: { utilityId: string; panelVisible: boolean }) => void;

let utilities: Utility[] = [];
const listeners = new Set<Listener>();
const clickListeners = new Map<string, Set<ClickListener>>();

/** Calls `listener` now and whenever something about the bar changes; returns how to stop. */
export function onUtilities(listener: Listener): () => void {
    listeners.add(listener);
    listener(utilities);
    return () => listeners.delete(listener);
}

/** Puts the utilities of an app into the bar; those of the app before are gone. */
export function showUtilities(items: UtilityItem[]): void {
    clickListeners.clear();
    change(
        items.map((item) => ({
            ...item,
            isOpen: false,
            isLoaded: item.isEager,
            isHighlighted: false,
            panelLabel: item.label,
            panelIcon: item.icon
        }))
    );
}

/** All utilities of the bar. */
export function allUtilities(): Utility[] {
    return utilities;
}

/** @throws Error when the bar has no such utility */
export function utilityOf(id: string): Utility {
    const found = utilities.find((utility) => utility.id === id);
    if (!found) {
        throw new Error(`The utility bar has no utility ${id}`);
    }
    return found;
}

/** Opens a panel and closes the one that was open. */
export function openUtility(id: string): void {
    utilityOf(id);
    change(
        utilities.map((utility) =>
            utility.id === id ? { ...utility, isOpen: true, isLoaded: true } : { ...utility, isOpen: false }
        )
    );
}

/** Hides a panel; its component goes on. */
export function minimizeUtility(id: string): void {
    changeUtility(id, { isOpen: false });
}

/** What a click on a utility's button does. */
export function toggleUtility(id: string): void {
    if (utilityOf(id).isOpen) {
        minimizeUtility(id);
    } else {
        openUtility(id);
    }
    const panelVisible = utilityOf(id).isOpen;
    clickListeners.get(id)?.forEach((listener) => listener({ utilityId: id, panelVisible }));
}

/** Calls `listener` after each click on the utility's button. */
export function onClick(id: string, listener: ClickListener): void {
    utilityOf(id);
    clickListeners.set(id, (clickListeners.get(id) ?? new Set()).add(listener));
}

/** Changes what a utility looks like. @throws Error when the bar has no such utility */
export function changeUtility(id: string, changes: Partial<Utility>): void {
    utilityOf(id);
    change(utilities.map((utility) => (utility.id === id ? { ...utility, ...changes } : utility)));
}

function change(next: Utility[]): void {
    utilities = next;
    listeners.forEach((listener) => listener(utilities));
}
