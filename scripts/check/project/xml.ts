import { XMLValidator } from 'fast-xml-parser';

/** An element of a metadata file, with the line it starts on. */
export interface XmlElement {
    readonly name: string;
    readonly line: number;
    readonly attributes: Readonly<Record<string, string>>;
    readonly children: XmlElement[];
    /** Its own text, entities resolved, white space kept. */
    text: string;
}

/** XML that is not well formed. */
export class XmlError extends Error {
    readonly line: number;

    constructor(line: number, message: string) {
        super(message);
        this.name = 'XmlError';
        this.line = line;
    }
}

const TOKEN =
    /<!--[\s\S]*?-->|<!\[CDATA\[([\s\S]*?)\]\]>|<[?!][\s\S]*?>|<\/[^>]*>|<([\w:.-]+)((?:\s+[\w:.-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?)>|[^<]+/g;
const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/**
 * Parses a metadata file to its root element.
 * @throws XmlError with the line when it is not well formed
 */
export function parseXml(source: string): XmlElement {
    const valid = XMLValidator.validate(source);
    if (valid !== true) throw new XmlError(valid.err.line, valid.err.msg);
    const document: XmlElement = { name: '', line: 1, attributes: {}, children: [], text: '' };
    const open = [document];
    let line = 1;
    for (const token of source.matchAll(TOKEN)) {
        take(token, line, open);
        line += token[0].split('\n').length - 1;
    }
    if (document.children.length !== 1) throw new XmlError(1, 'expected one root element');
    return document.children[0];
}

function take(token: RegExpMatchArray, line: number, open: XmlElement[]): void {
    const [text, characters, name, attributes, selfClosing] = token;
    const parent = open.at(-1)!;
    if (characters !== undefined) parent.text += characters;
    else if (name !== undefined) start({ name, line, attributes: parseAttributes(attributes) }, !selfClosing, open);
    else if (text.startsWith('</')) open.pop();
    else if (!text.startsWith('<')) parent.text += decode(text);
}

function start(head: Pick<XmlElement, 'name' | 'line' | 'attributes'>, stays: boolean, open: XmlElement[]): void {
    const element: XmlElement = { ...head, children: [], text: '' };
    open.at(-1)!.children.push(element);
    if (stays) open.push(element);
}

function parseAttributes(source: string): Record<string, string> {
    const pairs = source.matchAll(/([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g);
    return Object.fromEntries([...pairs].map(([, name, double, single]) => [name, decode(double ?? single)]));
}

function decode(text: string): string {
    return text.replace(/&(#x[\da-f]+|#\d+|\w+);/gi, (entity, name: string) => {
        if (!name.startsWith('#')) return ENTITIES[name] ?? entity;
        return String.fromCodePoint(name[1] === 'x' ? parseInt(name.slice(2), 16) : Number(name.slice(1)));
    });
}

/** Child elements of a name, in order. */
export function children(element: XmlElement, name: string): XmlElement[] {
    return element.children.filter((child) => child.name === name);
}

/** The first child element of a name. */
export function child(element: XmlElement, name: string): XmlElement | undefined {
    return element.children.find((candidate) => candidate.name === name);
}

/** Trimmed text of the first child of a name; undefined when there is no such child. */
export function textOf(element: XmlElement, name: string): string | undefined {
    return child(element, name)?.text.trim();
}

/** Is the text of the first child of a name `true`? */
export function isTrue(element: XmlElement, name: string): boolean {
    return textOf(element, name) === 'true';
}

/** The element and everything inside it, in document order. */
export function descendants(element: XmlElement): XmlElement[] {
    return [element, ...element.children.flatMap(descendants)];
}

/** Elements at a path such as `fieldPermissions/field` below an element. */
export function atPath(element: XmlElement, path: string): XmlElement[] {
    return path
        .split('/')
        .reduce<XmlElement[]>((found, name) => found.flatMap((parent) => children(parent, name)), [element]);
}
