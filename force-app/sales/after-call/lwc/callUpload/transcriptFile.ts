const LONGEST_EXCERPT = 160;

/** The text of a file, read in the browser as UTF-8. */
export async function readText(file: Blob): Promise<string> {
    return new Promise((resolve, reject) => {
        const reader = new FileReader();
        reader.onload = () => resolve(String(reader.result));
        reader.onerror = () => reject(reader.error);
        reader.readAsText(file);
    });
}

/** A line of the text, counted from 1, shortened; undefined without one. */
export function excerptOf(text: string, line: number | null | undefined): string | undefined {
    const found = line ? text.split(/\r\n|\r|\n/)[line - 1]?.trim() : undefined;
    if (!found) return undefined;
    return found.length > LONGEST_EXCERPT ? `${found.slice(0, LONGEST_EXCERPT)}…` : found;
}
