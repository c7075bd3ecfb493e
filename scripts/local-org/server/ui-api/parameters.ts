/** The parts of a comma-separated parameter, which may also be given several times. */
export function listParameter(value: unknown): string[] {
    const texts = Array.isArray(value) ? value.map(String) : typeof value === 'string' ? [value] : [];
    return texts.flatMap((text) => text.split(',')).filter((part) => part.trim() !== '');
}

/** A whole number within bounds, or the fallback. */
export function numberParameter(value: unknown, fallback: number, least: number, most: number): number {
    const number = typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : fallback;
    return Math.min(most, Math.max(least, number));
}
