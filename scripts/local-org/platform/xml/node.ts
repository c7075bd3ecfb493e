import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { ApexException } from '../values/exception.ts';
import { PlatformObject } from '../values/object.ts';

export type XmlNodeKind = 'ELEMENT' | 'TEXT' | 'COMMENT';

/** A Dom.XmlNode: an element, a text or a comment. */
export class XmlNodeValue extends PlatformObject {
    readonly apexTypeName = 'Dom.XmlNode';
    readonly kind: XmlNodeKind;
    /** Of an element, with its prefix; otherwise null. */
    name: string | null;
    /** By name as written, with the prefix. */
    readonly attributes = new Map<string, string>();
    readonly children: XmlNodeValue[] = [];
    text = '';
    parent: XmlNodeValue | null = null;

    constructor(kind: XmlNodeKind, nameOrText: string) {
        super();
        this.kind = kind;
        this.name = kind === 'ELEMENT' ? nameOrText : null;
        if (kind !== 'ELEMENT') this.text = nameOrText;
    }

    get localName(): string | null {
        return this.name && localPart(this.name);
    }

    get prefix(): string | null {
        return this.name && prefixOf(this.name);
    }

    get namespace(): string | null {
        return this.namespaceOf(this.prefix);
    }

    /** The URI that a prefix stands for here; the default namespace of the empty prefix. */
    namespaceOf(prefix: string | null): string | null {
        const attribute = prefix ? `xmlns:${prefix}` : 'xmlns';
        return this.attributes.get(attribute) ?? this.parent?.namespaceOf(prefix) ?? null;
    }

    /** The prefix that stands for a URI here; null when it is the default namespace or unknown. */
    prefixFor(uri: string): string | null {
        const found = [...this.attributes].find(([name, value]) => name.startsWith('xmlns:') && value === uri);
        return found ? localPart(found[0]) : (this.parent?.prefixFor(uri) ?? null);
    }

    /** Attributes that are not declarations of namespaces. */
    get ownAttributes(): [name: string, value: string][] {
        return [...this.attributes].filter(([name]) => name !== 'xmlns' && !name.startsWith('xmlns:'));
    }

    get elements(): XmlNodeValue[] {
        return this.children.filter(({ kind }) => kind === 'ELEMENT');
    }

    get content(): string {
        const texts = this.children.filter(({ kind }) => kind === 'TEXT');
        return texts.map(({ text }) => text).join('');
    }

    add(child: XmlNodeValue, position = this.children.length): XmlNodeValue {
        child.parent = this;
        this.children.splice(position, 0, child);
        return child;
    }

    toXml(): string {
        if (this.kind === 'COMMENT') return `<!--${this.text}-->`;
        if (this.kind === 'TEXT') return escapeXml(this.text);
        const attributes = [...this.attributes].map(([name, value]) => ` ${name}="${escapeXml(value)}"`).join('');
        const inside = this.children.map((child) => child.toXml()).join('');
        return inside ? `<${this.name}${attributes}>${inside}</${this.name}>` : `<${this.name}${attributes}/>`;
    }
}

/** 'b' of 'a:b'. */
export function localPart(name: string): string {
    return name.slice(name.indexOf(':') + 1);
}

/** 'a' of 'a:b', null of 'b'. */
export function prefixOf(name: string): string | null {
    return name.includes(':') ? name.slice(0, name.indexOf(':')) : null;
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

export function escapeXml(text: string): string {
    return text.replace(/[&<>"]/g, (sign) => ENTITIES[sign]);
}

type Parsed = Record<string, unknown>;

const parser = new XMLParser({
    preserveOrder: true,
    ignoreAttributes: false,
    attributeNamePrefix: '',
    trimValues: false,
    parseTagValue: false,
    parseAttributeValue: false,
    commentPropName: '#comment',
    htmlEntities: true
});

/** Everything on the top level of a document, its root element among it. Throws XmlException on text that is no XML. */
export function parseXmlNodes(source: string): XmlNodeValue[] {
    const checked = XMLValidator.validate(source);
    if (checked !== true) throw new ApexException('XmlException', `Failed to parse XML due to: ${checked.err.msg}`);
    return (parser.parse(source) as Parsed[])
        .filter((parsed) => !Object.keys(parsed)[0].startsWith('?'))
        .map(toNode)
        .filter(({ kind }) => kind !== 'TEXT');
}

function toNode(parsed: Parsed): XmlNodeValue {
    if ('#text' in parsed) return new XmlNodeValue('TEXT', String(parsed['#text']));
    if ('#comment' in parsed) return new XmlNodeValue('COMMENT', commentText(parsed['#comment'] as Parsed[]));
    const name = Object.keys(parsed).find((key) => key !== ':@')!;
    const node = new XmlNodeValue('ELEMENT', name);
    for (const [attribute, value] of Object.entries((parsed[':@'] as Parsed | undefined) ?? {}))
        node.attributes.set(attribute, String(value));
    for (const child of parsed[name] as Parsed[]) node.add(toNode(child));
    return node;
}

function commentText(parts: Parsed[]): string {
    return parts.map((part) => String(part['#text'] ?? '')).join('');
}
