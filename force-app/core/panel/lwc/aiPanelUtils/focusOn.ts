/** Moves the focus to an element, or a component that has a `focus` method. Does nothing when it is not rendered. */
export function focusOn(element: Element | null | undefined): void {
    (element as HTMLElement | null | undefined)?.focus();
}
