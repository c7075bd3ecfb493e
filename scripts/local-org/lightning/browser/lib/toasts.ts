import Toast from 'lightning/toast';
import ToastContainer from 'lightning/toastContainer';

type Variant = 'info' | 'success' | 'warning' | 'error';

interface ToastDetail {
    title?: string;
    message?: string;
    messageData?: (string | { url: string; label: string })[];
    variant?: Variant;
    mode?: 'dismissible' | 'pester' | 'sticky';
    /** Set by the base component's own event, which shows itself. */
    toast?: unknown;
}

/** Shows a short message on top of the page. */
export function showToast(label: string, variant: Variant, message = ''): void {
    Toast.show({ label, message, variant, mode: variant === 'error' ? 'sticky' : 'dismissible' }, document.body);
}

/** Shows the toasts that components ask for with ShowToastEvent. */
export function startToasts(): void {
    const container = ToastContainer.instance();
    container.maxToasts = 3;
    container.toastPosition = 'top-center';
    window.addEventListener('lightning__showtoast', showRequested, true);
}

function showRequested(event: Event): void {
    const detail = (event as CustomEvent<ToastDetail>).detail;
    if (detail.toast) {
        return;
    }
    event.stopImmediatePropagation();
    const { title = '', message = '', messageData, variant = 'info' } = detail;
    const mode = detail.mode === 'sticky' ? 'sticky' : 'dismissible';
    const { text, links } = filled(message, messageData ?? []);
    Toast.show({ label: title, message: text, messageLinks: links, variant, mode }, document.body);
}

/** Puts texts in the place of `{0}`; places of links stay for the toast to fill, by number. */
function filled(message: string, data: NonNullable<ToastDetail['messageData']>) {
    const links = data.map((part) => (typeof part === 'string' ? undefined : { url: part.url, label: part.label }));
    const hasLinks = links.some(Boolean);
    const text = message.replace(/\{(\d+)\}/g, (place, index: string) => {
        const part = data[Number(index)];
        return typeof part === 'string' ? (hasLinks ? escaped(part) : part) : place;
    });
    return { text, links: hasLinks ? links : undefined };
}

/** A toast with links is HTML. */
function escaped(text: string): string {
    const element = document.createElement('p');
    element.textContent = text;
    return element.innerHTML;
}
