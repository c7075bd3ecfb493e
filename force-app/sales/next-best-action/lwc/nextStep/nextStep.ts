import { LightningElement, api } from 'lwc';
import TIME_ZONE from '@salesforce/i18n/timeZone';
import { kindOf } from './kinds';
import type { Kind } from './kinds';
import { labels } from './labels';

/**
 * One next step: how, what, why, from where, and until when. The default slot holds the decision. Sends `due` with the day
 * that the person chose, as 2026-11-24.
 */
export default class NextStep extends LightningElement {
    @api statement: ApexTypes.AIStatementView = {};
    @api insightId: string | undefined;
    @api dueDate: string | undefined;
    /** The due date can still be changed. */
    @api open = false;

    readonly labels = labels;

    get kind(): Kind {
        return kindOf(this.statement.values?.kind);
    }

    /** A reason that only repeats the step says nothing. */
    get reason(): string | undefined {
        const reason = this.statement.values?.reason;
        return reason === this.statement.text ? undefined : reason;
    }

    /** Today where the user is. */
    get today(): string {
        return new Intl.DateTimeFormat('en-CA', { timeZone: TIME_ZONE }).format(new Date());
    }

    handleDue(event: CustomEvent<{ value: string | null }>): void {
        event.stopPropagation();
        this.dispatchEvent(new CustomEvent('due', { detail: event.detail.value ?? '' }));
    }
}
