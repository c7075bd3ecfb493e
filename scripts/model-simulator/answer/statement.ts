const LEADING = [
    /^(?:[-*•]|\d+[.)])\s+/,
    /^<[^>]*>\s*/,
    /^[.,;:!?]+\s*(?=\S)/,
    /^(?:(?:(?:and|but|also|plus)\b\s*,?|(?:so|well|ok|okay|however|anyways?|then|now|again|yes|no|hi|hello|thanks|thank you|sorry|listen|look)\s*[,:–-])\s+)+(?=\S{2})/i,
    /^(?:I (?:just )?(?:wanted|would like|want) to (?:say|add|mention|let you know|inform you|tell you) that)\s+/i,
    /^(?:as (?:I )?(?:said|mentioned|discussed|agreed)(?: before| above| earlier)?,)\s+/i,
    /^(?:just (?:to|a quick note to) (?:confirm|say|add)(?: that)?[:,]?)\s+/i
];

/** Longest statement, in characters. */
const LONGEST = 180;

/** Turns a quote into a statement: white space collapsed, filler words at the start removed, cut to a readable length. */
export function toStatement(quote: string, longest = LONGEST): string {
    const collapsed = unescape(quote).replace(/\s+/g, ' ').trim();
    const plain = LEADING.reduce((text, filler) => text.replace(filler, ''), collapsed);
    const short = finish(cut(plain === '' ? collapsed : plain, longest));
    return short.charAt(0).toUpperCase() + short.slice(1);
}

/** Prompts escape their sources; a statement is prose. */
function unescape(text: string): string {
    return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
}

/** A quote that was cut at a clause ends in an ellipsis. */
function finish(text: string): string {
    return /[,;:–-]$/.test(text) ? `${text.replace(/[\s,;:–-]+$/, '')}…` : text;
}

function cut(text: string, longest: number): string {
    if (text.length <= longest) {
        return text;
    }
    const head = text.slice(0, Math.max(1, longest - 1));
    const space = head.lastIndexOf(' ');
    return `${(space > longest / 2 ? head.slice(0, space) : head).replace(/[\s,;:–-]+$/, '')}…`;
}
