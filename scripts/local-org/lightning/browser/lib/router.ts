import { parseUrl, type PageReference } from 'lib/pageReference';

type Listener = (page: PageReference | null, url: string) => void;
const listeners = new Set<Listener>();

/** Path and query of the page that is shown. */
export function currentUrl(): string {
    return location.pathname + location.search;
}

/** The page that is shown; null when the address means nothing. */
export function currentPage(): PageReference | null {
    return parseUrl(currentUrl());
}

/** Calls `listener` now and on every move; returns how to stop. */
export function onNavigate(listener: Listener): () => void {
    listeners.add(listener);
    listener(currentPage(), currentUrl());
    return () => listeners.delete(listener);
}

/** Goes to an address: inside the shell without loading anything anew, elsewhere in a new window. */
export function navigate(url: string, options: { replace?: boolean } = {}): void {
    const target = new URL(url, location.href);
    if (target.origin !== location.origin || !target.pathname.startsWith('/lightning')) {
        window.open(target.href, '_blank', 'noopener');
        return;
    }
    const address = target.pathname + target.search;
    if (options.replace || address === currentUrl()) {
        history.replaceState(null, '', address);
    } else {
        history.pushState(null, '', address);
    }
    tell();
}

function tell(): void {
    listeners.forEach((listener) => listener(currentPage(), currentUrl()));
}

/** Lets the browser's back button and every ordinary link inside the shell move without loading anything anew. */
export function startRouter(): void {
    window.addEventListener('popstate', tell);
    document.addEventListener('click', followLink);
}

function followLink(event: MouseEvent): void {
    const plain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
    const link = event
        .composedPath()
        .find((target): target is HTMLAnchorElement => target instanceof HTMLAnchorElement);
    if (!plain || event.defaultPrevented || !link?.href || link.hasAttribute('download')) {
        return;
    }
    const target = new URL(link.href, location.href);
    if (target.origin === location.origin && target.pathname.startsWith('/lightning')) {
        event.preventDefault();
        navigate(target.href);
    }
}
