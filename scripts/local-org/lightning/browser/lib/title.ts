/** Tells the window what a page is called, for tabs and the browser's title. */
export function tellTitle(page: EventTarget | object, title: string): void {
    (page as EventTarget).dispatchEvent(new CustomEvent('pagetitle', { detail: title, bubbles: true, composed: true }));
}
