import { LightningElement, api } from 'lwc';
import type { SearchHit, SearchResponse } from '../../../../protocol.ts';
import { objectLabel } from 'lib/bootstrap';
import { local } from 'lib/http';
import { objectIcon } from 'lib/icons';

const PAUSE_BEFORE_SEARCH = 250;
let instances = 0;

interface Choice extends SearchHit {
    domId: string;
    selected: boolean;
    optionClass: string;
    details: string;
}

/** Picks a record of an object by its name. Fires `change` with `{ value: id or null }`. */
export default class Lookup extends LightningElement {
    @api label = '';
    @api variant = 'standard';
    @api objectApiName = '';
    @api value?: string | null;
    @api valueLabel = '';
    @api required = false;
    @api disabled = false;
    @api error = '';

    private readonly instance = ++instances;
    private hits: SearchHit[] = [];
    private isOpen = false;
    private active = -1;
    private pickedLabel: string | null = null;
    private timer = 0;
    private noValueYet = false;

    /** Whether the value can be saved; shows what is wrong when it can not. */
    @api
    reportValidity(): boolean {
        this.noValueYet = this.required && !this.value;
        return !this.noValueYet;
    }

    @api
    focus(): void {
        this.template!.querySelector<HTMLElement>('input, button')?.focus();
    }

    get choices(): Choice[] {
        return this.hits.map((hit, index) => ({
            ...hit,
            domId: `lookup-${this.instance}-${index}`,
            selected: index === this.active,
            optionClass: `slds-media slds-listbox__option slds-listbox__option_entity slds-listbox__option_has-meta${
                index === this.active ? ' slds-has-focus' : ''
            }`,
            details: hit.fields.map(({ value }) => value).join(' · ')
        }));
    }

    get iconName(): string {
        return objectIcon(this.objectApiName);
    }

    get shownLabel(): string {
        return this.pickedLabel ?? (this.valueLabel || String(this.value));
    }

    get placeholder(): string {
        return `Search ${objectLabel(this.objectApiName, true)}…`;
    }

    get removeLabel(): string {
        return `Remove ${this.shownLabel}`;
    }

    get enabled(): boolean {
        return !this.disabled;
    }

    get hasError(): boolean {
        return Boolean(this.message);
    }

    get message(): string {
        return this.error || (this.noValueYet ? 'Complete this field.' : '');
    }

    get elementClass(): string {
        return `slds-form-element${this.hasError ? ' slds-has-error' : ''}`;
    }

    get labelClass(): string {
        return this.variant === 'label-hidden' ? 'slds-assistive-text' : 'slds-form-element__label';
    }

    get comboboxClass(): string {
        const open = this.isOpen ? ' slds-is-open' : '';
        return `slds-combobox slds-dropdown-trigger slds-dropdown-trigger_click${open}`;
    }

    get expanded(): string {
        return String(this.isOpen);
    }

    get activeId(): string | undefined {
        return this.choices[this.active]?.domId;
    }

    get noHits(): boolean {
        return this.hits.length === 0;
    }

    handleInput(event: InputEvent): void {
        const term = (event.target as HTMLInputElement).value.trim();
        clearTimeout(this.timer);
        if (term.length < 2) {
            this.isOpen = false;
            return;
        }
        this.timer = window.setTimeout(() => void this.search(term), PAUSE_BEFORE_SEARCH);
    }

    handleKey(event: KeyboardEvent): void {
        const moves: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };
        if (event.key in moves && this.isOpen) {
            event.preventDefault();
            this.active = (this.active + moves[event.key]! + this.hits.length) % this.hits.length;
        } else if (event.key === 'Enter' && this.hits[this.active]) {
            event.preventDefault();
            this.pick(this.hits[this.active]!);
        } else if (event.key === 'Escape' && this.isOpen) {
            event.stopPropagation();
            this.isOpen = false;
        }
    }

    handlePick(event: MouseEvent): void {
        event.preventDefault();
        const { id } = (event.currentTarget as HTMLElement).dataset;
        this.pick(this.hits.find((hit) => hit.id === id)!);
    }

    handleBlur(): void {
        this.isOpen = false;
    }

    handleRemove(): void {
        this.pickedLabel = null;
        this.tell(null);
    }

    private async search(term: string): Promise<void> {
        const { groups } = await local<SearchResponse>('search', { term, object: this.objectApiName, limit: 8 });
        this.hits = groups.flatMap(({ records }) => records);
        this.active = -1;
        this.isOpen = true;
    }

    private pick(hit: SearchHit): void {
        this.isOpen = false;
        this.noValueYet = false;
        this.pickedLabel = hit.title;
        this.tell(hit.id);
    }

    private tell(value: string | null): void {
        this.dispatchEvent(new CustomEvent('change', { detail: { value } }));
    }
}
