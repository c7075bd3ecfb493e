import ASK from '@salesforce/label/c.AI_Progress_Ask';
import ASK_MODEL from '@salesforce/label/c.AI_Progress_Ask_Model';
import CHECK from '@salesforce/label/c.AI_Progress_Check';
import CURRENT from '@salesforce/label/c.AI_Progress_Current';
import DONE from '@salesforce/label/c.AI_Progress_Done';
import GATHER from '@salesforce/label/c.AI_Progress_Gather';
import GATHER_MANY from '@salesforce/label/c.AI_Progress_Gather_Many';
import GATHER_ONE from '@salesforce/label/c.AI_Progress_Gather_One';
import NEXT from '@salesforce/label/c.AI_Progress_Next';
import type { ProgressStage } from 'c/aiPanelState';
import { formatText } from 'c/aiPanelUtils';

export interface ProgressStep {
    readonly text: string;
    readonly state: string;
    readonly isCurrent: boolean;
    readonly icon: string;
    readonly variant: string | undefined;
    readonly className: string;
}

const STAGES: readonly ProgressStage[] = ['gathering', 'asking'];

/** The steps of a request in their order, each marked done, in progress or next. */
export function progressSteps(stage: ProgressStage, sourceCount?: number, modelLabel?: string): ProgressStep[] {
    const current = STAGES.indexOf(stage);
    const texts = [gathering(sourceCount), modelLabel ? formatText(ASK_MODEL, modelLabel) : ASK, CHECK];
    return texts.map((text, index) => step(text, Math.sign(index - current)));
}

function gathering(sourceCount: number | undefined): string {
    if (sourceCount === undefined) return GATHER;
    return sourceCount === 1 ? GATHER_ONE : formatText(GATHER_MANY, sourceCount);
}

function step(text: string, position: number): ProgressStep {
    if (position < 0) return look(text, DONE, 'utility:success', 'success', 'slds-text-color_weak');
    if (position > 0) return look(text, NEXT, 'utility:routing_offline', undefined, 'slds-text-color_weak');
    return { ...look(text, CURRENT, 'utility:spinner', undefined, 'current'), isCurrent: true };
}

function look(text: string, state: string, icon: string, variant: string | undefined, className: string): ProgressStep {
    return { text, state, icon, variant, className: `slds-m-bottom_x-small ${className}`, isCurrent: false };
}
