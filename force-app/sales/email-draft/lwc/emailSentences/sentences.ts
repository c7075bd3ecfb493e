import { labels } from './labels';

/** A sentence without a source, and why it has none. */
export interface Doubtful {
    readonly key: string;
    readonly text: string;
    readonly basis: string;
    readonly icon: string;
    readonly variant: string | undefined;
}

type Insight = ApexTypes.AIInsightView | undefined;
type Basis = Pick<Doubtful, 'basis' | 'icon' | 'variant'>;

/** What claims something weighs most; what the model itself calls courtesy is still shown, since nobody has checked it. */
const CLAIM: Basis = { basis: labels.record, icon: 'utility:warning', variant: 'warning' };
const BASES: Readonly<Record<string, Basis>> = {
    Note: { basis: labels.note, icon: 'utility:note', variant: undefined },
    Courtesy: { basis: labels.courtesy, icon: 'utility:comments', variant: undefined }
};
const ORDER = [CLAIM, BASES.Note, BASES.Courtesy];

/** The sentences of the e-mail itself, in their order. */
export function sentencesIn(insight: Insight): readonly ApexTypes.AIStatementView[] {
    return insight?.groups?.find(({ key }) => key === 'sentences')?.statements ?? [];
}

/** All that no source backs, claims first: of the sentences, and of subject, greeting and closing where they hold figures. */
export function doubtfulIn(insight: Insight): Doubtful[] {
    const all = (insight?.groups ?? []).flatMap(({ statements }) => statements ?? []);
    const unbacked = all.filter(({ supported }) => !supported);
    return unbacked
        .map(({ key, text, values }) => ({
            key: key ?? '',
            text: text ?? '',
            look: BASES[values?.basis ?? ''] ?? CLAIM
        }))
        .sort((left, right) => ORDER.indexOf(left.look) - ORDER.indexOf(right.look))
        .map(({ look, ...sentence }) => ({ ...sentence, ...look }));
}
