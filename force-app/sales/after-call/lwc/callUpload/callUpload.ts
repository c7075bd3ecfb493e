import { LightningElement, api } from 'lwc';
import save from '@salesforce/apex/AfterCallController.save';
import { dropWork, errorMessages, focusOn, formatText, keepWork, keptWork } from 'c/aiPanelUtils';
import { labels } from './labels';
import { excerptOf, readText } from './transcriptFile';

type Saved = ApexTypes.CallSaved;
/** Longest text that Apex takes, as in CallFormats.LONGEST; more would not fit into one request. */
const LONGEST = 1_000_000;

/** Takes a transcript by paste, upload or drop. Sends `saved` with what became of it, `cancel` when the person changes their mind. */
export default class CallUpload extends LightningElement {
    @api recordId: string | undefined;
    @api canCancel = false;

    readonly labels = labels;
    text = '';
    title = '';
    began: string | null = null;
    fileName: string | undefined;
    isRestored = false;
    isSaving = false;
    problem: Saved | undefined;
    isFocusDue = false;
    isValidityDue = false;

    connectedCallback(): void {
        const kept = keptWork(this.workKey);
        this.isRestored = kept !== undefined;
        this.text = kept ?? '';
    }

    renderedCallback(): void {
        // Only now the field holds the text that is judged.
        if (this.isValidityDue) this.showValidity();
        this.isValidityDue = false;
        if (this.isFocusDue) focusOn(this.refs?.text);
        this.isFocusDue = false;
    }

    get excerpt(): string | undefined {
        return excerptOf(this.text, this.problem?.line);
    }

    get saveLabel(): string {
        return this.isSaving ? labels.saving : labels.save;
    }

    get fileNote(): string | undefined {
        return this.fileName ? formatText(labels.fileRead, this.fileName) : undefined;
    }

    handleText(event: CustomEvent<{ value: string }>): void {
        event.stopPropagation();
        this.take(event.detail.value);
    }

    handleTitle(event: CustomEvent<{ value: string }>): void {
        event.stopPropagation();
        this.title = event.detail.value;
    }

    handleBegan(event: CustomEvent<{ value: string | null }>): void {
        event.stopPropagation();
        this.began = event.detail.value;
    }

    async handleFile(event: CustomEvent<{ files?: FileList }>): Promise<void> {
        event.stopPropagation();
        const file = event.detail.files?.[0];
        if (!file) return;
        this.take(await readText(file));
        this.fileName = file.name;
        if (!this.title) this.title = file.name.replace(/\.[^.]*$/, '');
    }

    handleCancel(): void {
        dropWork(this.workKey);
        this.dispatchEvent(new CustomEvent('cancel'));
    }

    async handleSave(): Promise<void> {
        if (this.text.length > LONGEST) {
            this.refuse({ message: formatText(labels.tooLong, this.text.length, LONGEST) });
            return;
        }
        this.isSaving = true;
        try {
            const { recordId, text, title, began: started } = this;
            this.finish((await save({ recordId, text, title, started })) as Saved);
        } catch (error) {
            this.refuse({ message: errorMessages(error).join(' ') });
        } finally {
            this.isSaving = false;
        }
    }

    private finish(saved: Saved): void {
        if (!saved.transcriptId) {
            this.refuse(saved);
            return;
        }
        dropWork(this.workKey);
        this.dispatchEvent(new CustomEvent('saved', { detail: saved }));
    }

    /** The text stays; what is wrong stands at its field. */
    private refuse(problem: Saved): void {
        this.problem = problem;
        this.isValidityDue = true;
        this.isFocusDue = true;
    }

    private take(text: string): void {
        this.isValidityDue = this.problem !== undefined;
        this.text = text;
        this.problem = undefined;
        keepWork(this.workKey, text);
    }

    private showValidity(): void {
        const field = this.refs?.text as (HTMLElement & Validatable) | undefined;
        field?.setCustomValidity(this.problem?.message ?? '');
        field?.reportValidity();
    }

    private get workKey(): string {
        return `${this.recordId}.transcript`;
    }
}

interface Validatable {
    setCustomValidity(message: string): void;
    reportValidity(): boolean;
}
