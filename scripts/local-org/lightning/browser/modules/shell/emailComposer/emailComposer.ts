import { api } from 'lwc';
import LightningModal from 'lightning/modal';
import { bootstrap } from 'lib/bootstrap';
import { create } from 'lib/records';
import { showToast } from 'lib/toasts';

/** Key prefixes of records that an e-mail is written to rather than about. */
const PEOPLE = ['003', '00Q', '005'];
const DRAFT = '5';

/**
 * The e-mail composer of the Send Email action. It keeps a draft (an EmailMessage in Draft status) and never sends.
 * Closes with the id of the draft.
 */
export default class EmailComposer extends LightningModal {
    /** Record that the action was started for. */
    @api recordId?: string;

    private fields: Record<string, string> = {};
    isSaving = false;
    problem = '';

    /** Values by field name, such as `Subject`, `HtmlBody` and `ToAddress`. */
    @api get values(): Record<string, string> {
        return this.fields;
    }
    set values(given: Record<string, string>) {
        this.fields = { ...given };
    }

    /** The composer has plain text; what is bold or a list in a given body stays as text. */
    get body(): string {
        return this.fields.TextBody ?? asText(this.fields.HtmlBody ?? '');
    }

    handleChange(event: Event): void {
        const { name, value } = event.target as HTMLInputElement;
        this.fields = { ...this.fields, [name]: value };
    }

    handleBody(event: Event): void {
        this.fields = { ...this.fields, TextBody: (event.target as HTMLInputElement).value };
    }

    handleCancel(): void {
        this.close();
    }

    async handleSave(): Promise<void> {
        this.isSaving = true;
        this.problem = '';
        try {
            const { id } = await create({ apiName: 'EmailMessage', fields: this.draft });
            showToast('The draft was saved.', 'success');
            this.close(id);
        } catch (error) {
            this.problem = (error as Error).message;
        }
        this.isSaving = false;
    }

    private get draft(): Record<string, unknown> {
        const isAbout = this.recordId && !PEOPLE.includes(this.recordId.slice(0, 3));
        return {
            ...this.fields,
            HtmlBody: asHtml(this.body),
            TextBody: this.body,
            FromName: bootstrap.user.name,
            Status: DRAFT,
            ...(isAbout && { RelatedToId: this.recordId })
        };
    }
}

function asHtml(text: string): string {
    const element = document.createElement('p');
    element.textContent = text;
    return element.innerHTML.replace(/\n/g, '<br>');
}

function asText(html: string): string {
    const lines = html.replace(/<(br|\/p|\/li|\/h\d)\b[^>]*>/gi, '$&\n');
    return new DOMParser().parseFromString(lines, 'text/html').body.textContent!.trim();
}
