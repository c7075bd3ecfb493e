import { LightningElement, api } from 'lwc';
import SOURCES from '@salesforce/label/c.AI_Source_Of';
import { focusOn } from 'c/aiPanelUtils';

interface Chip {
    readonly key: string;
    readonly evidence: ApexTypes.AIEvidenceView;
    readonly expanded: boolean;
}

/** One statement with a chip for each piece of its evidence; a chip opens its source right below. */
export default class AiStatement extends LightningElement {
    @api statement: ApexTypes.AIStatementView = {};
    @api insightId: string | undefined;

    readonly labels = { sources: SOURCES };
    openKey: string | undefined;
    focusPreview = false;

    renderedCallback(): void {
        if (!this.focusPreview) return;
        this.focusPreview = false;
        focusOn(this.template?.querySelector('c-ai-source-preview'));
    }

    get chips(): Chip[] {
        return (this.statement.evidence ?? []).map((evidence, index) => {
            const key = `${evidence.sourceKey}-${index}`;
            return { key, evidence, expanded: key === this.openKey };
        });
    }

    // A list, though it holds one at most: each preview is a new element, so that it loads its own source.
    get previews(): Chip[] {
        return this.chips.filter(({ expanded }) => expanded);
    }

    handleToggle(event: Event): void {
        const key = (event.currentTarget as HTMLElement).dataset.key;
        this.openKey = key === this.openKey ? undefined : key;
        this.focusPreview = this.openKey !== undefined;
    }

    handleClose(): void {
        const chip = this.template?.querySelector(`[data-key="${this.openKey}"]`);
        this.openKey = undefined;
        focusOn(chip);
    }
}
