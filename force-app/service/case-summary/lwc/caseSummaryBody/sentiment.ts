import MIXED from '@salesforce/label/c.Case_Summary_Mixed';
import NEGATIVE from '@salesforce/label/c.Case_Summary_Negative';
import NEUTRAL from '@salesforce/label/c.Case_Summary_Neutral';
import POSITIVE from '@salesforce/label/c.Case_Summary_Positive';

/** A sentiment as a word with an icon, so that neither colour nor a picture alone carries it. */
export interface Sentiment {
    readonly word: string;
    readonly icon: string;
}

const SENTIMENTS: Readonly<Record<string, Sentiment>> = {
    Positive: { word: POSITIVE, icon: 'utility:emoji_good' },
    Neutral: { word: NEUTRAL, icon: 'utility:emoji_average' },
    Negative: { word: NEGATIVE, icon: 'utility:emoji_bad' },
    Mixed: { word: MIXED, icon: 'utility:emoji_below_average' }
};

/** The sentiment that the statement's value names, or undefined when it names none that is known. */
export function sentimentOf(statement: ApexTypes.AIStatementView | undefined): Sentiment | undefined {
    return SENTIMENTS[statement?.value ?? ''];
}
