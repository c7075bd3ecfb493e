/** The oldest Node.js that runs the local org. */
export const OLDEST_NODE = '20.19.0';

/** Says what to do when this Node.js is too old; null when it will do. */
export function nodeVersionProblem(version: string): string | null {
    const [have, need] = [version, OLDEST_NODE].map((text) => text.replace(/^v/, '').split('.').map(Number));
    const difference = need.map((part, index) => have[index] - part).find((step) => step !== 0) ?? 0;
    return difference < 0
        ? `Tandem needs Node.js ${OLDEST_NODE} or newer and this is ${version}. Install a newer one from https://nodejs.org.`
        : null;
}
