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
    Toast.show({ label: title, message, messageLinks: links(messageData), variant, mode }, document.body);
}

function links(data: ToastDetail['messageData']): unknown[] | undefined {
    return data?.map((part) => (typeof part === 'string' ? part : { url: part.url, label: part.label }));
}
