import { XMLParser, XMLValidator } from 'fast-xml-parser';
import type { XmlNode } from './types.ts';

/** A metadata file that cannot be used; the message starts with `file:line`. */
export class MetadataError extends Error {
    constructor(file: string, line: number, message: string) {
        super(`${file}:${line} ${message}`);
        this.name = 'MetadataError';
    }
}

type Ordered = Record<string, Ordered[] | string | Record<string, string>>;

const parser = new XMLParser({
    preserveOrder: true,
    ignoreAttributes: false,
    attributeNamePrefix: '',
    parseTagValue: false,
    trimValues: false,
    htmlEntities: true,
    // Prompts and formulas are full of quotes written as entities; the parser's own bounds are for foreign input.
    processEntities: { enabled: true, maxTotalExpansions: 1_000_000, maxExpandedLength: 50_000_000 }
});

/**
 * Parses a metadata file to its root element.
 * @throws MetadataError with the line when the XML is not well formed
 */
export function parseXml(source: string, file: string): XmlNode {
    const valid = XMLValidator.validate(source);
    if (valid !== true) throw new MetadataError(file, valid.err.line, valid.err.msg);
    const roots = (parser.parse(source) as Ordered[]).filter((node) => !('?xml' in node) && !('#text' in node));
    if (roots.length !== 1) throw new MetadataError(file, 1, 'expected one root element');
    return convert(roots[0]).node;
}

function convert(ordered: Ordered): { name: string; node: XmlNode } {
    const name = Object.keys(ordered).find((key) => key !== ':@') as string;
    const node: XmlNode = { text: '', attributes: (ordered[':@'] ?? {}) as Record<string, string>, children: {} };
    for (const child of ordered[name] as Ordered[]) {
        if ('#text' in child) node.text += String(child['#text']);
        else if (!('#comment' in child)) append(node, child);
    }
    return { name, node };
}

function append(parent: XmlNode, child: Ordered): void {
    const { name, node } = convert(child);
    (parent.children[name] ??= []).push(node);
}

/** Child elements of a name, in order; empty when there are none. */
export function elements(node: XmlNode, name: string): XmlNode[] {
    return node.children[name] ?? [];
}

export function element(node: XmlNode, name: string): XmlNode | undefined {
    return node.children[name]?.[0];
}

/** Text of a child element without the blanks around it; undefined when there is no such element. */
export function text(node: XmlNode, name: string): string | undefined {
    return element(node, name)?.text.trim();
}

/** Texts of all child elements of a name. */
export function texts(node: XmlNode, name: string): string[] {
    return elements(node, name).map((child) => child.text.trim());
}

export function flag(node: XmlNode, name: string, fallback = false): boolean {
    const value = text(node, name);
    return value === undefined ? fallback : value === 'true';
}

export function integer(node: XmlNode, name: string, fallback = 0): number {
    const value = text(node, name);
    return value === undefined || value === '' ? fallback : Number(value);
}

/**
 * Text of a child element that must be there.
 * @throws MetadataError naming the file and the element
 */
export function requiredText(node: XmlNode, name: string, file: string): string {
    const value = text(node, name);
    if (value === undefined) throw new MetadataError(file, 1, `<${name}> is missing`);
    return value;
}
