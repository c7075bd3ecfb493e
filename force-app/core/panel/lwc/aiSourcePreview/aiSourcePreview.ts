import { LightningElement, api } from 'lwc';
import readSource from '@salesforce/apex/AIPanelController.source';
import CLOSE from '@salesforce/label/c.AI_Source_Close';
import FAILED from '@salesforce/label/c.AI_Source_Failed';
import FAILED_ADVICE from '@salesforce/label/c.AI_Source_Failed_Advice';
import LOADING from '@salesforce/label/c.AI_Panel_Loading';
import NOT_MARKED from '@salesforce/label/c.AI_Source_Not_Marked';
import SOURCE_TEXT from '@salesforce/label/c.AI_Source_Text';
import { errorMessages, exactTime, focusOn, formatText } from 'c/aiPanelUtils';
import { markQuote } from './markQuote';
import type { TextPart } from './markQuote';

/** Shows the text of one source with the quoted words marked. Sends `close` on its button and on Escape. */
export default class AiSourcePreview extends LightningElement {
    @api insightId: string | undefined;
    @api evidence: ApexTypes.AIEvidenceView = {};

    readonly labels = { close: CLOSE, advice: FAILED_ADVICE, loading: LOADING, text: SOURCE_TEXT };
    source: ApexTypes.AISourceView | undefined;
    error: string | undefined;
    hasShownQuote = false;

    async connectedCallback(): Promise<void> {
        try {
            this.source = await readSource({ insightId: this.insightId, sourceKey: this.evidence.sourceKey });
        } catch (error) {
            this.error = errorMessages(error).join(' ') || FAILED;
        }
    }

    renderedCallback(): void {
        if (!this.source || this.hasShownQuote) return;
        this.hasShownQuote = true;
        this.template?.querySelector('mark')?.scrollIntoView?.({ block: 'nearest' });
    }

    /** Moves the focus into the preview. */
    @api
    focus(): void {
        focusOn(this.refs?.region);
    }

    get heading(): string {
        return this.source?.label ?? this.evidence.label ?? '';
    }

    get createdDate(): string {
        return this.source?.createdDate ? exactTime(this.source.createdDate) : '';
    }

    get parts(): TextPart[] {
        return markQuote(this.source?.text ?? '', this.evidence.quote ?? '');
    }

    get notMarked(): string {
        const isMarked = this.parts.some(({ marked }) => marked);
        return isMarked ? '' : formatText(NOT_MARKED, this.evidence.quote);
    }

    handleKeyDown(event: KeyboardEvent): void {
        if (event.key !== 'Escape') return;
        // A console would take the same key as a wish to leave more than this preview.
        event.stopPropagation();
        this.handleClose();
    }

    handleClose(): void {
        this.dispatchEvent(new CustomEvent('close'));
    }
}
