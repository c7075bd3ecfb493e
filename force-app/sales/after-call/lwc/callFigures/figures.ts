import DURATION from '@salesforce/label/c.Call_Figure_Duration';
import LAST from '@salesforce/label/c.Call_Figure_Last';
import QUESTIONS from '@salesforce/label/c.Call_Figure_Questions';
import WORDS from '@salesforce/label/c.Call_Figure_Words';
import LOCALE from '@salesforce/i18n/locale';
import { formatText } from 'c/aiPanelUtils';

/** A speaker as the table draws them. */
export interface VoiceRow {
    readonly name: string;
    readonly share: string;
    readonly questions: string;
    readonly bar: string;
}

/** Length, words, questions and last speaker in one line. */
export function figureLine({ durationSeconds, words, questions, lastSpeaker }: ApexTypes.CallFigures): string {
    const number = new Intl.NumberFormat(LOCALE);
    const parts = [
        durationSeconds ? formatText(DURATION, stamp(durationSeconds)) : '',
        formatText(WORDS, number.format(words ?? 0)),
        formatText(QUESTIONS, number.format(questions ?? 0)),
        lastSpeaker ? formatText(LAST, lastSpeaker) : ''
    ];
    return parts.filter(Boolean).join(' · ');
}

/** The speakers, who spoke most first. */
export function voicesOf({ voices }: ApexTypes.CallFigures): VoiceRow[] {
    return (voices ?? []).map(({ name, share, questions }) => ({
        name: name ?? '',
        share: `${share ?? 0} %`,
        questions: String(questions ?? 0),
        bar: `inline-size: ${Math.min(share ?? 0, 100)}%`
    }));
}

/** 01:02:03. */
function stamp(seconds: number): string {
    const units = [seconds / 3600, (seconds / 60) % 60, seconds % 60];
    return units.map((unit) => String(Math.floor(unit)).padStart(2, '0')).join(':');
}
