import { LightningElement, api } from 'lwc';
import { labels } from './labels';
import { doubtfulIn, sentencesIn } from './sentences';
import type { Doubtful } from './sentences';

/** Below a draft: the sentences that sources back, and those to be checked because none does. */
export default class EmailSentences extends LightningElement {
    @api insight: ApexTypes.AIInsightView | undefined;

    readonly labels = labels;

    get insightId(): string | null | undefined {
        return this.insight?.id;
    }

    get backed(): ApexTypes.AIStatementView[] {
        return sentencesIn(this.insight).filter(({ supported }) => supported);
    }

    get doubtful(): Doubtful[] {
        return doubtfulIn(this.insight);
    }
}
