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
            /\b(?:please|pls|could you|can you|can (?:some|any)(?:one|body)|would you|what about|would like|i'd like|we'd like|(?:i|we|she|he|they|customer|client|officer|manager) (?:also |really |still |only |just )?(?:want|need|require|expect|insist|demand|request|wish)s?|asks? (?:why|whether|that|them|you)|asked (?:for|you)|hoping|looking for|should be (?:removed|refunded|paid|fixed)|bitte|möchte|pouvez-vous|je voudrais|proszę)\b|\?\s*$/i,
        contradicts:
            /\b(?:let us know if|do not hesitate|is there anything else|please (?:find|see)|shall (?:i|we)|may (?:i|we)|do you need|all right\?|have you|has the|can you tell us|could you (?:tell|send) us|needs? your|i have asked|ask for \w+ at|(?:not|n't|nobody|no longer) (?:want|need)s?|no longer need|please do not)\b/i,
        recent: true
    },
    {
        asks: 'try attempt do done action taken history already perform complete effort resolve happen work',
        answers:
            /\b(?:(?:i|we|he|she|they|you|technician|engineer|tech|support|agent|colleague)(?:'ve| have| has|'s)? (?:already |also |then |again |just )?(?:tried|called|checked|contacted|visited|changed|asked|spoke|emailed|e-mailed|filed|faxed|mailed|paid|went|took|turned|ran|wrote|shipped|confirmed|reached|submitted|explained|provided|completed|told))\b|^\p{Lu}\p{Ll}{2,}ed\b|\b(?:tried|replaced|reset|restarted|cleaned|cleared|flushed|washed|swapped|fitted|freed|tested|measured|adjusted|corrected|updated|installed|refilled|topped up|unbolted|escalated|repaired|opened|bypassed|recharged|ordered|disputed)\b|\b(?:i|we)(?:'ve| have) (?:\p{L}+ly |already |now |also )?(?:\p{L}{3,}ed|been|had|made|sent|spoken|written|gone|given)\b|(?:^|\s)(?:behoben|nachgefüllt|geprüft|ausgetauscht|gereinigt|gemacht|remplacée?|nettoyée?|réparée?)\b/iu,
        contradicts:
            /\b(?:will|going to|should|please|could you|can you|would|must|may|needs?|^(?:tripped|failed|stopped|arrived|needed|loaded|caused|finished)|not yet|has not|still not|when (?:was|did)|i need|we need)\b|\?\s*$/i
    },
    {
        asks: 'open unresolved outstanding pending remain unanswered missing unclear unknown blocker gap undecided',
        answers:
            /\b(?:still|not yet|yet to|waiting|pending|until|unresolved|outstanding|nobody|no one|unable|unclear|unknown|missing|not confirmed|back ?order(?:ed)?|no (?:answer|reply|response|update|date|news)|had none|is not closed|isn't|hasn't|haven't|have not|has not|not done|not told|doesn't|does not|didn't|won't|refuse[sd]?|can't|cannot|any news|when will|noch nicht|warum|pas encore|toujours)\b/i,
        contradicts:
            /\b(?:may i close|you can close|is there anything|no longer|can be closed|has been (?:fixed|solved|replaced)|we are good)\b/i,
        recent: true
    },
    {
        asks: 'next step suggest recommend plan follow should future proceed propose',
        answers:
            /\b(?:will|'ll|should|next (?:step|visit|week|time)|going to|tomorrow|schedul(?:e|ed|ing)|booked|arrange|plan(?:s|ned)? to|follow(?:-| )?up|by (?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|end of|close|noon|the end)|on (?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)|let (?:me|us) know|recommend|suggest|propose|go ahead|must|morgen|demain)\b/i,
        contradicts: /\b(?:was told|promised me|should have|must have|had to|would have)\b|\?\s*$/i,
        recent: true
    },
    {
        asks: 'headline summary summarise overview title topic subject gist main brief about',
        answers:
            /\b(?:not (?:working|cooling|heating)|issues?|problems?|fail(?:s|ed|ing|ure)?|faults?|errors?|alarms?|broke(?:n)?|leak(?:s|ing)?|trip(?:s|ped)?|wrong|complaint|stopped|dispute[sd]?|incorrect|charge[ds]?|damage[ds]?|noise)\b/i,
        early: true,
        from: /\b(?:subject|title|headline)\b/i
    },
    {
        asks: 'sentiment mood emotion feel tone satisfaction attitude frustration temper',
        answers:
            /\b(?:unacceptable|disappoint\w*|frustrat\w*|angry|furious|upset|ridiculous|terrible|worst|awful|fed up|tired of|sick of|great|excellent|happy|pleased|appreciate|love|thank(?:s| you)|annoy\w*|worried|concerned|unhappy|impressed|relieved|horrible|ridiculous|not funny|confused|cross)\b/i,
        recent: true
    },
    {
        asks: 'decide decision agree agreement settle conclude resolution',
        answers:
            /\b(?:agree[ds]?|decided?|decision|settled|go(?:ing)? with|we take|sign(?:ed)? off|einverstanden|beschlossen)\b/i,
        contradicts: /\b(?:not (?:agreed|decided)|undecided|until we decide|whether)\b|\?\s*$/i
    },
    {
        asks: 'promise commitment assign assignee owner todo item',
        answers:
            /\b(?:(?:i|we|he|she|they)(?:'ll| will| am going to| are going to) \p{L}{2,}|please (?:send|call|check|ask|write)|could you (?:please )?(?:send|call|check|ask|write))\b/iu,
        contradicts: /\b(?:will not|won't|would have)\b/i
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
            const place = cue.recent === true ? 0.3 + 1.2 * recency : cue.early === true ? 1.8 - 1.6 * recency : 1;
            const against = cue.contradicts?.test(text) === true ? 0.1 : 1;
            score += weight * place * against;
        }
        score += cue.from?.test(sourceDescription) === true ? 2 * weight : 0;
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
