import { LightningElement } from 'lwc';
import type { PersonaSwitch } from '../../../../protocol.ts';
import { bootstrap } from 'lib/bootstrap';
import { localSend } from 'lib/http';
import { showToast } from 'lib/toasts';

/** Who is logged in, and the switch to another persona. */
export default class UserMenu extends LightningElement {
    private isOpen = false;
    private focusSoon = false;

    readonly user = bootstrap.user;

    get personas() {
        return bootstrap.personas.map((persona) => ({ ...persona, checked: String(persona.current) }));
    }

    get initials(): string {
        const words = this.user.name.split(/\s+/);
        return [words[0], words.length > 1 ? words.at(-1) : ''].map((word) => word?.charAt(0) ?? '').join('');
    }

    get buttonLabel(): string {
        return `${this.user.name}, switch persona`;
    }

    get expanded(): string {
        return String(this.isOpen);
    }

    renderedCallback(): void {
        if (this.focusSoon && this.isOpen) {
            this.focusSoon = false;
            this.template!.querySelector<HTMLElement>('[aria-checked="true"], [role="menuitemradio"]')?.focus();
        }
    }

    handleToggle(): void {
        this.isOpen = !this.isOpen;
        this.focusSoon = this.isOpen;
    }

    handleLeave(event: FocusEvent): void {
        const inside =
            event.relatedTarget && (event.currentTarget as HTMLElement).contains(event.relatedTarget as Node);
        if (!inside) {
            this.isOpen = false;
        }
    }

    handleKey(event: KeyboardEvent): void {
        if (event.key === 'Escape' && this.isOpen) {
            this.isOpen = false;
            this.template!.querySelector<HTMLElement>('.avatar')!.focus();
        } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
            event.preventDefault();
            this.moveFocus(event.key === 'ArrowDown' ? 1 : -1);
        }
    }

    async handleSwitch(event: Event): Promise<void> {
        const { name } = (event.currentTarget as HTMLElement).dataset;
        try {
            await localSend('persona', { name: name! } satisfies PersonaSwitch);
            sessionStorage.clear();
            location.reload();
        } catch (error) {
            showToast('The persona was not switched', 'error', (error as Error).message);
        }
    }

    private moveFocus(step: number): void {
        const items = [...this.template!.querySelectorAll<HTMLElement>('[role="menuitemradio"]')];
        const focused = items.findIndex((item) => item === this.template!.activeElement);
        items[(focused + step + items.length) % items.length]?.focus();
    }
}
