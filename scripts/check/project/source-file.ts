import path from 'node:path';
import type { Problem } from '../problem.ts';
import { parseXml, XmlError, type XmlElement } from './xml.ts';

/** A file of the project, as text; what is parsed from it is kept, so that a changed copy of the project reuses it. */
export class SourceFile {
    /** Path from the root of the project, with forward slashes. */
    readonly path: string;
    readonly text: string;
    /** `field` of `X__c.field-meta.xml`, else the extension. */
    readonly suffix: string;
    /** File name without the suffix, decoded. */
    readonly name: string;
    private parsed: XmlElement | XmlError | undefined;

    constructor(file: string, text: string) {
        this.path = file;
        this.text = text;
        const base = path.posix.basename(file);
        const match = /^(.*?)\.([^.]+)-meta\.xml$/.exec(base) ?? /^(.*)\.([^.]+)$/.exec(base);
        this.name = match ? decodeURIComponent(match[1].replace(/%(?![\da-f]{2})/gi, '%25')) : base;
        this.suffix = match?.[2] ?? '';
    }

    get isMetadata(): boolean {
        return this.path.endsWith('-meta.xml');
    }

    /** Name of the object folder, for what lies under `objects/`; else empty. */
    get object(): string {
        return /\/objects\/([^/]+)\//.exec(this.path)?.[1] ?? '';
    }

    /** Name of the component, for what lies in a bundle of `lwc/`; else empty. */
    get bundle(): string {
        return /\/lwc\/([^/]+)\//.exec(this.path)?.[1] ?? '';
    }

    /** The root element; null when the file is not well formed. */
    get xml(): XmlElement | null {
        const parsed = this.parse();
        return parsed instanceof XmlError ? null : parsed;
    }

    /** Why there is no `xml`; null when there is. */
    get xmlError(): XmlError | null {
        const parsed = this.parse();
        return parsed instanceof XmlError ? parsed : null;
    }

    /** A problem in this file. */
    problem(line: number, what: string, mend: string): Problem {
        return { file: this.path, line, what, mend };
    }

    /** Line, from 1, of a position in the text. */
    lineAt(position: number): number {
        return this.text.slice(0, position).split('\n').length;
    }

    private parse(): XmlElement | XmlError {
        return (this.parsed ??= tryParse(this.text));
    }
}

function tryParse(text: string): XmlElement | XmlError {
    try {
        return parseXml(text);
    } catch (error) {
        if (error instanceof XmlError) return error;
        throw error;
    }
}
