import { perFile } from '../project/per-file.ts';
import type { SourceFile } from '../project/source-file.ts';
import type { Reference, ReferenceFinder } from './reference.ts';

/** The source with comments and the contents of strings blanked, so that positions stay what they were. */
export function codeOnly(source: string): string {
    return source.replace(/\/\*[\s\S]*?\*\/|\/\/[^\n]*|'(?:\\.|[^'\\\n])*'/g, (text) => text.replace(/[^\n]/g, ' '));
}

/** Labels and named credentials that Apex names; its types and fields are the compiler's business. */
export const findInApex: ReferenceFinder = (project) =>
    project.ofSuffix('cls', 'trigger').filter(isApex).flatMap(inApex);

/** A class or trigger, not the file that describes it. */
export function isApex(file: SourceFile): boolean {
    return !file.isMetadata && /^(cls|trigger)$/.test(file.suffix);
}

const LABEL = /\b(?:System\.)?Label\.(?!get\b|translationExists\b)([A-Za-z]\w*)/g;
/** Tests name credentials that only their mocks know. */
const ENDPOINT = /'callout:(\w+)/g;

const inApex = perFile((file): Reference[] => {
    const labels = [...codeOnly(file.text).matchAll(LABEL)];
    const endpoints = /@IsTest\b/i.test(file.text) ? [] : [...file.text.matchAll(ENDPOINT)];
    return [
        ...labels.map((match): Reference => ({ kind: 'label', name: match[1], file, line: file.lineAt(match.index) })),
        ...endpoints.map((match): Reference => {
            return { kind: 'namedCredential', name: match[1], file, line: file.lineAt(match.index) };
        })
    ];
});
