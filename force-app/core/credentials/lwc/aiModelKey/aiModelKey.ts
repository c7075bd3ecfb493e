import { LightningElement, api } from 'lwc';
import removeKey from '@salesforce/apex/AIKeyController.removeKey';
import saveKey from '@salesforce/apex/AIKeyController.saveKey';
import testKey from '@salesforce/apex/AIKeyController.testKey';
import { focusOn, formatText } from 'c/aiPanelUtils';
import { labels } from './labels';
import { failedNotice, removedNotice, savedNotice, testNotice, type KeyNotice } from './notices';

type Mode = 'resting' | 'entering' | 'removing';
type Place = 'heading' | 'key' | 'keep' | 'test';
type KeyField = HTMLElement & { value?: string; reportValidity(): boolean };

/** Where the focus goes when something was done in a mode: what was pressed could not keep it, because it was disabled meanwhile. */
const PLACES: Readonly<Record<Mode, Place>> = { resting: 'heading', entering: 'key', removing: 'keep' };

/**
 * The key of one provider: set, replace, remove, test. What is typed lives in the field alone and goes with it. Sends `keychange`
 * with whether a key is set as detail.
 */
export default class AiModelKey extends LightningElement {
    @api provider!: ApexTypes.AIKeyView;

    readonly labels = labels;
    mode: Mode = 'resting';
    /** What is happening; empty when nothing is. */
    working = '';
    notice: KeyNotice | undefined;
    focusNext: Place | undefined;

    renderedCallback(): void {
        if (!this.focusNext) return;
        focusOn(this.refs?.[this.focusNext]);
        this.focusNext = undefined;
    }

    get state(): { icon: string; variant?: string; text: string } {
        return this.provider.isSet
            ? { icon: 'utility:success', variant: 'success', text: labels.isSet }
            : { icon: 'utility:warning', variant: 'warning', text: labels.isNotSet };
    }

    get models(): string {
        return formatText(labels.models, (this.provider.models ?? []).join(', '));
    }

    get isEntering(): boolean {
        return this.mode === 'entering';
    }

    get isRemoving(): boolean {
        return this.mode === 'removing';
    }

    get isWorking(): boolean {
        return this.working !== '';
    }

    get fieldLabel(): string {
        return formatText(labels.field, this.provider.label);
    }

    get saveLabel(): string {
        if (this.provider.isSet) return labels.replace;
        return this.isEntering ? labels.save : labels.set;
    }

    get removeQuestion(): string {
        return formatText(labels.removeQuestion, this.provider.label);
    }

    handleEnter(): void {
        this.show('entering');
    }

    handleRemoveOpen(): void {
        this.show('removing');
    }

    handleRest(): void {
        this.show('resting');
    }

    handleKeyDown(event: KeyboardEvent): void {
        if (event.key === 'Enter') this.handleSave();
        if (event.key === 'Escape') this.handleRest();
    }

    async handleSave(): Promise<void> {
        const field = this.refs?.key as KeyField | undefined;
        const key = (field?.value ?? '').trim();
        if (key === '') {
            refuseEmpty(field);
            return;
        }
        await this.change(true, () => saveKey({ provider: this.provider.provider, key }));
    }

    async handleRemove(): Promise<void> {
        await this.change(false, () => removeKey({ provider: this.provider.provider }));
    }

    async handleTest(): Promise<void> {
        const test = () => testKey({ provider: this.provider.provider });
        const what = formatText(labels.testing, this.provider.testModel);
        await this.work(what, async () => testNotice(await test()), 'test');
    }

    private async change(isSet: boolean, act: () => Promise<unknown>): Promise<void> {
        await this.work(labels.working, async () => {
            await act();
            this.mode = 'resting';
            this.dispatchEvent(new CustomEvent('keychange', { detail: isSet }));
            const { label } = this.provider;
            return isSet ? savedNotice(label ?? '') : removedNotice(label ?? '');
        });
    }

    private async work(what: string, act: () => Promise<KeyNotice>, rest: Place = PLACES.resting): Promise<void> {
        this.working = what;
        this.notice = undefined;
        try {
            this.notice = await act();
        } catch (error) {
            this.notice = failedNotice(error);
        } finally {
            this.working = '';
            this.focusNext = this.mode === 'resting' ? rest : PLACES[this.mode];
        }
    }

    private show(mode: Mode): void {
        this.mode = mode;
        this.notice = undefined;
        this.focusNext = PLACES[mode];
    }
}

/** Blanks alone would pass for a value, and then the field would not say what it misses. */
function refuseEmpty(field: KeyField | undefined): void {
    if (!field) return;
    field.value = '';
    field.reportValidity();
    field.focus();
}
