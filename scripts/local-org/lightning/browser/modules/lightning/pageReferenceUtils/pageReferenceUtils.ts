/** `lightning/pageReferenceUtils`: default values of a form as text in a page reference. */

/** `Subject=Our%20offer,ToAddress=…`; empty values are left out. */
export function encodeDefaultFieldValues(values: Record<string, unknown>): string {
    return Object.entries(values)
        .filter(([, value]) => value !== undefined && value !== null)
        .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(String(value))}`)
        .join(',');
}

/** The values of {@link encodeDefaultFieldValues}. */
export function decodeDefaultFieldValues(text: string): Record<string, string> {
    const entries = text.split(',').filter((part) => part.includes('='));
    return Object.fromEntries(
        entries.map((part) => {
            const position = part.indexOf('=');
            return [decodeURIComponent(part.slice(0, position)), decodeURIComponent(part.slice(position + 1))];
        })
    );
}
