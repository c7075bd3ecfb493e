/** `lightning/navigation`: moves inside the shell, with the addresses that Lightning Experience has. */
import type { LightningElement } from 'lwc';
import { toUrl, type PageReference } from 'lib/pageReference';
import { navigate, onNavigate } from 'lib/router';

// A mixin's constructor must take any parameters
// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Constructor<T> = new (...parameters: any[]) => T;
const Navigate = Symbol('Navigate');
const GenerateUrl = Symbol('GenerateUrl');

function mixin<T extends Constructor<LightningElement>>(Base: T) {
    return class extends Base {
        [Navigate](page: PageReference, replace = false): void {
            navigate(toUrl(page), { replace });
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
    navigate(toUrl(page), { replace });
}

/** Address of a page. */
export function generateUrl(_context: object, page: PageReference): string {
    return toUrl(page);
}

/** Wire adapter: the page that is shown. */
export class CurrentPageReference {
    private readonly emit: (page: PageReference | null) => void;
    private stop: (() => void) | undefined;

    constructor(emit: (page: PageReference | null) => void) {
        this.emit = emit;
    }

    connect(): void {
        this.stop = onNavigate((page) => this.emit(page));
    }

    update(): void {}

    disconnect(): void {
        this.stop?.();
    }
}
