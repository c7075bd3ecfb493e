import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { definePlatformClass, definePlatformEnum, platformEnumValue } from '../define.ts';
import { ApexList } from '../values/collections.ts';
import { ApexException } from '../values/exception.ts';
import { PlatformObject } from '../values/object.ts';

definePlatformEnum('Dom.XmlNodeType', ['COMMENT', 'ELEMENT', 'TEXT']);

/** A Dom.XmlNode: an element or a text. */
class XmlNodeValue extends PlatformObject {
    readonly apexTypeName = 'Dom.XmlNode';
    /** With its prefix; null of a text. */
    readonly name: string | null;
    readonly attributes = new Map<string, string>();
    readonly children: XmlNodeValue[] = [];
    text = '';
    parent: XmlNodeValue | null = null;

    constructor(name: string | null) {
        super();
        this.name = name;
    }

    get localName(): string | null {
        return this.name?.split(':').pop() ?? null;
    }

    get prefix(): string | null {
        return this.name?.includes(':') ? this.name.split(':')[0] : null;
    }

    /** The URI that a prefix stands for here; the default namespace of the empty prefix. */
    namespaceOf(prefix: string | null): string | null {
        const attribute = prefix ? `xmlns:${prefix}` : 'xmlns';
        return this.attributes.get(attribute) ?? this.parent?.namespaceOf(prefix) ?? null;
    }

    get elements(): XmlNodeValue[] {
        return this.children.filter((child) => child.name !== null);
    }

    get content(): string {
        return this.children
            .filter((child) => child.name === null)
            .map((child) => child.text)
            .join('');
    }

    add(child: XmlNodeValue): XmlNodeValue {
        child.parent = this;
        this.children.push(child);
        return child;
    }

    toXml(): string {
        if (this.name === null) return escapeXml(this.text);
        const attributes = [...this.attributes].map(([name, value]) => ` ${name}="${escapeXml(value)}"`).join('');
        const inside = this.children.map((child) => child.toXml()).join('');
        return inside ? `<${this.name}${attributes}>${inside}</${this.name}>` : `<${this.name}${attributes}/>`;
    }
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escapeXml(text: string): string {
    return text.replace(/[&<>"]/g, (sign) => ENTITIES[sign]);
}

/** A Dom.Document. */
class DocumentValue extends PlatformObject {
    readonly apexTypeName = 'Dom.Document';
    root: XmlNodeValue | null = null;
}

type Parsed = Record<string, unknown>;

const parser = new XMLParser({
    preserveOrder: true,
    ignoreAttributes: false,
    attributeNamePrefix: '',
    trimValues: false,
    parseTagValue: false,
    parseAttributeValue: false
});

function parse(source: string): XmlNodeValue {
    const checked = XMLValidator.validate(source);
    if (checked !== true) throw new ApexException('XmlException', `Failed to parse XML due to: ${checked.err.msg}`);
    const nodes = (parser.parse(source) as Parsed[]).map(toNode);
    return nodes.find((node) => node.name !== null && !node.name.startsWith('?'))!;
}

function toNode(parsed: Parsed): XmlNodeValue {
    if ('#text' in parsed) return Object.assign(new XmlNodeValue(null), { text: String(parsed['#text']) });
    const name = Object.keys(parsed).find((key) => key !== ':@')!;
    const node = new XmlNodeValue(name);
    for (const [attribute, value] of Object.entries((parsed[':@'] as Parsed | undefined) ?? {}))
        node.attributes.set(attribute, String(value));
    for (const child of parsed[name] as Parsed[]) node.add(toNode(child));
    return node;
}

definePlatformClass({
    name: 'Dom.Document',
    constructors: { 'Document()': () => new DocumentValue() },
    methods: {
        'void load(String xml)': (self: DocumentValue, xml: string) => void (self.root = parse(xml)),
        'Dom.XmlNode getRootElement()': (self: DocumentValue) => self.root,
        'Dom.XmlNode createRootElement(String name, String namespace, String prefix)': (
            self: DocumentValue,
            name: string,
            namespace: string | null,
            prefix: string | null
        ) => (self.root = newElement(name, namespace, prefix)),
        'String toXmlString()': (self: DocumentValue) =>
            `<?xml version="1.0" encoding="UTF-8"?>${self.root?.toXml() ?? ''}`
    }
});

function newElement(name: string, namespace: string | null, prefix: string | null): XmlNodeValue {
    const node = new XmlNodeValue(prefix ? `${prefix}:${name}` : name);
    if (namespace) node.attributes.set(prefix ? `xmlns:${prefix}` : 'xmlns', namespace);
    return node;
}

const named = (self: XmlNodeValue, name: string, namespace: string | null): XmlNodeValue[] =>
    self.elements.filter(
        (child) => child.localName === name && (namespace === null || child.namespaceOf(child.prefix) === namespace)
    );

definePlatformClass({
    name: 'Dom.XmlNode',
    methods: {
        'String getName()': (self: XmlNodeValue) => self.localName,
        'String getNamespace()': (self: XmlNodeValue) => self.namespaceOf(self.prefix),
        'String getPrefix()': (self: XmlNodeValue) => self.prefix,
        'String getText()': (self: XmlNodeValue) => (self.name === null ? self.text : self.content),
        'Dom.XmlNodeType getNodeType()': (self: XmlNodeValue) =>
            platformEnumValue('Dom.XmlNodeType', self.name === null ? 'TEXT' : 'ELEMENT'),
        'Dom.XmlNode getParent()': (self: XmlNodeValue) => self.parent,
        'List<Dom.XmlNode> getChildren()': (self: XmlNodeValue) => new ApexList('Dom.XmlNode', [...self.children]),
        'List<Dom.XmlNode> getChildElements()': (self: XmlNodeValue) => new ApexList('Dom.XmlNode', self.elements),
        'Dom.XmlNode getChildElement(String name, String namespace)': (self: XmlNodeValue, name, namespace) =>
            named(self, name, namespace)[0] ?? null,
        'String getAttributeValue(String key, String keyNamespace)': (self: XmlNodeValue, key: string) =>
            self.attributes.get(key) ?? null,
        'String getAttribute(String key, String keyNamespace)': (self: XmlNodeValue, key: string) =>
            self.attributes.get(key) ?? null,
        'Integer getAttributeCount()': (self: XmlNodeValue) => self.attributes.size,
        'String getAttributeKeyAt(Integer index)': (self: XmlNodeValue, index: number) =>
            [...self.attributes.keys()][index] ?? null,
        'void setAttribute(String key, String value)': (self: XmlNodeValue, key: string, value: string) =>
            void self.attributes.set(key, value),
        'Dom.XmlNode addChildElement(String name, String namespace, String prefix)': (
            self: XmlNodeValue,
            name: string,
            namespace: string | null,
            prefix: string | null
        ) => self.add(newElement(name, namespace, prefix)),
        'Dom.XmlNode addTextNode(String text)': (self: XmlNodeValue, text: string) =>
            self.add(Object.assign(new XmlNodeValue(null), { text })),
        'Boolean removeChild(Dom.XmlNode child)': (self: XmlNodeValue, child: XmlNodeValue) =>
            self.children.splice(self.children.indexOf(child) >>> 0, 1).length > 0
    }
});
