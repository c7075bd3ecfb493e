import { LightningElement, api } from 'lwc';
import CANCEL from '@salesforce/label/c.AI_Cancel';
import STEPS from '@salesforce/label/c.AI_Progress_Steps';
import { focusOn } from 'c/aiPanelUtils';
import type { ProgressStage } from 'c/aiPanelState';
import { progressSteps } from './progressSteps';
import type { ProgressStep } from './progressSteps';

/** What is happening while the model works. Sends `cancel` when the person no longer wants to wait. */
export default class AiProgress extends LightningElement {
    @api stage: ProgressStage = 'gathering';
    @api sourceCount: number | undefined;
    @api modelLabel: string | undefined;

    readonly labels = { cancel: CANCEL, steps: STEPS };

    /** Moves the focus to the one thing a person can do while waiting. */
    @api
    focus(): void {
        focusOn(this.refs?.cancel);
    }

    get steps(): readonly ProgressStep[] {
        return progressSteps(this.stage, this.sourceCount, this.modelLabel);
    }

    get current(): string {
        return this.steps.find(({ isCurrent }) => isCurrent)?.text ?? '';
    }

    handleCancel(): void {
        this.dispatchEvent(new CustomEvent('cancel'));
    }
}
