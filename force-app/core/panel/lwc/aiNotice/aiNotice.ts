import { LightningElement, api } from 'lwc';
import ERROR from '@salesforce/label/c.AI_Notice_Error';
import INFO from '@salesforce/label/c.AI_Notice_Info';
import RETRY from '@salesforce/label/c.AI_Retry';
import SUCCESS from '@salesforce/label/c.AI_Notice_Success';
import WARNING from '@salesforce/label/c.AI_Notice_Warning';
import type { NoticeKind } from 'c/aiPanelState';

interface Look {
    readonly icon: string;
    readonly variant?: string;
    readonly alternative: string;
}

const LOOKS: Readonly<Record<NoticeKind, Look>> = {
    info: { icon: 'utility:info', alternative: INFO },
    waiting: { icon: 'utility:clock', alternative: INFO },
    nothing: { icon: 'utility:info', alternative: INFO },
    off: { icon: 'utility:lock', alternative: INFO },
    overBudget: { icon: 'utility:warning', variant: 'warning', alternative: WARNING },
    failed: { icon: 'utility:error', variant: 'error', alternative: ERROR },
    success: { icon: 'utility:success', variant: 'success', alternative: SUCCESS }
};

/** Says what happened and what to do. Sends `retry` when the person wants to try again. */
export default class AiNotice extends LightningElement {
    @api kind: NoticeKind = 'info';
    @api what = '';
    @api advice = '';
    @api retryable = false;

    readonly labels = { retry: RETRY };

    get look(): Look {
        return LOOKS[this.kind];
    }

    handleRetry(): void {
        this.dispatchEvent(new CustomEvent('retry'));
    }
}
