import HIGH from '@salesforce/label/c.AI_Panel_Confidence_High';
import LOW from '@salesforce/label/c.AI_Panel_Confidence_Low';
import MEDIUM from '@salesforce/label/c.AI_Panel_Confidence_Medium';

const WORDS: Readonly<Record<string, string>> = { High: HIGH, Medium: MEDIUM, Low: LOW };

/** Confidence as a person reads it. Empty when the server did not say. */
export function confidenceWords(confidence: string | null | undefined): string {
    return WORDS[confidence ?? ''] ?? '';
}
