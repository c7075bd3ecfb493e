import { polarity, urgency } from './polarity.ts';
import { keywords, overlap } from './words.ts';

/** The moods that an enum of feelings is made of, with the words such enums use for them. */
const MOODS = {
    positive: /^(?:very )?(?:positive|happy|satisfied|good|favou?rable|pleased|delighted)$/i,
    negative: /^(?:very )?(?:negative|unhappy|dissatisfied|bad|angry|frustrated|unfavou?rable|upset)$/i,
    mixed: /^(?:mixed|both|ambivalent)$/i,
    neutral: /^(?:neutral|none|indifferent|calm)$/i
};
const LEVELS = [
    /^(?:low|minor|small|weak|cold|trivial)$/i,
    /^(?:medium|moderate|normal|standard|warm|average)$/i,
    /^(?:high|major|large|strong|hot|severe)$/i,
    /^(?:critical|urgent|emergency|highest|very high)$/i
];
const UNDECIDED = /^(?:unknown|other|none|neutral|unclear|n\/?a|not stated|undetermined)$/i;

export type Mood = keyof typeof MOODS;

/** Picks the value of an enum that the texts support best: a mood, a level, or the value whose words occur most. */
export function chooseValue(values: string[], texts: string[], asked: string): string {
    return moodValue(values, texts) ?? levelValue(values, texts) ?? wordValue(values, texts, asked);
}

/** The mood a value names, or null when the enum is not one of moods. */
export function moodOf(value: string): Mood | null {
    return (Object.keys(MOODS) as Mood[]).find((mood) => MOODS[mood].test(value)) ?? null;
}

function moodValue(values: string[], texts: string[]): string | null {
    const moods = values.map(moodOf);
    if (moods.filter((mood) => mood !== null).length < 2) {
        return null;
    }
    return values[moods.indexOf(nearestMood(overallMood(texts), moods))];
}

/** One mood over all texts; the last third counts twice, because it is how things stand. */
function overallMood(texts: string[]): Mood {
    const counts = texts.map(polarity);
    const weighted = counts.map((count, at) => ({ ...count, weight: at >= (texts.length * 2) / 3 ? 2 : 1 }));
    const positive = weighted.reduce((sum, each) => sum + each.positive * each.weight, 0);
    const negative = weighted.reduce((sum, each) => sum + each.negative * each.weight, 0);
    if (positive + negative === 0) {
        return 'neutral';
    }
    const share = positive / (positive + negative);
    return share > 0.65 ? 'positive' : share < 0.35 ? 'negative' : 'mixed';
}

function nearestMood(mood: Mood, offered: (Mood | null)[]): Mood {
    const order: Mood[] =
        mood === 'mixed' ? ['mixed', 'neutral', 'negative'] : [mood, 'neutral', 'mixed', 'negative', 'positive'];
    return order.find((each) => offered.includes(each)) ?? (offered.find((each) => each !== null) as Mood);
}

function levelValue(values: string[], texts: string[]): string | null {
    const levels = values.map((value) => LEVELS.findIndex((pattern) => pattern.test(value)));
    if (levels.filter((level) => level >= 0).length < 2) {
        return null;
    }
    const rate = urgency(texts.join('\n'));
    const wanted = rate > 20 ? 3 : rate > 8 ? 2 : rate > 1 ? 1 : 0;
    const nearest = (left: number, right: number) => Math.abs(left - wanted) - Math.abs(right - wanted);
    const level = levels.filter((each) => each >= 0).sort(nearest)[0];
    return values[levels.indexOf(level)];
}

function wordValue(values: string[], texts: string[], asked: string): string {
    const context = new Set(keywords(asked));
    const counts = values.map((value) => {
        const wanted = new Set(keywords(value).filter((word) => !context.has(word)));
        return texts.filter((text) => wanted.size > 0 && overlap(wanted, new Set(keywords(text))) >= 0.99).length;
    });
    const best = Math.max(...counts);
    const fallback = values.find((value) => UNDECIDED.test(value)) ?? values[0];
    return best === 0 ? fallback : values[counts.indexOf(best)];
}
