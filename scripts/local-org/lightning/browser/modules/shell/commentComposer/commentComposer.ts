import { LightningElement, api } from 'lwc';
import { create } from 'lib/records';
import { showToast } from 'lib/toasts';

/** Writes a comment on a case. */
export default class CommentComposer extends LightningElement {
    @api recordId!: string;

    private text = '';
    private isPublished = false;
    private isSaving = false;

    get cannotPost(): boolean {
        return this.isSaving || this.text.trim() === '';
    }

    handleText(event: CustomEvent<{ value: string }>): void {
        this.text = event.detail.value;
    }

    handlePublished(event: CustomEvent<{ checked: boolean }>): void {
        this.isPublished = event.detail.checked;
    }

    async handlePost(): Promise<void> {
        this.isSaving = true;
        const { recordId, text, isPublished } = this;
        const fields = { ParentId: recordId, CommentBody: text.trim(), IsPublished: isPublished };
        try {
            await create({ apiName: 'CaseComment', fields });
            this.text = '';
            showToast('Comment was added.', 'success');
        } catch (error) {
            showToast('The comment was not saved', 'error', (error as Error).message);
        }
        this.isSaving = false;
    }
}
