import { words, stem } from './words.ts';

const POSITIVE = stems(
    'great excellent happy pleased appreciate love perfect wonderful helpful impressed relieved satisfied fantastic glad solved fixed resolved ' +
        'professional friendly amazing delighted recommend'
);
const NEGATIVE = stems(
    'unacceptable disappointed disappointing frustrated frustrating angry furious upset ridiculous terrible worst awful horrible annoyed annoying ' +
        'worried unhappy broken failed failing failure wrong error refused refuse never fraud stolen lost loss damage damaged incorrect inaccurate ' +
        'complaint problem unable waiting late delay delayed escalate cancel spoiled unsafe dangerous denied harassed ignored nobody useless violated ' +
        'unfair mistake overcharged leak leaking noise tired sick fault stopped stop threatening lawyer spoilt complained missed adverse'
);
const URGENT = stems(
    'urgent urgently immediately asap emergency critical severe outage danger dangerous unsafe safety spoiled deadline escalate today tonight down'
);
const NEGATIONS = new Set([
    'not',
    'no',
    'never',
    "don't",
    "doesn't",
    "didn't",
    "isn't",
    "wasn't",
    "can't",
    "won't",
    'hardly',
    'without'
]);

/** Words of approval and complaint in a text; a negation within two words turns one around. */
export function polarity(text: string): { positive: number; negative: number } {
    const list = words(text);
    const count = { positive: 0, negative: 0 };
    list.forEach((word, at) => {
        if (word === 'please') {
            return;
        }
        const turned = list.slice(Math.max(0, at - 2), at).some((before) => NEGATIONS.has(before));
        if (POSITIVE.has(stem(word))) {
            count[turned ? 'negative' : 'positive'] += 1;
        } else if (NEGATIVE.has(stem(word)) && !turned) {
            count.negative += 1;
        }
    });
    return count;
}

/** How pressing a text sounds, in words a thousand. */
export function urgency(text: string): number {
    const list = words(text);
    return list.length === 0 ? 0 : (1000 * list.filter((word) => URGENT.has(stem(word))).length) / list.length;
}

function stems(list: string): ReadonlySet<string> {
    return new Set(list.split(' ').map(stem));
}
