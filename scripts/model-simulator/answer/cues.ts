import { stem, words } from './words.ts';

/**
 * What a property can be about, in general English: words of the property's name or description that ask for it, and marks that
 * a sentence answers it. Nothing here knows a use case; a schema never seen before is read with the same table.
 */
interface Cue {
    asks: string;
    answers: RegExp;
    /** Sentences that look right but are not. */
    contradicts?: RegExp;
    /** Later sentences matter more. */
    recent?: boolean;
    /** Earlier sentences matter more. */
    early?: boolean;
    /** Sources whose description says that they answer. */
    from?: RegExp;
}

const CUES: Cue[] = [
    {
        asks: 'want wish ask request demand expect need goal require desire seek claim intent',
        answers:
            /\b(?:please|could you|can you|can (?:some|any)(?:one|body)|would you|want(?:s|ed)?|need(?:s|ed)?|would like|i'd like|we'd like|demand|request(?:ed|ing)?|require|expect|insist|ask(?:ed|ing)? (?:for|you|that|them|to)|hoping|looking for|should be (?:removed|refunded|paid|fixed))\b|\?\s*$/i,
        contradicts: /\b(?:let us know if|do not hesitate|is there anything else|please (?:find|see) attached)\b/i
    },
    {
        asks: 'try attempt do done action step taken history already perform complete effort resolve happen work',
        answers:
            /\b(?:(?:i|we|he|she|they|you|technician|engineer|tech|support|agent)(?:'ve| have| has|'s)? (?:already |also |then |again |just )?(?:tried|called|replaced|reset|restarted|sent|checked|contacted|visited|cleaned|swapped|changed|tested|asked|spoke|emailed|e-mailed|filed|faxed|mailed|paid|went|took|turned|ran|measured|adjusted|updated|topped|installed|disputed|wrote|opened|bypassed|recharged|shipped|ordered|confirmed|received|reached|submitted|explained|provided|completed|made|told))\b|\b(?:i|we)(?:'ve| have) (?:\w+ly |already |now |also )?(?:\w{3,}ed|been|had|made|sent|spoken|written|gone|given)\b|^(?:called|replaced|reset|checked|tried|cleaned|swapped|tested|sent|spoke|visited|measured|contacted|paid|updated|adjusted|topped|restarted|ordered|confirmed)\b|\b(?:already|has been|was|were) (?:tried|replaced|reset|checked|cleaned|swapped|tested|sent|visited|changed|adjusted|restarted|updated|done|escalated|shipped|ordered)\b/i,
        contradicts: /\b(?:will|going to|should|please|could you|can you|would)\b|\?\s*$/i
    },
    {
        asks: 'open unresolved outstanding pending remain unanswered missing unclear unknown blocker gap undecided',
        answers:
            /\b(?:still|not yet|yet to|waiting|pending|until|unresolved|outstanding|nobody|no one|never|unable|unclear|unknown|missing|keeps?|again|back ?order(?:ed)?|without|no (?:answer|reply|response|update|date|news)|isn't|is not|hasn't|haven't|have not|has not|doesn't|does not|didn't|did not|won't|refuse[sd]?|can't|cannot)\b|\?\s*$/i,
        recent: true
    },
    {
        asks: 'next suggest recommend plan follow should future proceed propose',
        answers:
            /\b(?:will|'ll|should|next|going to|tomorrow|schedul(?:e|ed|ing)|book(?:ed|ing)?|arrange|plan(?:ned)?|follow(?:-| )?up|by (?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|end of|close|noon|the end)|please|let (?:me|us) know|recommend|propose|need(?:s)? to|must)\b/i,
        recent: true
    },
    {
        asks: 'headline summary summarise overview title topic subject gist main brief about',
        answers:
            /\b(?:not (?:working|cooling|heating)|issue|problem|fail(?:s|ed|ing|ure)?|fault|error|alarm|broke(?:n)?|leak(?:s|ing)?|wrong|complaint|request|stopped|down|dispute|incorrect|charge[ds]?|damage[ds]?|noise)\b/i,
        early: true,
        from: /\b(?:subject|title|headline)\b/i
    },
    {
        asks: 'sentiment mood emotion feel tone satisfaction attitude frustration temper',
        answers:
            /\b(?:unacceptable|disappoint\w*|frustrat\w*|angry|furious|upset|ridiculous|terrible|worst|awful|fed up|tired of|sick of|great|excellent|happy|pleased|appreciate|love|thank(?:s| you)|annoy\w*|worried|concerned|unhappy|impressed|relieved|horrible|sorry)\b/i
    },
    {
        asks: 'cause reason why root diagnosis explain origin',
        answers:
            /\b(?:because|due to|caused|cause|as a result|therefore|that is why|that's why|reason|root|turns out|found (?:that|a|the)|since the)\b/i
    },
    {
        asks: 'when date deadline due time schedule appointment day',
        answers:
            /\b(?:\d{1,2}[:.]\d{2}|\d{1,2}\s?[ap]m|\d{4}-\d{2}-\d{2}|\d{1,2}\/\d{1,2}|monday|tuesday|wednesday|thursday|friday|saturday|sunday|tomorrow|today|next week|january|february|march|april|may \d|june|july|august|september|october|november|december|deadline|by the end)\b/i
    },
    {
        asks: 'cost price amount budget money refund invoice fee payment spend revenue',
        answers:
            /[$€£]\s?\d|\b\d[\d,.]*\s?(?:usd|eur|gbp|dollars|euros?)\b|\b(?:invoice|refund|credit note|charged?|price|cost|quote|budget|fee|paid|payment)\b/i
    },
    {
        asks: 'risk concern weakness objection negative complaint threat danger impact consequence warning',
        answers:
            /\b(?:risk|unless|otherwise|cancel|switch|competitor|lawyer|legal|contract|unsafe|danger(?:ous)?|lost|losing|loss|spoil(?:ed)?|concern(?:ed)?|worried|complain\w*|escalate|penalt(?:y|ies)|too (?:expensive|slow|late|hot|cold))\b/i
    },
    {
        asks: 'strength benefit positive advantage good praise success',
        answers:
            /\b(?:great|excellent|happy|pleased|works?|working|solved|fixed|thank|quick(?:ly)?|good|well|improv\w*|reliable|appreciate|save[sd]?)\b/i
    },
    {
        asks: 'question ask unclear clarify',
        answers: /\?\s*$/
    },
    {
        asks: 'fact measure reading figure number technical detail symptom observe',
        answers:
            /\b\d+(?:[.,]\d+)?\s?(?:°|degrees|psi|bar|kpa|pa|v|volts?|amps?|a|kw|hz|mm|l|liters?|litres?|kg|lbs?|%|percent|hours?|days?|weeks?|years?|miles)/i
    }
];

const BY_WORD = new Map(CUES.flatMap((cue) => cue.asks.split(' ').map((word) => [stem(word), cue] as const)));

/** How strongly a property's words ask for each cue: words of the name weigh more than those of the description. */
export type CueWeights = ReadonlyMap<Cue, number>;

/** Reads the cues that a name and its description ask for. */
export function cuesFor(name: string, description: string): CueWeights {
    const weights = new Map<Cue, number>();
    addCues(weights, name, 2);
    addCues(weights, description, 1);
    return weights;
}

/** How well a sentence answers the cues; 0 when it answers none. `recency` is 0 (first of the prompt) to 1 (last). */
export function cueScore(cues: CueWeights, text: string, recency: number, sourceDescription = ''): number {
    let score = 0;
    for (const [cue, weight] of cues) {
        if (cue.answers.test(text)) {
            const place = cue.recent === true ? 0.4 + recency : cue.early === true ? 1.8 - 1.6 * recency : 1;
            const against = cue.contradicts?.test(text) === true ? 0.25 : 1;
            score += weight * place * against;
        }
        score += cue.from?.test(sourceDescription) === true ? weight : 0;
    }
    return score;
}

/** Whether the cues ask for what the whole is about. */
export function asksForOverview(cues: CueWeights): boolean {
    return [...cues].some(([cue, weight]) => cue.early === true && weight >= 2);
}

function addCues(weights: Map<Cue, number>, text: string, weight: number): void {
    for (const word of new Set(words(text).map(stem))) {
        const cue = BY_WORD.get(word);
        if (cue !== undefined) {
            weights.set(cue, Math.min(3, (weights.get(cue) ?? 0) + weight));
        }
    }
}
