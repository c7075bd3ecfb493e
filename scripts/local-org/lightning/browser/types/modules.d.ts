declare module 'virtual:components' {
    /** The project's components by bundle name. */
    export const components: Record<
        string,
        {
            load: () => Promise<{ default: import('lib/components').ComponentConstructor }>;
            /** Types of the properties that a page builder may set, from the bundle's js-meta.xml. */
            properties: Record<string, string>;
        }
    >;
}

declare module '@lwc/synthetic-shadow' {}

declare module 'shell/*' {
    const component: import('lib/components').ComponentConstructor;
    export default component;
}

declare module 'lightning/toast' {
    const Toast: { show(options: Record<string, unknown>, target: HTMLElement): void };
    export default Toast;
}

declare module 'lightning/toastContainer' {
    const ToastContainer: { instance(): { maxToasts: number; toastPosition: string } };
    export default ToastContainer;
}

declare module 'lightning/confirm' {
    const LightningConfirm: {
        open(options: { message: string; label: string; theme?: string }): Promise<boolean>;
    };
    export default LightningConfirm;
}

declare module 'lightning/modal' {
    import { LightningElement } from 'lwc';
    export default class LightningModal extends LightningElement {
        static open(options: Record<string, unknown>): Promise<unknown>;
        label: string;
        close(result?: unknown): void;
    }
}
