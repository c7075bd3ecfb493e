/**
 * A sales call as Zoom writes it down, as long as wanted: small talk, needs, prices, objections and promises of three people who take turns.
 * The words are invented, and the same for the same length.
 */
const PEOPLE = ['Dana Whitfield', 'Luis Ortega', 'Priya Raman'] as const;
const SECONDS_A_CUE = 3;
const CUES_A_TURN = 4;
const SITES = ['Merchant Quay', 'the north building', 'the data hall', 'the archive', 'the bakery', 'the clean room'];
const THINGS = [
    'the chiller',
    'the heat pump',
    'the cooling tower',
    'the dehumidifier',
    'the boiler',
    'the rooftop unit'
];
const SAID = [
    'Good to see you again, I hope the traffic around {site} was not too bad today',
    'So let me come back to {thing} at {site}, it stopped {number} times since spring',
    'Our technicians wrote that {thing} needs a new compressor before the season starts',
    'We would rather replace {thing} than repair it once more, honestly speaking',
    'The budget for {site} is {number} thousand for this year and that is final',
    'Your offer of {number} thousand is higher than what we have heard from others',
    'I will send you a revised offer for {thing} by Friday, with the service plan in it',
    'Could you please check whether delivery in {number} weeks is possible for {site}',
    'Then we agree that {thing} at {site} gets the larger service contract from May on',
    'Legal has to look at clause {number} first, that usually takes two weeks here',
    'We are worried about the noise of {thing} at night because of the neighbours',
    'Let us meet at {site} next Tuesday and walk through the installation together',
    'Yes that makes sense to me and I think the team sees it in the same way',
    'I would have to ask our facility manager about the access to {site} at weekends'
];

/** A call of so many minutes as a WebVTT file: a cue every three seconds, the name only where the voice changes. */
export function longCall(minutes: number): string {
    const count = Math.floor((minutes * 60) / SECONDS_A_CUE);
    const cues = Array.from({ length: count }, (_, index) => cue(index));
    return ['WEBVTT', '', ...cues].join('\n');
}

function cue(index: number): string {
    const start = index * SECONDS_A_CUE;
    const turn = Math.floor(index / CUES_A_TURN);
    const named = index % CUES_A_TURN === 0 ? `${PEOPLE[turn % PEOPLE.length]}: ` : '';
    return `${index + 1}\n${stamp(start)}.000 --> ${stamp(start + SECONDS_A_CUE - 1)}.500\n${named}${words(index)}.\n`;
}

function words(index: number): string {
    const pick = (list: readonly string[], step: number): string => list[(index * step) % list.length]!;
    return pick(SAID, 5)
        .replace('{thing}', pick(THINGS, 7))
        .replace('{site}', pick(SITES, 11))
        .replace('{number}', String(2 + ((index * 13) % 90)));
}

function stamp(seconds: number): string {
    const units = [seconds / 3600, (seconds / 60) % 60, seconds % 60];
    return units.map((unit) => String(Math.floor(unit)).padStart(2, '0')).join(':');
}
