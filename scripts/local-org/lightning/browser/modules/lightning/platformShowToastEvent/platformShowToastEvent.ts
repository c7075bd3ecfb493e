/** `lightning/platformShowToastEvent`; the shell shows what these events ask for. */
export const ShowToastEventName = 'lightning__showtoast';

export interface ToastRequest {
    title: string;
    message?: string;
    messageData?: (string | { url: string; label: string })[];
    variant?: 'info' | 'success' | 'warning' | 'error';
    mode?: 'dismissible' | 'pester' | 'sticky';
}

/** Asks the page to show a short message. */
export class ShowToastEvent extends CustomEvent<ToastRequest> {
    constructor(detail: ToastRequest) {
        super(ShowToastEventName, { composed: true, cancelable: true, bubbles: true, detail });
    }
}
