/** `lightning/navigation`: moves inside the shell, with the addresses that Lightning Experience has. */
import { createContextProvider, type LightningElement } from 'lwc';
import { toUrl, type PageReference } from 'lib/pageReference';
import { navigate, onNavigate } from 'lib/router';

// A mixin's constructor must take any parameters
// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Constructor<T> = new (...parameters: any[]) => T;
const Navigate = Symbol('Navigate');
const GenerateUrl = Symbol('GenerateUrl');

function go(page: PageReference, replace: boolean): void {
    if (isQuickAction(page)) {
        // Loaded when it is needed: the composer navigates, too
        void import('lib/quickActions').then(({ startQuickAction }) => startQuickAction(page));
    } else {
        navigate(toUrl(page), { replace });
    }
}

const isQuickAction = ({ type }: PageReference): boolean => type === 'standard__quickAction';

function mixin<T extends Constructor<LightningElement>>(Base: T) {
    return class extends Base {
        [Navigate](page: PageReference, replace = false): void {
            go(page, replace);
        }

        [GenerateUrl](page: PageReference): Promise<string> {
            return Promise.resolve(toUrl(page));
        }
    };
}

/** Gives a component `this[NavigationMixin.Navigate](page)` and `this[NavigationMixin.GenerateUrl](page)`. */
export const NavigationMixin = Object.assign(mixin, { Navigate, GenerateUrl } as const);

/** Where the navigation of this element goes; with {@link navigateTo} and {@link generateUrl}. */
export class NavigationContext {
    constructor(emit: (context: object) => void) {
        emit({});
    }
    connect(): void {}
    update(): void {}
    disconnect(): void {}
}

/** Goes to a page. */
export function navigateTo(_context: object, page: PageReference, replace = false): void {
    go(page, replace);
}

/** Address of a page. */
export function generateUrl(_context: object, page: PageReference): string {
    return toUrl(page);
}

/**
 * Wire adapter: the page that a component is on. A component outside of pages, such as one of the utility bar, follows the
 * page that is shown: in a console that of the active tab.
 */
export class CurrentPageReference {
    static readonly contextSchema = { page: 'required' } as const;
    private readonly emit: (page: PageReference | null) => void;
    private isOnPage = false;
    private stop: (() => void) | undefined;

    constructor(emit: (page: PageReference | null) => void) {
        this.emit = emit;
    }

    connect(): void {
        this.stop = onNavigate((page) => {
            if (!this.isOnPage) {
                this.emit(page);
            }
        });
    }

    update(_config: object, context?: { page: PageReference | null }): void {
        if (context) {
            this.isOnPage = true;
            this.emit(context.page);
        }
    }

    disconnect(): void {
        this.stop?.();
    }
}

/** Tells the components inside an element which page they are on. */
export const providePage = createContextProvider(CurrentPageReference);
