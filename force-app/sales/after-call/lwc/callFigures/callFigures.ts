import { LightningElement, api } from 'lwc';
import { figureLine, voicesOf } from './figures';
import type { VoiceRow } from './figures';
import { labels } from './labels';

/** What was computed of a call: length, words, questions, and who spoke how much. */
export default class CallFigures extends LightningElement {
    @api figures: ApexTypes.CallFigures | undefined;

    readonly labels = labels;

    get line(): string {
        return figureLine(this.figures ?? {});
    }

    get voices(): VoiceRow[] {
        return voicesOf(this.figures ?? {});
    }
}
